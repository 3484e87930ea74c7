import type { Conversation, CoWorker } from './model.ts';

/** Whether a co-worker is there (E7). `unknown` where the backend cannot tell. */
export type Availability = 'online' | 'busy' | 'away' | 'offline' | 'unknown';

/** A co-worker in the list of those a conversation can be given to. */
export interface AssignmentChoice {
  readonly coWorker: CoWorker;
  readonly availability: Availability;
  /** Shown but not to be chosen otherwise (D2). */
  readonly isOffered: boolean;
}

/** What decides who is offered. */
export interface AssignmentContext {
  readonly agentId: string;
  /** By id of the co-worker; missing = `unknown`. */
  readonly availability: ReadonlyMap<string, Availability>;
  /** AG2: the setting that lets conversations be given to those who are not logged in. */
  readonly offersOffline: boolean;
  /** Locale that sorts names. */
  readonly locale: string;
}

/** What became of an assignment that was refused because the conversation had changed meanwhile. */
export type AssignmentOutcome =
  /** It is as was wanted: somebody else did the same, or an earlier answer was lost. */
  | { readonly kind: 'done' }
  /** Something else changed, such as a new message: try again with the new version. */
  | { readonly kind: 'again' }
  /** A colleague was quicker; `null` = it was given back or marked as spam. */
  | { readonly kind: 'lost'; readonly coWorkerId: string | null };

const order: readonly Availability[] = ['online', 'busy', 'away', 'unknown', 'offline'];

/** Everybody, in the order in which they are shown: myself, then who is there, then the others, by name (AG1, AG2, AG3). */
export function assignmentChoices(
  coWorkers: readonly CoWorker[],
  { agentId, availability, offersOffline, locale }: AssignmentContext,
): readonly AssignmentChoice[] {
  const { compare } = new Intl.Collator(locale, { sensitivity: 'base', numeric: true });
  const choices = coWorkers.map((coWorker): AssignmentChoice => {
    const state = availability.get(coWorker.id) ?? 'unknown';
    // AG3: whoever asks is there.
    const isOffered = offersOffline || state !== 'offline' || coWorker.id === agentId;
    return { coWorker, availability: state, isOffered };
  });
  const rank = ({ coWorker, availability: state }: AssignmentChoice): number =>
    coWorker.id === agentId ? -1 : order.indexOf(state);
  return choices.sort((a, b) => rank(a) - rank(b) || compare(a.coWorker.name, b.coWorker.name));
}

/**
 * What to do after `conflict` (D1, AG4): only another owner is a defeat. A new message also makes a new version, and must
 * not take the conversation from who pressed first.
 * @param before - the conversation as the agent saw it
 * @param now - as the backend has it
 */
export function assignmentOutcome(
  before: Pick<Conversation, 'coWorkerId'>,
  now: Pick<Conversation, 'coWorkerId' | 'state'>,
  wanted: string | null,
): AssignmentOutcome {
  if (now.coWorkerId === wanted) return { kind: 'done' };
  if (now.coWorkerId === before.coWorkerId && now.state !== 'spam') return { kind: 'again' };
  return { kind: 'lost', coWorkerId: now.coWorkerId };
}

/** AG5: whether this agent may take a conversation from a colleague: who has gone, or with the permission `take-over`. */
export function mayTakeOver(
  conversation: Pick<Conversation, 'coWorkerId'>,
  agent: Pick<CoWorker, 'id' | 'permissions'>,
  owner: Availability,
): boolean {
  const { coWorkerId } = conversation;
  if (coWorkerId === null || coWorkerId === agent.id) return true;
  return owner === 'offline' || agent.permissions.includes('take-over') || agent.permissions.includes('supervise');
}
