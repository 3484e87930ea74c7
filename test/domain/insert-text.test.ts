import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { insertPrepared, nextPlaceholder, unresolvedPlaceholders } from '../../src/domain/insert-text.ts';
import { fillPlaceholders } from '../../src/domain/placeholders.ts';
import { triggerAt } from '../../src/domain/text-triggers.ts';
import { assertLinear } from '../linear.ts';

const values = new Map([['Customer', 'Lawrence']]);

/** A text with its caret at `|`. */
function marked(text: string): { text: string; caret: number } {
  return { text: text.replace('|', ''), caret: text.indexOf('|') };
}

describe('where a list opens', () => {
  const rows: readonly [rule: string, sign: '!' | '@', text: string, expected: string | null][] = [
    ['TR1', '!', '!|', ''],
    ['TR1', '!', 'Hello !ty|', 'ty'],
    ['TR1', '!', 'Hello\n!ty3|', 'ty3'],
    ['TR1', '!', '(!ty|', 'ty'],
    ['TR1', '!', '!level2.1|', 'level2.1'],
    ['TR1', '!', '!één|', 'één'],
    ['TR1', '!', 'Super!|', null],
    ['TR1', '!', 'Super!!|', null],
    ['TR1', '!', '!ty |', null],
    ['TR1', '!', '|!ty', null],
    ['TR1', '!', `!${'a'.repeat(41)}|`, null],
    ['TR1', '!', `${'x'.repeat(200)} !ty|`, 'ty'],
    ['TR1', '@', '@|', ''],
    ['TR1', '@', 'Ask @Anna|', 'Anna'],
    ['TR1', '@', 'Ask @Anna de V|', 'Anna de V'],
    ['TR1', '@', 'Ask @Anna de Vries van Dam|', null],
    ['TR1', '@', 'a@b|', null],
    ['TR1', '@', '@@|', null],
    ['TR1', '@', '@Anna\nand|', null],
    ['TR1', '@', `${'x'.repeat(200)}@a|`, null],
  ];
  for (const [rule, sign, given, expected] of rows)
    it(`[${rule}] ${sign} ${expected === null ? 'opens nothing' : `opens for ${JSON.stringify(expected)}`} at ${JSON.stringify(given.slice(-30))}`, () => {
      const { text, caret } = marked(given);
      assert.equal(triggerAt(text, caret, sign)?.query ?? null, expected);
    });

  it('[TR2] replaces the sign and the whole shortcut, also from its middle', () => {
    assert.deepEqual(triggerAt('Hi !thankyou3 bye', 8, '!'), { start: 3, end: 13, query: 'than' });
  });

  it('[TR2] replaces a name up to the caret', () => {
    assert.deepEqual(triggerAt('@Ann and', 4, '@'), { start: 0, end: 4, query: 'Ann' });
  });

  it('[TR1] costs the same in a text of any length', () => {
    assertLinear((length) => {
      const text = `${'@a '.repeat(length)}@a`;
      return () => Array.from({ length: 200 }, () => triggerAt(text, text.length, '@'));
    }, 10_000);
  });
});

describe('putting a prepared text in', () => {
  const insert = (text: string, prepared: string, known: ReadonlyMap<string, string> = values) => {
    const start = text.indexOf('[');
    const bare = text.replace(/[[\]]/g, '');
    const end = text.includes(']') ? text.indexOf(']') - 1 : start;
    return insertPrepared(bare, { start, end }, prepared, known);
  };

  it('[QR9] replaces the shortcut and puts the caret behind', () => {
    const done = insert('Dear, [!ty3]\nBye', 'Thank you {{Customer}}!');
    assert.equal(done.text, 'Dear, Thank you Lawrence!\nBye');
    assert.deepEqual(done.selection, { start: 25, end: 25 });
    assert.deepEqual([done.range, done.insert], [{ start: 6, end: 10 }, 'Thank you Lawrence!']);
  });

  it('[QR9] selects the first placeholder that nobody can fill', () => {
    const done = insert('A [', '{{Customer}}: {{Order}} and <<Day>>');
    assert.equal(done.text.slice(done.selection.start, done.selection.end), '{{Order}}');
    assert.equal(done.text, 'A Lawrence: {{Order}} and <<Day>>');
  });

  it('[QR9] keeps line breaks', () => {
    assert.equal(insert('[', 'a\n\nb').text, 'a\n\nb');
  });

  const hostile: readonly [string, string, string, string][] = [
    ['{{Order}}', '[', '{{Customer}}', '{Order}'],
    ['<<<Order>>>', '[', 'x {{Customer}} y', 'x <Order> y'],
    ['{Order}', '{[}', '{{Customer}}', '{Order}'],
    ['<Order>', '[', '<<<Customer>>>', '<Order>'],
    ['Jan <jan@example.com>', '[', 'Hi {{Customer}}', 'Hi Jan <jan@example.com>'],
  ];
  for (const [name, text, prepared, expected] of hostile)
    it(`[PL7] a customer called ${name} makes no placeholder`, () => {
      assert.equal(insert(text, prepared, new Map([['Customer', name]])).text, expected);
    });

  it('[PL7] what was put in is not filled again when it is sent', () => {
    const piece = fc.oneof(fc.constantFrom('{{Customer}}', '<<Customer>>', '{', '}', '<', '>', ' '), fc.string());
    const name = fc
      .array(fc.constantFrom('{', '}', '<', '>', 'Customer', 'Order', ' '))
      .map((parts) => `a${parts.join('')}`);
    fc.assert(
      fc.property(fc.array(piece), name, (pieces, customer) => {
        const known = new Map([['Customer', customer]]);
        const { text } = insertPrepared('', { start: 0, end: 0 }, pieces.join(''), known);
        assert.equal(fillPlaceholders(text, known).text, text);
      }),
    );
  });
});

describe('placeholders to be mended', () => {
  const text = 'Hi {{Customer}}, {{Order}} comes <<Day>>.';
  const marks = unresolvedPlaceholders(text, values);

  it('[QR10] are marked where they stand', () => {
    assert.deepEqual(
      marks.map(({ start, end, name }) => [text.slice(start, end), name]),
      [
        ['{{Order}}', 'Order'],
        ['<<Day>>', 'Day'],
      ],
    );
  });

  const rows: readonly [string, readonly [number, number], 'forward' | 'backward', string | null][] = [
    ['from the beginning', [0, 0], 'forward', 'Order'],
    ['from a mark that is selected', [17, 26], 'forward', 'Day'],
    ['from before a mark', [17, 17], 'forward', 'Order'],
    ['after the last one', [41, 41], 'forward', null],
    ['back from the end', [41, 41], 'backward', 'Day'],
    ['back from a mark that is selected', [33, 40], 'backward', 'Order'],
    ['back from the beginning', [3, 3], 'backward', null],
  ];
  for (const [title, [start, end], direction, expected] of rows)
    it(`[QR10] Tab goes on ${title} to ${String(expected)}`, () => {
      assert.equal(nextPlaceholder(marks, { start, end }, direction)?.name ?? null, expected);
    });
});
