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

/** What decides who is asked about before a conversation is taken. */
export interface TakingContext {
  readonly agent: Pick<CoWorker, 'id' | 'permissions'>;
  /** Names by id. Who is not among them is no person, such as a chatbot. */
  readonly coWorkers: ReadonlyMap<string, string>;
  /** By id of the co-worker; missing = `unknown`. */
  readonly availability: ReadonlyMap<string, Availability>;
}

/**
 * AG5: the colleagues who may be at work in conversations that this agent wants. Taking those over is asked about; who has
 * gone is not, and neither is an agent with the permission `take-over` or `supervise`.
 */
export function ownersAtWork(
  conversations: readonly Pick<Conversation, 'coWorkerId'>[],
  { agent, coWorkers, availability }: TakingContext,
): readonly string[] {
  if (takesUnasked(agent)) return [];
  const owners = new Set(conversations.flatMap(({ coWorkerId }) => coWorkerId ?? []));
  return [...owners].filter(
    (id) => id !== agent.id && coWorkers.has(id) && (availability.get(id) ?? 'unknown') !== 'offline',
  );
}

/** AG5: whether an agent takes over without being asked. */
export function takesUnasked({ permissions }: Pick<CoWorker, 'permissions'>): boolean {
  return permissions.includes('take-over') || permissions.includes('supervise');
}
