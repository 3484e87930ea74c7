import type { Conversation } from './model.ts';

/** Whether more is unread although nothing happened: somebody marked it so, here or elsewhere. */
export function wasMarkedUnread(before: Conversation, now: Conversation): boolean {
  return now.lastActivityAt === before.lastActivityAt && now.unreadCount > before.unreadCount;
}
