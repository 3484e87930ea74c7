import type { Conversation } from './model.ts';

/** Whether more is unread although nothing happened: somebody marked it so, here or elsewhere. */
export function wasMarkedUnread(before: Conversation, now: Conversation): boolean {
  return now.lastActivityAt === before.lastActivityAt && now.unreadCount > before.unreadCount;
}

/** Whether a conversation differs from what it was only in that it is read now: nothing of that is to be seen in its messages. */
export function wasOnlyRead(before: Conversation, now: Conversation): boolean {
  const read = { version: 0, unreadCount: 0, firstUnreadMessageId: null, waitingSince: null };
  return now.unreadCount === 0 && JSON.stringify({ ...before, ...read }) === JSON.stringify({ ...now, ...read });
}
