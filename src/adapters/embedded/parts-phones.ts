import { canonicalJson } from '../../domain/canonical-json.ts';
import { decodeCursor, encodeCursor } from './cursors.ts';
import { LAST } from './keys.ts';
import { pageSize } from './pages.ts';
import { fitsConversion, phoneRecordOf, withPhoneNumber } from '../../domain/phone-records.ts';
import type { AddressBook } from './addresses.ts';
import type { Place } from './cursors.ts';
import type { EmbeddedTransaction } from './store.ts';
import type { Unit } from './unit.ts';
import type { ConversionFilter, PhoneChange, PhoneRecord } from '../../domain/phone-conversion.ts';
import type { Page, PageRequest } from '../../ports/adapter.ts';
import type { PhoneChangeResult } from '../../ports/parts/phone-conversion.ts';

/** The phone fields of contacts and resources, in order of name. Senders that are no record have no field. */
export async function listPhoneRecords(
  tx: EmbeddedTransaction,
  filter: ConversionFilter,
  page: PageRequest,
): Promise<Page<PhoneRecord>> {
  const question = canonicalJson({ phones: filter });
  const limit = pageSize(page.limit);
  let after: Place = page.cursor === undefined ? [] : decodeCursor(question, page.cursor, ['string', 'string']);
  const items: PhoneRecord[] = [];
  for (;;) {
    const rows = await tx.scan('recipients', 'name', { lower: after, lowerOpen: true, upper: [LAST], limit: 200 });
    for (const row of rows) {
      if (items.length === limit) return { items, nextCursor: encodeCursor(question, after), total: null };
      after = row.nameKey as Place;
      const record = phoneRecordOf(row.recipient, row.phone ?? null);
      if (record && fitsConversion(record, filter)) items.push(record);
    }
    if (rows.length < 200) return { items, nextCursor: null, total: null };
  }
}

/** Writes what still is as the report saw it; messages are matched by the new number from then on. */
export async function writePhoneChanges(
  unit: Unit,
  changes: readonly PhoneChange[],
  addresses: AddressBook,
): Promise<readonly PhoneChangeResult[]> {
  const results: PhoneChangeResult[] = [];
  for (const change of changes) {
    const { recipientId } = change;
    results.push({ recipientId, outcome: await writeChange(unit, change, addresses) });
  }
  return results;
}

async function writeChange(
  unit: Unit,
  { recipientId, from, to }: PhoneChange,
  addresses: AddressBook,
): Promise<PhoneChangeResult['outcome']> {
  const row = await unit.tx.get('recipients', recipientId);
  const record = row && phoneRecordOf(row.recipient, row.phone ?? null);
  if (!row || !record) return 'not-found';
  if (record.value !== from) return 'changed-since';
  await unit.tx.put('recipients', { ...row, phone: { value: to, country: record.country } });
  const [before, after] = [from, to].map((value) => addresses.read('sms', value, record.country));
  const next = withPhoneNumber(row.recipient.addresses, before ?? null, after ?? null);
  if (next !== row.recipient.addresses) await unit.putRecipient({ ...row.recipient, addresses: next });
  return 'written';
}
