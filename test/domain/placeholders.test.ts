import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { RecipientSummary } from '../../src/domain/model.ts';
import { fillPlaceholders, recipientValues } from '../../src/domain/placeholders.ts';

const values = new Map([
  ['Customer', 'Aïsha de Vries'],
  ['FirstName', 'Aïsha'],
]);

const recipient: RecipientSummary = {
  id: 'c1',
  kind: 'contact',
  name: 'Aïsha de Vries',
  firstName: 'Aïsha',
  organisation: 'De Vries Bouw',
  language: 'nl',
};

describe('placeholders', () => {
  for (const [rule, text, filled, missing] of [
    ['PL1', 'Beste {{Customer}},', 'Beste Aïsha de Vries,', []],
    ['PL1', 'Beste <<FirstName>>,', 'Beste Aïsha,', []],
    ['PL1', '<<FirstName>> <<FirstName>>', 'Aïsha Aïsha', []],
    ['PL2', 'Hallo {{ firstname }} en <<CUSTOMER>>', 'Hallo Aïsha en Aïsha de Vries', []],
    ['PL3', 'Monteur {{Engineer}} komt {{Date}}', 'Monteur {{Engineer}} komt {{Date}}', ['Engineer', 'Date']],
    ['PL3', '{{Date}} {{date}} <<DATE>>', '{{Date}} {{date}} <<DATE>>', ['Date']],
    [
      'PL5',
      'a << b, {{}} {{ }} {x} {{a{b}} <<>> 1 << 2 >>> 0',
      'a << b, {{}} {{ }} {x} {{a{b}} <<>> 1 << 2 >>> 0',
      ['2'],
    ],
    ['PL5', '{{__proto__}} {{constructor}}', '{{__proto__}} {{constructor}}', ['__proto__', 'constructor']],
    ['PL5', '', '', []],
  ] as const)
    it(`[${rule}] fills ${JSON.stringify(text)}`, () => {
      const result = fillPlaceholders(text, values);
      assert.equal(result.text, filled);
      assert.deepEqual(result.missing, missing);
    });

  it('[PL3] marks where each placeholder stands and what is known of it', () => {
    assert.deepEqual(fillPlaceholders('Hoi <<FirstName>>, tot {{Day}}!', values).parts, [
      { kind: 'text', text: 'Hoi ' },
      { kind: 'placeholder', name: 'FirstName', source: '<<FirstName>>', value: 'Aïsha' },
      { kind: 'text', text: ', tot ' },
      { kind: 'placeholder', name: 'Day', source: '{{Day}}', value: null },
      { kind: 'text', text: '!' },
    ]);
  });

  it('[PL4] never fills what a value contains', () => {
    const hostile = new Map([
      ['Customer', '{{FirstName}} $& <<Customer>>'],
      ['FirstName', 'x'],
    ]);
    assert.equal(fillPlaceholders('{{Customer}}', hostile).text, '{{FirstName}} $& <<Customer>>');
  });

  it('[PL4] keeps the parts equal to the text, whatever text and values', () => {
    const piece = fc.oneof(fc.constantFrom('{{', '}}', '<<', '>>', 'FirstName', 'Customer', ' ', '\n'), fc.string());
    fc.assert(
      fc.property(fc.array(piece), fc.string(), (pieces, value) => {
        const text = pieces.join('');
        const result = fillPlaceholders(text, new Map([['FirstName', value]]));
        const sources = result.parts.map((part) => (part.kind === 'text' ? part.text : part.source));
        assert.equal(sources.join(''), text);
        const shown = result.parts.map((part) => (part.kind === 'text' ? part.text : (part.value ?? part.source)));
        assert.equal(result.text, shown.join(''));
      }),
    );
  });

  it('[PL5] costs linear time on hostile text', () => {
    const time = (n: number): number => {
      const text = '{{'.repeat(n) + '<<a'.repeat(n);
      const runs = [1, 2, 3].map(() => {
        const start = performance.now();
        fillPlaceholders(text, values);
        return performance.now() - start;
      });
      return Math.min(...runs);
    };
    // A busy machine can spoil a measurement, never all of them.
    const isLinear = [1, 2, 3].some(() => time(80_000) <= 2.6 ** 2 * Math.max(time(20_000), 0.5));
    assert.ok(isLinear, `4n takes ${(time(80_000) / time(20_000)).toFixed(1)} times as long as n`);
  });
});

describe('what a recipient gives', () => {
  it('[PL6] gives name, first name and company', () => {
    assert.deepEqual(Object.fromEntries(recipientValues(recipient)), {
      Customer: 'Aïsha de Vries',
      Name: 'Aïsha de Vries',
      FirstName: 'Aïsha',
      Company: 'De Vries Bouw',
    });
  });

  it('[PL6] leaves out what the record does not say', () => {
    const bare = { ...recipient, firstName: null, organisation: '  ' };
    assert.deepEqual([...recipientValues(bare).keys()], ['Customer', 'Name']);
  });

  it('[PL6] has no name for a sender nobody matched', () => {
    const unmatched: RecipientSummary = { ...recipient, kind: 'unmatched', name: '+31612345678', firstName: null };
    assert.deepEqual([...recipientValues({ ...unmatched, organisation: null }).keys()], []);
  });
});
