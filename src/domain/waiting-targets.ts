import { waitingMs } from './waiting-time.ts';
import type { Conversation } from './model.ts';

/** How long a customer may wait for an answer (E6). */
export interface WaitingTarget {
  /** From here on it becomes urgent, ms. */
  readonly dangerMs: number;
  /** From here on it is too late, ms. */
  readonly lateMs: number;
}

/** Where a waiting customer stands against the target. */
export type WaitingBucket = 'on-time' | 'danger' | 'too-late';

/** Two hours, and an hour before that to be warned: what a business without settings of its own is held to. */
export const defaultWaitingTarget: WaitingTarget = { dangerMs: 3_600_000, lateMs: 7_200_000 };

/** In which bucket a conversation is; `null` when nobody waits (WT1, WT2). */
export function waitingBucket(conversation: Conversation, target: WaitingTarget, now: number): WaitingBucket | null {
  const waited = waitingMs(conversation, now);
  if (waited === null) return null;
  if (waited >= target.lateMs) return 'too-late';
  return waited >= target.dangerMs ? 'danger' : 'on-time';
}

/** WT3: when the bucket changes by itself; `null` when it will not. One timer is enough. */
export function nextBucketAt(conversation: Conversation, target: WaitingTarget, now: number): number | null {
  const waited = waitingMs(conversation, now);
  if (waited === null) return null;
  const next = [target.dangerMs, target.lateMs].filter((limit) => limit > waited);
  return next.length === 0 ? null : now - waited + Math.min(...next);
}

/** How many are in each bucket; who does not wait is in none. */
export function countBuckets(
  conversations: Iterable<Conversation>,
  target: WaitingTarget,
  now: number,
): Readonly<Record<WaitingBucket, number>> {
  const counts = { 'on-time': 0, danger: 0, 'too-late': 0 };
  for (const conversation of conversations) {
    const bucket = waitingBucket(conversation, target, now);
    if (bucket) counts[bucket] += 1;
  }
  return counts;
}
