import { sortKey } from '../../domain/inbox.ts';
import { referenceOf } from './reference.ts';
import { scopesOf } from './scopes.ts';
import { conversationTerms, recipientTerms } from './terms.ts';
import type { Conversation, Message, Recipient } from '../../domain/model.ts';
import type { ConversationSort } from '../../domain/queries.ts';
import type { ConversationRow, Key, MessageRow, RecipientRow } from './tables.ts';

/** Every order a list can have. */
export const conversationSorts: readonly ConversationSort[] = ['oldest', 'newest', 'shortest-wait', 'longest-wait'];

/** Part of a list that is counted and read as one: a scope's conversations of one state, read or unread. */
export function listPart(scope: string, conversation: Conversation): string {
  return `${scope}|${conversation.state}|${conversation.unreadCount > 0 ? 'unread' : 'read'}`;
}

/** A conversation as it is stored. */
export function conversationRow(
  conversation: Conversation,
  kept: { readonly nextPosition: number; readonly newestMessageAt: number },
): ConversationRow {
  const { id } = conversation;
  const scopes = scopesOf(conversation);
  return {
    id,
    conversation,
    ...kept,
    listKeys: scopes.flatMap((scope) =>
      conversationSorts.map((sort): Key => [sort, listPart(scope, conversation), ...sortKey(sort, conversation)]),
    ),
    recentKeys: scopes.map((scope): Key => [scope, kept.newestMessageAt, id]),
    terms: conversationTerms(conversation),
  };
}

/** The place of a message in a history. */
export function historyKey(history: string, { at, position, id }: Pick<Message, 'at' | 'position' | 'id'>): Key {
  return [history, at, position, id];
}

/** Name of a conversation's history. */
export function conversationHistory(conversationId: string): string {
  return `conversation:${conversationId}`;
}

/** Name of a recipient's history over all conversations. */
export function recipientHistory(recipientId: string): string {
  return `recipient:${recipientId}`;
}

/** A message as it is stored. */
export function messageRow(message: Message): MessageRow {
  const isIncoming = message.direction === 'incoming';
  return {
    id: message.id,
    message,
    historyKeys: [
      historyKey(conversationHistory(message.conversationId), message),
      historyKey(recipientHistory(message.recipientId), message),
    ],
    ...(isIncoming && { incomingKey: historyKey(message.conversationId, message) }),
    ...(message.direction === 'outgoing' && message.clientId !== null && { reference: referenceOf(message.clientId) }),
  };
}

/** A recipient as it is stored; `addressKeys` are found by `address-keys`. */
export function recipientRow(recipient: Recipient, addressKeys: readonly string[]): RecipientRow {
  return {
    id: recipient.id,
    recipient,
    addressKeys,
    terms: recipientTerms(recipient),
    nameKey: [recipient.name.toLowerCase(), recipient.id],
  };
}
