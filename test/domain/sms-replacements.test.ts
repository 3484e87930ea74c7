import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { filledSmsSegments, plainSms, replaceInSms } from '../../src/domain/sms-replacements.ts';
import { smsSegments } from '../../src/domain/sms-segments.ts';

const values = new Map([
  ['FirstName', 'Aïsha'],
  ['Company', 'De Vries'],
]);

describe('replacing what makes a text message expensive', () => {
  const rows: readonly [title: string, text: string, character: string, expected: string][] = [
    ['wherever it stands', 'België – Italië', 'ë', 'Belgie – Italie'],
    ['and nothing else', 'België – Italië', '–', 'België - Italië'],
    ['by several characters', 'Wacht…', '…', 'Wacht...'],
    ['by nothing', 'a\u200bb', '\u200b', 'ab'],
    ['not an emoji, which has no plain form', 'Hoi 🙂', '🙂', 'Hoi 🙂'],
    ['in the value of a placeholder, which then stands there', 'Hoi <<FirstName>>!', 'ï', 'Hoi Aisha!'],
    ['and leaves other placeholders', 'Hoi {{Company}}, België', 'ë', 'Hoi {{Company}}, Belgie'],
    ['and leaves unknown placeholders', '{{Order}} ë', 'ë', '{{Order}} e'],
    ['not in the name of a placeholder', '{{Naïef}} ï', 'ï', '{{Naïef}} i'],
    ['an accent that has a plain form with its letter', 'cafe\u0301', '\u0301', 'café'],
    ['an accent that has none', 'i\u0308', '\u0308', 'ï'],
  ];
  for (const [title, text, character, expected] of rows)
    it(`[SG7] replaces ${title}`, () => {
      assert.equal(replaceInSms(text, character, values), expected);
    });

  it('[SG7] replaces everything at once', () => {
    assert.equal(plainSms('Hoi <<FirstName>> “België” 🙂', values), 'Hoi Aisha "Belgie" 🙂');
  });

  it('[SG7] names nothing any more that it replaced, in any text', () => {
    const piece = fc.oneof(fc.constantFrom('<<FirstName>>', '{{Company}}', 'ë', '…', '🙂', 'x'), fc.string());
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        const before = filledSmsSegments(text, values).unicode.filter(({ replacement }) => replacement !== null);
        const one = before[0];
        if (one && !/\p{M}/u.test(one.character))
          assert.ok(
            !filledSmsSegments(replaceInSms(text, one.character, values), values).unicode.some(
              ({ character }) => character === one.character,
            ),
          );
        const left = filledSmsSegments(plainSms(text, values), values).unicode;
        assert.deepEqual(
          left.filter(({ replacement }) => replacement !== null),
          [],
        );
      }),
    );
  });

  it('[SG7] makes no placeholder of a hostile name', () => {
    const hostile = new Map([['Customer', '{{Cömpany}}ş'], ...values]);
    assert.equal(plainSms('{{Customer}}', hostile), '{Cömpany}s');
  });
});

describe('counting a text message', () => {
  it('[SG8] counts what the placeholders become', () => {
    const { encoding, unicode } = filledSmsSegments('Hoi <<FirstName>>', values);
    assert.equal(encoding, 'ucs-2');
    assert.deepEqual(unicode, [{ character: 'ï', count: 1, replacement: 'i' }]);
    assert.equal(smsSegments('Hoi <<FirstName>>').encoding, 'gsm-7');
  });

  it('[SG8] counts a placeholder that nobody can fill as it stands', () => {
    assert.equal(filledSmsSegments('{{Order}}', values).used, smsSegments('{{Order}}').used);
  });
});
