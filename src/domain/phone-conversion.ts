import type { Cell } from './export-csv.ts';
import type { PhoneProblem, PhoneOptions } from './phone.ts';
import { readPhoneField } from './phone-field.ts';
import type { PhoneDoubt, PhoneFormat, PhoneReading } from './phone-field.ts';

/** A phone field of a record of the host, as it is stored. */
export interface PhoneRecord {
  readonly recipientId: string;
  readonly kind: 'contact' | 'resource';
  readonly name: string;
  readonly branchId: string | null;
  readonly value: string;
  /** Country whose national spelling counts for this record; `null` = the default. */
  readonly country: string | null;
}

/** What the report says of a record: nothing to do, to be converted, to be looked at, or not a number. */
export type ConversionVerdict = 'unchanged' | 'changed' | 'doubtful' | 'invalid' | 'empty';

/** Why a record is doubtful or invalid. `shared`: several records have this number, so messages match none of them alone. */
export type ConversionReason = PhoneProblem | PhoneDoubt | 'shared';

/** One line of the conversion report (E5). */
export interface ConversionRow {
  readonly record: PhoneRecord;
  readonly verdict: ConversionVerdict;
  /** What the field would hold; `null` when nothing would be written. */
  readonly to: string | null;
  readonly reasons: readonly ConversionReason[];
  /** How many other records have the same number. */
  readonly sharedWith: number;
}

/** Which records a report is about. Absent = all. */
export interface ConversionFilter {
  readonly kinds?: readonly PhoneRecord['kind'][];
  readonly branchIds?: readonly (string | null)[];
}

/** What is to be written to one record; only while it still holds `from`. */
export interface PhoneChange {
  readonly recipientId: string;
  readonly from: string;
  readonly to: string;
}

/** How numbers are read and written. */
export interface ConversionOptions extends PhoneOptions {
  readonly format: PhoneFormat;
}

/** The dry run: what would become of each record. Nothing is written (PF5, PF6, PF7). */
export function planConversion(records: readonly PhoneRecord[], options: ConversionOptions): readonly ConversionRow[] {
  const readings = records.map(
    (record) => [record, readPhoneField(record.value, options.format, forRecord(record, options))] as const,
  );
  const owners = new Map<string, number>();
  for (const [, reading] of readings)
    if (reading.kind === 'number') owners.set(reading.e164, (owners.get(reading.e164) ?? 0) + 1);
  return readings.map(([record, reading]) => {
    const sharedWith = reading.kind === 'number' ? (owners.get(reading.e164) ?? 1) - 1 : 0;
    return { record, ...verdictOf(reading, sharedWith), sharedWith };
  });
}

/** How many rows have each verdict. */
export function countVerdicts(rows: readonly ConversionRow[]): Readonly<Record<ConversionVerdict, number>> {
  const counts = { unchanged: 0, changed: 0, doubtful: 0, invalid: 0, empty: 0 };
  for (const { verdict } of rows) counts[verdict] += 1;
  return counts;
}

/** What is written for these rows: certain changes always, doubtful ones only where a person said so (PF6). */
export function changesOf(rows: readonly ConversionRow[], approved: ReadonlySet<string>): readonly PhoneChange[] {
  return rows.flatMap(({ record: { recipientId, value }, verdict, to }) => {
    const isWanted = verdict === 'changed' || (verdict === 'doubtful' && approved.has(recipientId));
    return isWanted && to !== null && to !== value ? [{ recipientId, from: value, to }] : [];
  });
}

/** PF8: what takes changes back, the last first; each only while the field still holds what was written. */
export function reversed(changes: readonly PhoneChange[]): readonly PhoneChange[] {
  return changes.map(({ recipientId, from, to }) => ({ recipientId, from: to, to: from })).reverse();
}

/** PF8: changes in portions, so that progress shows, and stopping stops. */
export function inBatches<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}

/** Names of what stands in the report, in the agent's language. */
export interface ConversionWords {
  readonly kind: (kind: PhoneRecord['kind']) => string;
  readonly verdict: (verdict: ConversionVerdict) => string;
  readonly reason: (reason: ConversionReason) => string;
}

/** The report as cells, for a file. */
export function conversionCells(rows: readonly ConversionRow[], words: ConversionWords): readonly (readonly Cell[])[] {
  return rows.map(({ record, verdict, to, reasons }) => [
    record.recipientId,
    words.kind(record.kind),
    record.name,
    record.value,
    to ?? '',
    words.verdict(verdict),
    reasons.map(words.reason).join(', '),
  ]);
}

/** The record's own country decides how its number is spelled at home; a branch abroad has numbers from abroad. */
function forRecord({ country }: PhoneRecord, options: ConversionOptions): PhoneOptions {
  return country === null ? options : { ...options, defaultCountry: country };
}

function verdictOf(reading: PhoneReading, sharedWith: number): Pick<ConversionRow, 'verdict' | 'to' | 'reasons'> {
  switch (reading.kind) {
    case 'empty':
      return { verdict: 'empty', to: null, reasons: [] };
    case 'id': // PF4: neither converted nor complained of
      return { verdict: 'unchanged', to: null, reasons: [] };
    case 'invalid':
      return { verdict: 'invalid', to: null, reasons: [reading.problem] };
    case 'number': {
      // PF7: sharing a number is told, but is no reason to leave it spelled in a way that nothing matches.
      const shared = sharedWith > 0 ? (['shared'] as const) : [];
      const reasons = [...reading.doubts, ...shared];
      if (reading.doubts.length > 0) return { verdict: 'doubtful', to: reading.value, reasons }; // PF6
      if (!reading.isChanged) return { verdict: 'unchanged', to: null, reasons };
      return { verdict: 'changed', to: reading.value, reasons };
    }
  }
}
