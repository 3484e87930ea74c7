import { usesPhoneNumber } from '../../src/domain/phone-based.ts';
import { phoneMetadata } from '../../src/domain/phone-metadata.ts';
import { normalizePhone } from '../../src/domain/phone.ts';
import type { PhoneOptions } from '../../src/domain/phone.ts';
import type { Address, ChannelKind } from '../../src/domain/model.ts';

/** Reads addresses in any spelling. */
export interface AddressBook {
  /** The one form in which it is stored: E.164 where it is a phone number that can be read. */
  normalize(channel: Address['channel'], value: string): string;
  /** The same, but `null` when a phone-based channel's address is no phone number; `country` says whose spelling counts. */
  read(channel: ChannelKind, value: string, country?: string | null): string | null;
}

/** @param defaultCountry - ISO 3166 code of the country whose national spelling counts */
export function addressBook(defaultCountry: string | null): AddressBook {
  const options: PhoneOptions = { defaultCountry, metadata: phoneMetadata };
  const phone = (value: string, country = defaultCountry): string | null => {
    const number = normalizePhone(value, { ...options, defaultCountry: country });
    return number.ok ? number.e164 : null;
  };
  const isPhone = (channel: Address['channel']): boolean => channel === 'phone' || usesPhoneNumber(channel);
  return {
    normalize: (channel, value) => (isPhone(channel) ? phone(value) : null) ?? value.trim(),
    read: (channel, value, country) =>
      isPhone(channel) ? phone(value, country ?? defaultCountry) : value.trim() || null,
  };
}

/** What two addresses have in common that reach the same person: channels by phone number share one key. */
export function addressKey(channel: Address['channel'], address: string): string {
  if (channel === 'phone' || usesPhoneNumber(channel)) return `phone:${address}`;
  return `${channel}:${channel === 'email' ? address.toLowerCase() : address}`;
}
