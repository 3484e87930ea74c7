import type { Conversation } from './model.ts';

/** How long the customer has waited for an answer, ms; `null` when nobody waits. Nobody waits in archive and spam (IN3). */
export function waitingMs(conversation: Conversation, now: number): number | null {
  const since = waitingSinceOf(conversation);
  return since === null ? null : Math.max(0, now - since);
}

/** Since when the customer waits, epoch ms. */
export function waitingSinceOf({ state, waitingSince }: Conversation): number | null {
  return state === 'archived' || state === 'spam' ? null : waitingSince;
}
