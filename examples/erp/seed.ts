import type { EmbeddedData } from '../../src/adapters/embedded/data.ts';
import { normalizePhone } from '../../src/domain/phone.ts';
import { phoneMetadata as metadata } from '../../src/domain/phone-metadata.ts';
import type { Conversation, Recipient } from '../../src/domain/model.ts';
import { makeConversations } from './seed/conversations.ts';
import type { Person } from './seed/conversations.ts';
import { makeRecords } from './seed/people.ts';
import type { ErpRecord } from './seed/people.ts';
import { approvedTemplates, ownNumbers, quickReplies } from './seed/prepared.ts';
import { createRandom } from './seed/random.ts';
import {
  branches,
  coWorkers,
  invitationCode,
  tags,
  tagSettings,
  teams,
  templates,
  whatsappNumber,
} from './seed/settings.ts';

const seed = 20_261_122;

/** The ERP's own contacts and resources: the same on every machine. */
export function seedRecords(): readonly ErpRecord[] {
  return makeRecords(createRandom(seed));
}

/** Everything the backend starts with. Conversations end near `now`, epoch ms; all else is always the same. */
export function seedData(now: number): EmbeddedData {
  const records = seedRecords();
  const people = records.map(personOf);
  const reachable = people.filter(({ address }) => address !== '');
  const { conversations, messages, unmatched } = makeConversations(createRandom(seed + 1), reachable, now);
  return {
    coWorkers,
    branches,
    recipients: [...people.map(({ recipient }) => recipient), ...unmatched],
    conversations: conversations.map(inTeam),
    messages,
    teams,
    tags,
    tagSettings,
    phones: records.map(({ id, mobile, country }) => ({ recipientId: id, value: mobile, country })),
    templates,
    invitation: { code: invitationCode, whatsappNumber },
    accounts: ownNumbers,
    approvedTemplates,
    quickReplies,
  };
}

function inTeam(conversation: Conversation): Conversation {
  const [first] = conversation.channels;
  return { ...conversation, teamId: first?.channel === 'sms' ? 'team-planning' : 'team-service' };
}

/** The card's number in the form in which numbers are matched; `''` when it cannot be read. */
export function addressOf({ mobile, country }: ErpRecord): string {
  const read = normalizePhone(mobile, { defaultCountry: country, metadata });
  return read.ok ? read.e164 : '';
}

/** A card as the message centre knows it. */
export function personOf(record: ErpRecord): Person {
  const { id, kind, name, firstName, organisation, language, coWorkerId, branchId } = record;
  const address = addressOf(record);
  const recipient: Recipient = {
    id,
    kind,
    name,
    firstName,
    organisation,
    language,
    addresses: address === '' ? [] : [{ channel: 'phone', value: address }],
    coWorkerId,
    branchId,
  };
  return { record, recipient, address };
}
