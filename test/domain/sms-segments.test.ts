import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { plainSmsText, smsSegments } from '../../src/domain/sms-segments.ts';
import { assertLinear } from '../linear.ts';

const extension = '\f^{}\\[~]|€';

type Row = readonly [
  rule: string,
  name: string,
  text: string,
  encoding: string,
  parts: number,
  used: number,
  left: number,
];

const rows: readonly Row[] = [
  ['SG1', 'nothing', '', 'gsm-7', 0, 0, 160],
  ['SG1', 'one character', 'a', 'gsm-7', 1, 1, 159],
  ['SG1', '160 plain characters', 'a'.repeat(160), 'gsm-7', 1, 160, 0],
  ['SG1', '161 plain characters', 'a'.repeat(161), 'gsm-7', 2, 161, 145],
  ['SG1', '306 plain characters', 'a'.repeat(306), 'gsm-7', 2, 306, 0],
  ['SG1', '307 plain characters', 'a'.repeat(307), 'gsm-7', 3, 307, 152],
  ['SG2', '80 euro signs', '€'.repeat(80), 'gsm-7', 1, 160, 0],
  ['SG2', 'every character of the extension', extension, 'gsm-7', 1, 20, 140],
  ['SG3', 'a Dutch ë', 'België', 'ucs-2', 1, 6, 64],
  ['SG3', '70 characters with one ë', `ë${'a'.repeat(69)}`, 'ucs-2', 1, 70, 0],
  ['SG3', '71 characters with one ë', `ë${'a'.repeat(70)}`, 'ucs-2', 2, 71, 63],
  ['SG3', '134 characters with one ë', `ë${'a'.repeat(133)}`, 'ucs-2', 2, 134, 0],
  ['SG4', 'an emoji', '👍', 'ucs-2', 1, 2, 68],
  ['SG4', '35 emoji', '👍'.repeat(35), 'ucs-2', 1, 70, 0],
];

describe('SMS parts', () => {
  for (const [rule, name, text, encoding, parts, used, left] of rows)
    it(`[${rule}] counts ${name} as ${parts} in ${encoding}`, () => {
      const result = smsSegments(text);
      assert.deepEqual([result.encoding, result.parts, result.used, result.leftInPart], [encoding, parts, used, left]);
    });

  for (const character of `éèàäöüñùìòßÇÅåØøÆæÉÄÖÑÜ§¿¡@£$¥ΔΦΓΛΩΠΨΣΘΞ\n\r${extension}`)
    it(`[SG2] takes ${JSON.stringify(character)} for plain`, () =>
      assert.equal(smsSegments(character).encoding, 'gsm-7'));

  for (const character of ['ë', 'ï', 'ê', 'á', 'í', 'ó', 'ú', 'ç', '’', '“', '–', '…', '👍', '`', '\t', 'Ж'])
    it(`[SG3] says that ${JSON.stringify(character)} makes the whole message expensive`, () => {
      const result = smsSegments(`a${character}b${character}`);
      assert.equal(result.encoding, 'ucs-2');
      assert.deepEqual(
        result.unicode.map((entry) => [entry.character, entry.count]),
        [[character, 2]],
      );
    });

  it('[SG5] moves an ESC pair that would be split into the next part', () => {
    const result = smsSegments(`${'a'.repeat(152)}€${'b'.repeat(10)}`);
    assert.equal(result.parts, 2);
    assert.equal(result.segments[0], 'a'.repeat(152));
    assert.equal(result.leftInPart, 153 - 12);
  });

  it('[SG5] moves a surrogate pair that would be split into the next part', () => {
    const result = smsSegments(`${'a'.repeat(66)}👍${'b'.repeat(10)}`);
    assert.deepEqual(result.segments, ['a'.repeat(66), `👍${'b'.repeat(10)}`]);
  });

  it('[SG6] offers a plain form for each foreign character, most frequent first', () => {
    assert.deepEqual(
      smsSegments('ëë…ï👍Ж\u200b').unicode.map((entry) => [entry.character, entry.replacement]),
      [
        ['ë', 'e'],
        ['ï', 'i'],
        ['Ж', null],
        ['\u200b', ''],
        ['…', '...'],
        ['👍', null],
      ],
    );
  });
});

describe('SMS parts of any text', () => {
  const character = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...Array.from('abcdefg 0123')) },
    { weight: 2, arbitrary: fc.constantFrom(...Array.from(extension)) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }) },
  );
  const anyText = fc.array(character, { maxLength: 600 }).map((characters) => characters.join(''));
  const plainText = fc
    .array(fc.constantFrom(...Array.from(`abc éè${extension}`)), { maxLength: 600 })
    .map((characters) => characters.join(''));

  it('[SG5] joined give the text, no part is empty or too long, nothing is split', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, plainText), (text) => {
        const result = smsSegments(text);
        assert.equal(result.segments.join(''), text);
        assert.equal(result.segments.length, result.parts);
        for (const segment of result.segments) {
          assert.ok(segment.length > 0 && cost(segment, result.encoding) <= result.perPart);
          assert.doesNotMatch(segment, /^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/);
        }
        const last = result.segments.at(-1) ?? '';
        assert.equal(result.leftInPart, result.perPart - cost(last, result.encoding));
        assert.equal(result.used, cost(text, result.encoding));
      }),
    );
  });

  it('[SG1] are never more than a greedy network would make, and one exactly when the text fits', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, plainText), (text) => {
        const { encoding, used, parts } = smsSegments(text);
        const single = encoding === 'gsm-7' ? 160 : 70;
        assert.equal(parts <= 1, used <= single);
      }),
    );
  });

  it('[SG6] become plain where every character has a plain form, and the text is plain then', () => {
    assert.equal(plainSmsText('Geïnteresseerd in “België” – zo’n €5…'), 'Geinteresseerd in "Belgie" - zo\'n €5...');
    assert.equal(plainSmsText('e\u0301\u0301 ok 👍'), 'é ok 👍');
    fc.assert(
      fc.property(anyText, (text) => {
        const left = smsSegments(plainSmsText(text)).unicode;
        assert.ok(left.every((entry) => entry.replacement === null));
      }),
    );
  });
});

describe('SMS parts of a long text', () => {
  for (const [name, line] of [
    ['plain', 'Beste klant, hierbij de uren van week 31 [onder voorbehoud].\n'],
    ['with an expensive character', 'Hierbij de uren van week 31 voor België\n'],
    ['of another script', 'أهلا وسهلا بكم جميعا 👍 '],
  ] as const)
    it(`[SG5] are counted in linear time at each key press: ${name}`, () =>
      assertLinear((size) => {
        const text = line.repeat(size);
        return () => smsSegments(text);
      }, 5_000));

  it('[SG5] are as many as there are in all', () => {
    const plain = smsSegments('a'.repeat(1_000_000));
    assert.deepEqual([plain.parts, plain.used, plain.segments.length], [Math.ceil(1_000_000 / 153), 1_000_000, 6_536]);
    const pairs = smsSegments('👍'.repeat(500_000));
    assert.deepEqual([pairs.parts, pairs.used, pairs.leftInPart], [Math.ceil(500_000 / 33), 1_000_000, 67 - 34]);
    assert.deepEqual(pairs.unicode, [{ character: '👍', count: 500_000, replacement: null }]);
  });

  it('[SG5] do not split half a pair that stands alone', () => {
    const halves = `\ud83d${'a'.repeat(65)}\ud83d${'b'.repeat(10)}`;
    assert.deepEqual(
      smsSegments(halves).segments.map(({ length }) => length),
      [67, 10],
    );
  });
});

function cost(text: string, encoding: string): number {
  if (encoding === 'ucs-2') return text.length;
  return Array.from(text).reduce((sum, character) => sum + (extension.includes(character) ? 2 : 1), 0);
}
