import type { ConversationState } from './model.ts';
import type { ConversationQuery } from './queries.ts';
import type { WaitingBucket, WaitingTarget } from './waiting-targets.ts';

/** Something a supervisor should look at (E1, E2). */
export type Cue = 'unassigned' | 'unmatched' | 'without-branch' | 'too-late' | 'unread';

/** Every cue, in the order in which they are shown. */
export const cues: readonly Cue[] = ['unassigned', 'unmatched', 'without-branch', 'too-late', 'unread'];

/** What is work: new and assigned. Archive and spam are none (CU1). */
export const openStates: readonly ConversationState[] = ['new', 'assigned'];

/** CU1: which conversations a cue is about; the part of a query that the cue decides. */
export function cueFilter(cue: Cue, target: WaitingTarget, now: number): Partial<ConversationQuery> {
  const states = openStates;
  switch (cue) {
    case 'unassigned':
      return { states, coWorkerIds: [null] };
    case 'unmatched':
      return { states, recipientKinds: ['unmatched'] };
    case 'without-branch':
      return { states, branchIds: [null] };
    case 'too-late':
      return { states, waitingBefore: waitedSince(target.lateMs, now) };
    case 'unread':
      return { states, unreadOnly: true };
  }
}

/** CU2: what has to be counted to know how many customers wait in each bucket, see {@link bucketCounts}. */
export function bucketFilters({ dangerMs, lateMs }: WaitingTarget, now: number): readonly Partial<ConversationQuery>[] {
  return [0, dangerMs, lateMs].map((ms) => ({ states: openStates, waitingBefore: waitedSince(ms, now) }));
}

/** How many wait in each bucket; `null` where one of the counts is not known, as a difference of guesses is no figure. */
export function bucketCounts(
  counts: readonly (number | null | undefined)[],
): Readonly<Record<WaitingBucket, number>> | null {
  const [waiting, danger, late] = counts;
  if (waiting == null || danger == null || late == null) return null;
  return { 'on-time': waiting - danger, danger: danger - late, 'too-late': late };
}

/** Who wrote at this very moment has waited long enough, so the limit lies just behind it (WT1). */
function waitedSince(ms: number, now: number): number {
  return now - ms + 1;
}
