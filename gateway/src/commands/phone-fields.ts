import type { PhoneChange } from '../../../src/domain/phone-conversion.ts';
import { phoneRecordOf, withPhoneNumber } from '../../../src/domain/phone-records.ts';
import type { PhoneChangeResult } from '../../../src/ports/parts/phone-conversion.ts';
import { AdapterError } from '../../../src/ports/adapter-error.ts';
import type { AddressBook } from '../addresses.ts';
import { findRecipientWithField, putPhoneField } from '../store/phone-fields.ts';
import type { Unit } from '../store/unit.ts';
import type { Viewer } from '../store/viewer.ts';

/** One act holds every record it changes: a report is written in parts. */
const mostChanges = 1_000;

/** Writes what still is as the report saw it; messages are matched by the new number from then on. */
export async function writePhoneChanges(
  unit: Unit,
  changes: readonly PhoneChange[],
  { viewer, addresses }: { readonly viewer: Viewer; readonly addresses: AddressBook },
): Promise<readonly PhoneChangeResult[]> {
  if (changes.length > mostChanges)
    throw new AdapterError('invalid', `more than ${mostChanges} changes at once`, { path: 'changes' });
  // Always in one order, so that two who write at once do not wait for each other.
  const sorted = [...changes].sort((a, b) => (a.recipientId < b.recipientId ? -1 : 1));
  const outcomes = new Map<PhoneChange, PhoneChangeResult['outcome']>();
  for (const change of sorted) outcomes.set(change, await writeChange(unit, change, { viewer, addresses }));
  return changes.map((change) => ({
    recipientId: change.recipientId,
    outcome: outcomes.get(change) ?? 'not-found',
  }));
}

async function writeChange(
  unit: Unit,
  { recipientId, from, to }: PhoneChange,
  { viewer, addresses }: { readonly viewer: Viewer; readonly addresses: AddressBook },
): Promise<PhoneChangeResult['outcome']> {
  await unit.lock(`recipient ${recipientId}`);
  const found = await findRecipientWithField(unit.sql, viewer, recipientId);
  const record = found && phoneRecordOf(found.recipient, found.field);
  if (!found || !record) return 'not-found';
  if (record.value !== from) return 'changed-since';
  await putPhoneField(unit.sql, unit.tenant, recipientId, { value: to, country: record.country });
  const { recipient } = found;
  const [before, after] = [from, to].map((value) => addresses.read('sms', value, record.country));
  const next = withPhoneNumber(recipient.addresses, before ?? null, after ?? null);
  if (next !== recipient.addresses) await unit.putRecipient({ ...recipient, addresses: next });
  return 'written';
}
