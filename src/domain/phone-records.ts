import type { Address, Recipient } from './model.ts';
import type { ConversionFilter, PhoneRecord } from './phone-conversion.ts';

/** A phone field as the host spells it. */
export interface PhoneField {
  readonly value: string;
  /** ISO 3166 code of the country whose national spelling counts; `null` = the default. */
  readonly country: string | null;
}

/** PF9: the phone field of a record; `null` for a sender that is no record. Without a field of its own its number is it. */
export function phoneRecordOf(
  { id: recipientId, kind, name, branchId, addresses }: Recipient,
  field: PhoneField | null,
): PhoneRecord | null {
  if (kind === 'unmatched') return null;
  const value = field?.value ?? addresses.find(({ channel }) => channel === 'phone')?.value ?? '';
  return { recipientId, kind, name, branchId, value, country: field?.country ?? null };
}

/** Whether a report is about a record. */
export function fitsConversion({ kind, branchId }: PhoneRecord, { kinds, branchIds }: ConversionFilter): boolean {
  return (!kinds || kinds.includes(kind)) && (!branchIds || branchIds.includes(branchId));
}

/**
 * PF9: the addresses once the field holds another number: messages are matched by the new one. The same list when the
 * field means the same line as before, or none that can be read.
 *
 * @param before - what the field meant, E.164; `null` = no number
 * @param after - what it means now
 */
export function withPhoneNumber(
  addresses: readonly Address[],
  before: string | null,
  after: string | null,
): readonly Address[] {
  if (after === null || addresses.some(({ channel, value }) => channel === 'phone' && value === after))
    return addresses;
  const others = addresses.filter(({ channel, value }) => channel !== 'phone' || value !== before);
  return [{ channel: 'phone', value: after }, ...others];
}
