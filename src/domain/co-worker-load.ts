import { waitingMs } from './waiting-time.ts';
import type { Conversation, CoWorker } from './model.ts';
import { waitingBucket } from './waiting-targets.ts';
import type { WaitingTarget } from './waiting-targets.ts';

/** What one co-worker has on the desk (E7). */
export interface CoWorkerLoad {
  /** `null`: what is nobody's. */
  readonly coWorkerId: string | null;
  /** New and assigned; archive and spam are no work. */
  readonly open: number;
  readonly unread: number;
  /** Customers who wait for an answer, and those of them for whom it is too late. */
  readonly waiting: number;
  readonly late: number;
  /** Since when the one who waits longest has waited, epoch ms. */
  readonly waitingSince: number | null;
}

/** What the load is measured against. */
export interface LoadContext {
  readonly coWorkers: readonly Pick<CoWorker, 'id'>[];
  readonly target: WaitingTarget;
  readonly now: number;
}

/**
 * WT4: one row per co-worker in the order given, also for those with nothing to do, then what is nobody's and what belongs
 * to people who are no longer co-workers.
 */
export function loadPerCoWorker(
  conversations: Iterable<Conversation>,
  { coWorkers, target, now }: LoadContext,
): readonly CoWorkerLoad[] {
  const loads = new Map<string | null, CoWorkerLoad>();
  for (const coWorkerId of [...coWorkers.map(({ id }) => id), null]) loads.set(coWorkerId, idle(coWorkerId));
  for (const conversation of conversations) {
    const { state, coWorkerId } = conversation;
    if (state !== 'new' && state !== 'assigned') continue;
    const load = loads.get(coWorkerId) ?? idle(coWorkerId);
    const isWaiting = waitingMs(conversation, now) !== null;
    const isLate = waitingBucket(conversation, target, now) === 'too-late';
    loads.set(coWorkerId, {
      coWorkerId,
      open: load.open + 1,
      unread: load.unread + (conversation.unreadCount > 0 ? 1 : 0),
      waiting: load.waiting + (isWaiting ? 1 : 0),
      late: load.late + (isLate ? 1 : 0),
      waitingSince: earliest(load.waitingSince, isWaiting ? conversation.waitingSince : null),
    });
  }
  return [...loads.values()];
}

function idle(coWorkerId: string | null): CoWorkerLoad {
  return { coWorkerId, open: 0, unread: 0, waiting: 0, late: 0, waitingSince: null };
}

function earliest(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}
