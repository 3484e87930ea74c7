import { seedFile } from './parts/files.ts';
import { templateRow } from './parts/approved-templates.ts';
import { conversationRow, listPartsOf, messageRow, recipientRow } from './rows.ts';
import { writeSetting } from './settings.ts';
import { tableDefinitions } from './tables.ts';
import { wordsOf } from './terms.ts';
import { countOf } from './unit.ts';
import { channelTarget } from '../../domain/channel-choice.ts';
import { wholeTextOf } from '../../domain/whole-text.ts';
import { channelsOfMessages, withUsedChannels } from '../../domain/used-channels.ts';
import { usualTagSettings } from '../../domain/tags.ts';
import type { AddressBook } from './addresses.ts';
import type { EmbeddedData } from './data.ts';
import type { EmbeddedTransaction } from './store.ts';
import type { TableName } from './tables.ts';
import type { Conversation, Message, Recipient } from '../../domain/model.ts';

/** What a store is filled with. */
export interface Filling {
  readonly data: EmbeddedData;
  readonly addresses: AddressBook;
  /** Names this set of data. */
  readonly identity: string;
}

/** Fills an empty store. Nothing of it is in the feed: whoever comes later reads it as it is. */
export async function fill(tx: EmbeddedTransaction, { data, addresses, identity }: Filling): Promise<void> {
  await writeSetting(tx, 'identity', identity);
  await writeSetting(tx, 'coWorkers', data.coWorkers ?? []);
  await writeSetting(tx, 'branches', data.branches ?? []);
  await writeSetting(tx, 'accounts', data.accounts ?? []);
  await writeSetting(
    tx,
    'templates',
    (data.templates ?? []).map((template) => ({ version: 1, ...template })),
  );
  await writeSetting(tx, 'invitation', data.invitation ?? null);
  await writeSetting(tx, 'quickReplies', data.quickReplies ?? []);
  for (const template of data.approvedTemplates ?? []) await tx.put('approvedTemplates', templateRow(template));
  for (const file of data.files ?? []) await seedFile(tx, file);
  await writeSetting(tx, 'tags', data.tags ?? []);
  await writeSetting(tx, 'tagSettings', data.tagSettings ?? usualTagSettings);
  await writeSetting(tx, 'teams', data.teams ?? []);
  await writeSetting(tx, 'routing', data.routing ?? []);
  await writeSetting(tx, 'openingHours', data.openingHours ?? []);
  await writeSetting(tx, 'outOfOffice', data.outOfOffice ?? []);
  const phones = new Map(data.phones?.map(({ recipientId, value, country }) => [recipientId, { value, country }]));
  for (const recipient of data.recipients ?? []) {
    const phone = phones.get(recipient.id);
    await tx.put('recipients', { ...recipientRow(withAddresses(recipient, addresses)), ...(phone && { phone }) });
  }
  const conversations = (data.conversations ?? []).map((conversation) => withChannels(conversation, addresses));
  const messages = byConversation(data.messages ?? []);
  for (const conversation of conversations)
    await fillConversation(tx, conversation, messages.get(conversation.id) ?? []);
  for (const [part, value] of countParts(conversations)) await tx.put('counters', { name: countOf(part), value });
}

/** Empties every table. */
export async function clearEverything(tx: EmbeddedTransaction): Promise<void> {
  for (const table of Object.keys(tableDefinitions) as TableName[]) await tx.deleteRange(table, {});
}

async function fillConversation(
  tx: EmbeddedTransaction,
  conversation: Conversation,
  messages: readonly Message[],
): Promise<void> {
  let nextPosition = 1;
  let newestMessageAt = 0;
  const words = new Set<string>();
  for (const message of messages) {
    nextPosition = Math.max(nextPosition, message.position + 1);
    newestMessageAt = Math.max(newestMessageAt, message.at);
    const target = message.channel === null ? null : channelTarget(conversation, message.channel);
    await tx.put('messages', messageRow(message, target?.address ?? null));
    for (const word of wordsOf(wholeTextOf(message.content))) words.add(word);
    await fillKey(tx, message);
  }
  for (const word of words) await tx.put('words', { word, conversationId: conversation.id });
  const known = withUsedChannels(conversation, channelsOfMessages(messages));
  await tx.put('conversations', conversationRow(known, { nextPosition, newestMessageAt }));
}

/** A device that asks after its message finds it, though nobody can repeat the command it came from. */
async function fillKey(tx: EmbeddedTransaction, { clientId, id }: Message): Promise<void> {
  if (clientId !== null) await tx.put('accepted', { clientId, asked: '', messageId: id });
}

/** The recipient with its addresses as they are stored. */
export function withAddresses(recipient: Recipient, addresses: AddressBook): Recipient {
  return {
    ...recipient,
    addresses: recipient.addresses.map(({ channel, value }) => ({
      channel,
      value: addresses.normalize(channel, value),
    })),
  };
}

function withChannels(conversation: Conversation, addresses: AddressBook): Conversation {
  return {
    ...conversation,
    channels: conversation.channels.map((used) => ({
      ...used,
      address: addresses.normalize(used.channel, used.address),
    })),
  };
}

function countParts(conversations: readonly Conversation[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const part of conversations.flatMap(listPartsOf)) counts.set(part, (counts.get(part) ?? 0) + 1);
  return counts;
}

function byConversation(messages: readonly Message[]): ReadonlyMap<string, readonly Message[]> {
  const groups = new Map<string, Message[]>();
  for (const message of messages) {
    const group = groups.get(message.conversationId);
    if (group) group.push(message);
    else groups.set(message.conversationId, [message]);
  }
  return groups;
}
