import type { Address, Recipient } from '../../src/domain/model.ts';
import { usesPhoneNumber } from '../../src/domain/phone-based.ts';
import { personOf } from './seed.ts';
import type { ErpRecord } from './seed/people.ts';
import { contactCount } from './seed/people.ts';

/** What the form of a new contact says. */
export interface NewContact extends Pick<
  ErpRecord,
  'firstName' | 'organisation' | 'mobile' | 'email' | 'language' | 'coWorkerId' | 'branchId'
> {
  readonly lastName: string;
  /** What the person writes from, which need not be a phone number. */
  readonly sender: Address;
}

/** A contact of what somebody sent; `null` when it is none. */
export function readNewContact(sent: unknown): NewContact | null {
  if (typeof sent !== 'object' || sent === null) return null;
  const { sender } = sent as Partial<NewContact>;
  const texts = ['firstName', 'lastName', 'mobile', 'email', 'language', 'branchId'] as const;
  const { organisation = null, coWorkerId = null, ...rest } = sent as Partial<NewContact>;
  const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= 200;
  const isContact =
    texts.every((name) => isText(rest[name])) &&
    [organisation, coWorkerId].every((value) => value === null || isText(value)) &&
    isText(sender?.channel) &&
    isText(sender.value) &&
    `${rest.firstName}${rest.lastName}`.trim() !== '';
  return isContact ? (sent as NewContact) : null;
}

/** The card of a new contact, with the next free number. */
export function cardOf(contact: NewContact, made: readonly ErpRecord[], month: number): ErpRecord {
  const { firstName, lastName, organisation, mobile, email, language, coWorkerId, branchId } = contact;
  const index = contactCount + made.length + 1;
  return {
    firstName,
    organisation,
    mobile,
    email,
    language,
    coWorkerId,
    branchId,
    id: `contact-${index}`,
    number: `C${10_000 + index}`,
    kind: 'contact',
    name: [firstName, lastName]
      .map((part) => part.trim())
      .filter(Boolean)
      .join(' '),
    address: '',
    postcode: '',
    town: '',
    country: branchId === 'branch-antwerp' ? 'BE' : 'NL',
    device: 'boiler',
    serviceMonth: month,
    contract: 'none',
  };
}

/** The card as the message centre knows it, with the address its messages come from. */
export function recipientOf(record: ErpRecord, sender: Address): Recipient {
  const { recipient } = personOf(record);
  const isPhone = sender.channel === 'phone' || usesPhoneNumber(sender.channel);
  return isPhone && recipient.addresses.length > 0
    ? recipient
    : { ...recipient, addresses: [...recipient.addresses, isPhone ? { ...sender, channel: 'phone' } : sender] };
}
