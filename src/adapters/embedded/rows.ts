import { addressKey } from './addresses.ts';
import { scopesOf } from './scopes.ts';
import { conversationTerms, recipientTerms } from './terms.ts';
import { cmReference } from '../../domain/cm-messages.ts';
import { sortKey } from '../../domain/inbox.ts';
import { sleepsUntil } from '../../domain/snooze.ts';
import { foldText } from '../../domain/search-text.ts';
import type { ConversationRow, Key, MessageRow, RecipientRow } from './tables.ts';
import type { Conversation, Message, Recipient } from '../../domain/model.ts';
import type { ConversationSort } from '../../domain/queries.ts';

/** Every order a list can have. */
const conversationSorts: readonly ConversationSort[] = ['oldest', 'newest', 'shortest-wait', 'longest-wait'];

/** Names the part of a list that is counted and read as one: a scope's conversations of one state, read or unread. */
export function listPart(scope: string, state: Conversation['state'], reading: 'read' | 'unread'): string {
  return `${scope}|${state}|${reading}`;
}

/** Names the pinned ones of a part of a list. */
export function pinnedPart(part: string): string {
  return `${part}|pinned`;
}

/** Stands in the index of lists where a sort would: what is put aside, by when it wakes. */
export const asleep = 'asleep';

/** The parts of lists a conversation stands in. */
export function listPartsOf(conversation: Conversation): readonly string[] {
  const reading = conversation.unreadCount > 0 ? 'unread' : 'read';
  return scopesOf(conversation).map((scope) => listPart(scope, conversation.state, reading));
}

/** A conversation as it is stored. */
export function conversationRow(
  conversation: Conversation,
  kept: Pick<ConversationRow, 'nextPosition' | 'newestMessageAt'>,
): ConversationRow {
  const { id, channels, state } = conversation;
  const keys = conversationSorts.map((sort) => [sort, sortKey(sort, conversation)] as const);
  const parts = listPartsOf(conversation);
  const sorted = conversation.pinned ? [...parts, ...parts.map(pinnedPart)] : parts;
  const until = sleepsUntil(conversation);
  return {
    id,
    conversation,
    nextPosition: kept.nextPosition,
    newestMessageAt: kept.newestMessageAt,
    listKeys: [
      ...sorted.flatMap((part) => keys.map(([sort, key]): Key => [sort, part, ...key])),
      ...(until === null ? [] : parts.map((part): Key => [asleep, part, Math.min(until, Number.MAX_SAFE_INTEGER), id])),
    ],
    recentKeys: scopesOf(conversation).map((scope): Key => [scope, kept.newestMessageAt, id]),
    openAddressKeys: state === 'archived' ? [] : channels.map(({ channel, address }) => addressKey(channel, address)),
    terms: conversationTerms(conversation),
  };
}

/** Names of the histories that can be read. */
export const histories = {
  conversation: (id: string) => `conversation:${id}`,
  recipient: (id: string) => `recipient:${id}`,
  /** The customer's messages of a conversation, for what is unread. */
  incoming: (conversationId: string) => `incoming:${conversationId}`,
  /** What went to and came from one address. */
  address: (key: string) => `address:${key}`,
};

/** The place of a message in a history. */
export function historyKey(history: string, { at, position, id }: Message): readonly Key[] {
  return [history, at, position, id];
}

/**
 * A message as it is stored.
 *
 * @param reference - what the provider calls a customer's message
 */
export function messageRow(message: Message, address: string | null, reference?: string): MessageRow {
  const { id, conversationId, recipientId, direction, channel, clientId } = message;
  const names = [histories.conversation(conversationId), histories.recipient(recipientId)];
  if (direction === 'incoming') names.push(histories.incoming(conversationId));
  if (address !== null && channel !== null) names.push(histories.address(addressKey(channel, address)));
  return {
    id,
    message,
    address,
    historyKeys: names.map((name) => historyKey(name, message)),
    ...(reference !== undefined && { reference }),
    ...(direction === 'outgoing' && clientId !== null && { reference: referenceKey(clientId) }),
  };
}

/** What a message is found by when a status report names it; reports may change capitals. */
export function referenceKey(reference: string): string {
  return cmReference(reference).toLowerCase();
}

/** A recipient as it is stored; its addresses are normalised already. */
export function recipientRow(recipient: Recipient): RecipientRow {
  return {
    id: recipient.id,
    recipient,
    addressKeys: recipient.addresses.map(({ channel, value }) => addressKey(channel, value)),
    terms: recipientTerms(recipient),
    nameKey: [foldText(recipient.name), recipient.id],
  };
}
