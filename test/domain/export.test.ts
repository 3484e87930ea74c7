import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { exportConversation } from '../../src/domain/export-conversation.ts';
import { csvOf } from '../../src/documents/csv-file.ts';
import { delimiterOf, safeCell } from '../../src/domain/export-csv.ts';
import { aConversation, aMessage, T0 } from './samples.ts';

const attachment = {
  id: 'f1',
  name: '=cmd.pdf',
  mimeType: 'application/pdf',
  sizeBytes: 1,
  url: null,
  thumbnailUrl: null,
  altText: null,
  durationMs: null,
};

describe('an exported conversation', () => {
  const messages = [
    aMessage({ id: 'm2', at: T0 + 2, direction: 'note', author: { kind: 'co-worker', id: 'w1', name: 'Saskia' } }),
    aMessage({ id: 'm1', at: T0 + 1 }),
    aMessage({ id: 'm3', at: T0 + 3, direction: 'event', content: { kind: 'event', event: { type: 'started' } } }),
    aMessage({ id: 'm4', at: T0 + 4, content: { kind: 'document', attachment, caption: null } }),
    aMessage({ id: 'm5', at: T0 + 5, deletedAt: T0 + 6 }),
  ];

  for (const [notes, events, expected] of [
    [false, false, [1, 4, 5]],
    [true, false, [1, 2, 4, 5]],
    [true, true, [1, 2, 3, 4, 5]],
  ] as const)
    it(`[EX1] holds ${notes ? '' : 'no '}notes and ${events ? '' : 'no '}events by choice, oldest first`, () => {
      const exported = exportConversation(aConversation(), messages, { notes, events });
      assert.deepEqual(
        exported.messages.map(({ at }) => at - T0),
        expected,
      );
    });

  it('[EX2] names files and leaves out what was taken back', () => {
    const [, file, deleted] = exportConversation(aConversation(), messages, { notes: false, events: false }).messages;
    assert.deepEqual([file?.text, file?.files], ['', ['=cmd.pdf']]);
    assert.deepEqual([deleted?.text, deleted?.deletedAt], ['', T0 + 6]);
  });

  it('[EX6] says when a message was changed or taken back, and not what it said before', () => {
    const earlier = [{ text: 'At seven', at: T0 }];
    const changed = aMessage({ id: 'c', at: T0 + 1, editedAt: T0 + 5, earlier });
    const gone = aMessage({ id: 'g', at: T0 + 2, editedAt: T0 + 5, deletedAt: T0 + 6, earlier: [] });
    const { messages: exported } = exportConversation(aConversation(), [changed, gone], { notes: true, events: true });
    assert.deepEqual(
      exported.map(({ editedAt, deletedAt }) => [editedAt, deletedAt]),
      [
        [T0 + 5, null],
        [null, T0 + 6],
      ],
    );
    assert.ok(!JSON.stringify(exported).includes('At seven'));
  });

  it('[EX1] leaves the messages it was given in their order', () => {
    assert.equal(messages[0]?.id, 'm2');
  });
});

describe('cells', () => {
  for (const text of [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\tx',
    '\rx',
    ' =1',
    '\u200b=1',
    '"=1',
    '＝1',
    '＋1',
    '－1',
    '＠1',
    '\n=1',
  ])
    it(`[EX3] neutralises ${JSON.stringify(text)}`, () => {
      assert.equal(safeCell(text), `'${text}`);
    });

  for (const text of ['Hallo', 'a=b', '1 + 1', '', 'x@y.nl', '12', '1234567', "'t is goed"])
    it(`[EX3] leaves ${JSON.stringify(text)} as it is`, () => {
      assert.equal(safeCell(text), text);
    });

  for (const text of ['+31612345678', '0031612345678', '06 12345678', '31612345678901', '007'])
    it(`[EX4] keeps ${text} as text`, () => {
      assert.equal(safeCell(text), `'${text}`);
    });

  it('[EX5] come back from a reader of RFC 4180 as they were, safe', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.array(fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r', '=', ' ', 'é', '\t') }), {
            minLength: 1,
          }),
          { minLength: 1 },
        ),
        fc.constantFrom(',' as const, ';' as const),
        (rows, delimiter) => {
          const read = readCsv(csvOf(rows, { delimiter }), delimiter);
          assert.deepEqual(
            read,
            rows.map((row) => row.map(safeCell)),
          );
        },
      ),
    );
  });

  it('[EX5] are written with a mark, numbers plain, absent ones empty', () => {
    assert.equal(
      csvOf([
        ['é', -1, null],
        ['a,b', 'c"d', '\0x'],
      ]),
      '\ufeffé,-1,\r\n"a,b","c""d",x\r\n',
    );
  });

  it('[EX5] are parted as spreadsheets of the locale expect', () => {
    assert.deepEqual(['nl', 'en', 'de-CH'].map(delimiterOf), [';', ',', ',']);
  });
});

/** A plain reader of RFC 4180, to hold the writer against. */
function readCsv(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 1; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (sign === '"') isQuoted = true;
    else if (sign === delimiter || text.startsWith('\r\n', at)) {
      row.push(cell);
      cell = '';
      if (sign !== delimiter) {
        rows.push(row);
        row = [];
        at += 1;
      }
    } else cell += sign;
  }
  return rows;
}
