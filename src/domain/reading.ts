import type { Conversation, Message } from './model.ts';
import { compareMessages } from './timeline.ts';

/**
 * A conversation after everything up to and including one message was read. Reading never makes anything unread, and a
 * message that arrived meanwhile stays unread (CR12).
 * @param messages - the conversation's messages, at least those from the first unread one on, in any order
 * @returns the same object when nothing changed
 */
export function applyRead(conversation: Conversation, upTo: string, messages: readonly Message[]): Conversation {
  if (conversation.unreadCount === 0) return conversation;
  const ordered = [...messages].sort(compareMessages);
  const readTo = ordered.findIndex(({ id }) => id === upTo);
  if (readTo < 0) return conversation;
  const unread = ordered.slice(readTo + 1).filter(({ direction }) => direction === 'incoming');
  if (unread.length >= conversation.unreadCount) return conversation;
  return {
    ...conversation,
    version: conversation.version + 1,
    unreadCount: unread.length,
    firstUnreadMessageId: unread[0]?.id ?? null,
  };
}

/**
 * A conversation marked unread: the customer's last message counts as unread again (C5, CR13).
 * @param messages - the conversation's messages, at least the customer's last one
 * @returns the same object when it was unread already, or the customer never wrote
 */
export function applyUnread(conversation: Conversation, messages: readonly Message[]): Conversation {
  if (conversation.unreadCount > 0) return conversation;
  const last = messages
    .filter(({ direction }) => direction === 'incoming')
    .sort(compareMessages)
    .at(-1);
  if (!last) return conversation;
  return { ...conversation, version: conversation.version + 1, unreadCount: 1, firstUnreadMessageId: last.id };
}

/**
 * A conversation marked unread from one of the customer's messages on: it and what they wrote after it is unread, what came
 * before is read (A10, CR17).
 * @param messages - the conversation's messages, at least the customer's from that one on, in any order
 * @returns the same object when that is so already, or the customer wrote no such message
 */
export function applyUnreadFrom(conversation: Conversation, from: string, messages: readonly Message[]): Conversation {
  const first = messages.find(({ id, direction }) => id === from && direction === 'incoming');
  if (!first) return conversation;
  const unread = messages.filter(
    (message) => message.direction === 'incoming' && compareMessages(message, first) >= 0,
  ).length;
  if (unread === conversation.unreadCount && from === conversation.firstUnreadMessageId) return conversation;
  return { ...conversation, version: conversation.version + 1, unreadCount: unread, firstUnreadMessageId: from };
}
