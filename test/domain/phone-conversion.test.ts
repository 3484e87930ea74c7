import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  changesOf,
  conversionCells,
  countVerdicts,
  inBatches,
  planConversion,
  reversed,
} from '../../src/domain/phone-conversion.ts';
import type { PhoneRecord } from '../../src/domain/phone-conversion.ts';
import { formatAs, phoneFormats, readPhoneField } from '../../src/domain/phone-field.ts';
import { phoneMetadata as metadata } from '../../src/domain/phone-metadata.ts';

const dutch = { defaultCountry: 'NL', metadata };

function record(value: string, changes: Partial<PhoneRecord> = {}): PhoneRecord {
  return { recipientId: value, kind: 'contact', name: 'Aïsha', branchId: null, value, country: 'NL', ...changes };
}

describe('a phone field', () => {
  for (const [format, expected] of [
    ['e164', '+31612345678'],
    ['00', '0031612345678'],
    ['digits', '31612345678'],
  ] as const)
    it(`[PF1] keeps numbers as ${expected}, however they were typed`, () => {
      assert.equal(formatAs('+31612345678', format), expected);
      for (const typed of ['06-12345678', '+31 (0)6 12345678', '0031612345678', '31612345678', 'tel:+31612345678']) {
        const read = readPhoneField(typed, format, dutch);
        assert.equal(read.kind === 'number' && read.value, expected, typed);
      }
    });

  it('[PF1] finds nothing to do the second time, in any format', () => {
    const anyNumber = fc.integer({ min: 10_000_000, max: 59_999_999 }).map((digits) => `06${digits}`);
    fc.assert(
      fc.property(anyNumber, fc.constantFrom(...phoneFormats), (typed, format) => {
        const first = readPhoneField(typed, format, dutch);
        assert.ok(first.kind === 'number');
        const second = readPhoneField(first.value, format, dutch);
        assert.ok(second.kind === 'number' && !second.isChanged && second.steps.length === 0);
      }),
    );
  });

  for (const [typed, format, expected] of [
    ['+31612345678', 'e164', []],
    ['06-12345678', 'e164', ['signs-removed', 'trunk-zero-removed', 'country-added']],
    ['0612345678', 'e164', ['trunk-zero-removed', 'country-added']],
    ['612345678', 'e164', ['country-added']],
    ['0031612345678', 'e164', ['prefix-changed']],
    ['31612345678', 'e164', ['prefix-changed']],
    ['\u202a+31612345678\u202c', 'e164', ['signs-removed']],
    ['٠٦١٢٣٤٥٦٧٨', 'e164', ['digits-changed', 'trunk-zero-removed', 'country-added']],
    ['＋３１６１２３４５６７８', 'e164', ['digits-changed']],
    ['+31612345678', '00', ['prefix-changed']],
    ['+31612345678', 'digits', ['prefix-changed']],
    ['+31 6 12345678', 'e164', ['signs-removed']],
    ['+31 (0)6 12345678', 'e164', ['signs-removed', 'trunk-zero-removed']],
    ['0612345678 tst. 12', 'e164', ['extension-removed', 'trunk-zero-removed', 'country-added']],
  ] as const)
    it(`[PF2] says what it did to ${typed} for ${format}`, () => {
      const read = readPhoneField(typed, format, dutch);
      assert.deepEqual(read.kind === 'number' && read.steps, expected);
    });

  for (const typed of ['06-12345678 ext 12', '0612345678x12', '+31612345678 toestel 4', '+31612345678;ext=4'])
    it(`[PF3] keeps the line of ${typed} and tells of the extension`, () => {
      const read = readPhoneField(typed, 'e164', dutch);
      assert.ok(read.kind === 'number');
      assert.deepEqual([read.value, read.doubts], ['+31612345678', ['extension']]);
    });

  for (const typed of ['3669', 'NL.13491208655302741918', '@aisha'])
    it(`[PF4] leaves ${typed} alone: it is no phone number`, () => {
      assert.deepEqual(readPhoneField(typed, 'e164', dutch), { kind: 'id', value: typed });
    });

  it('[PF6] doubts what the plan does not know, and what is from a country without a plan', () => {
    const doubts = (typed: string) => {
      const read = readPhoneField(typed, 'e164', dutch);
      return read.kind === 'number' ? read.doubts : null;
    };
    assert.deepEqual(doubts('06-1234567'), ['not-in-plan']);
    assert.deepEqual(doubts('020-1234567'), ['not-in-plan']);
    assert.deepEqual(doubts('+81 90 1234 5678'), ['country-unknown']);
    assert.deepEqual(doubts('06-12345678'), []);
  });

  it('says why it is no number', () => {
    const problem = (typed: string) => {
      const read = readPhoneField(typed, 'e164', dutch);
      return read.kind === 'invalid' ? read.problem : read.kind;
    };
    assert.deepEqual(['', '06-12345678 / 020-1234567', 'bellen na vijf', '+3161234567890123', '06 12'].map(problem), [
      'empty',
      'several',
      'not-a-number',
      'too-long',
      'too-short',
    ]);
  });
});

describe('the conversion report', () => {
  const plan = (records: readonly PhoneRecord[]) => planConversion(records, { ...dutch, format: 'e164' });

  it('[PF5] says of each record what would become of it, and writes nothing', () => {
    const records = ['+31612345678', '06-87654321', '06-1234567', 'x', '', '3669'].map((value) => record(value));
    const before = structuredClone(records);
    const rows = plan(records);
    assert.deepEqual(
      rows.map(({ verdict, to, reasons }) => [verdict, to, reasons]),
      [
        ['unchanged', null, []],
        ['changed', '+31687654321', []],
        ['doubtful', '+3161234567', ['not-in-plan']],
        ['invalid', null, ['not-a-number']],
        ['empty', null, []],
        ['unchanged', null, []],
      ],
    );
    assert.deepEqual(records, before);
    assert.deepEqual(countVerdicts(rows), { unchanged: 2, changed: 1, doubtful: 1, invalid: 1, empty: 1 });
  });

  it('[PF5] reads a number as people of the record’s own country write it', () => {
    const [row] = plan([record('0470 12 34 56', { country: 'BE' })]);
    assert.deepEqual([row?.verdict, row?.to], ['changed', '+32470123456']);
  });

  it('[PF6] writes doubtful numbers only where a person said so', () => {
    const rows = plan([record('06-87654321'), record('06-1234567')]);
    assert.deepEqual(changesOf(rows, new Set()), [
      { recipientId: '06-87654321', from: '06-87654321', to: '+31687654321' },
    ]);
    assert.equal(changesOf(rows, new Set(['06-1234567'])).length, 2);
  });

  it('[PF7] tells of numbers that several records share, and converts them', () => {
    const rows = plan([record('06-87654321'), record('+31687654321'), record('0611111111')]);
    assert.deepEqual(
      rows.map(({ verdict, reasons, sharedWith }) => [verdict, reasons, sharedWith]),
      [
        ['changed', ['shared'], 1],
        ['unchanged', ['shared'], 1],
        ['changed', [], 0],
      ],
    );
  });

  it('[PF8] goes in batches and is taken back the last first', () => {
    const changes = ['a', 'b', 'c'].map((recipientId) => ({ recipientId, from: '1', to: '2' }));
    assert.deepEqual(
      inBatches(changes, 2).map((batch) => batch.length),
      [2, 1],
    );
    assert.deepEqual(inBatches([], 2), []);
    assert.deepEqual(
      reversed(changes),
      ['c', 'b', 'a'].map((recipientId) => ({ recipientId, from: '2', to: '1' })),
    );
  });

  it('gives a file of it', () => {
    const upper = (word: string) => word.toUpperCase();
    const cells = conversionCells(plan([record('06-1234567')]), { kind: upper, verdict: upper, reason: upper });
    assert.deepEqual(cells, [
      ['06-1234567', 'CONTACT', 'Aïsha', '06-1234567', '+3161234567', 'DOUBTFUL', 'NOT-IN-PLAN'],
    ]);
  });
});
