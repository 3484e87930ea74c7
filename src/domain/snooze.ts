import type { Conversation, ConversationPriority } from './model.ts';

/** What is needed to know whether a conversation sleeps. */
type Sleeper = Pick<Conversation, 'snooze' | 'channels' | 'state'>;

/** Every priority, the most urgent first. */
export const priorities: readonly ConversationPriority[] = ['urgent', 'high', 'normal', 'low'];

/** Whether a conversation is put aside now (C15). */
export function isSnoozed(conversation: Sleeper, now: number): boolean {
  const { snooze } = conversation;
  // SZ4: archive and spam are aside already.
  if (!snooze || conversation.state === 'archived' || conversation.state === 'spam') return false;
  if (snooze.until !== null && now >= snooze.until) return false; // SZ1
  return !(snooze.untilReply && hasReplied(conversation, snooze.since)); // SZ2
}

/** SZ3: when it wakes by itself; `null` when only a reply will do, or when it is awake. */
export function wakesAt(conversation: Sleeper, now: number): number | null {
  return isSnoozed(conversation, now) ? (conversation.snooze?.until ?? null) : null;
}

/**
 * SZ7: until when it stays put aside if nobody writes, epoch ms; `Infinity` when only a reply will do, `null` when it is
 * awake whatever the time. Good for an index: what is beyond now sleeps.
 */
export function sleepsUntil(conversation: Sleeper): number | null {
  const { snooze } = conversation;
  return isSnoozed(conversation, Number.NEGATIVE_INFINITY) ? (snooze?.until ?? Number.POSITIVE_INFINITY) : null;
}

function hasReplied({ channels }: Sleeper, since: number): boolean {
  return channels.some(({ lastIncomingAt }) => lastIncomingAt !== null && lastIncomingAt > since);
}
