import type { ConversationRow, ListSnapshot } from '../../controllers/session-controller.ts';
import type { ConversationQuery, ConversationScope } from '../../domain/queries.ts';
import { viewQuery } from '../../domain/view-query.ts';
import { isSnoozed } from '../../domain/snooze.ts';
import type { SessionController } from '../../controllers/session-controller.ts';
import { type ListLook, viewOf } from './list-view.ts';

/** What a list is asked with besides how it is looked at. */
export interface ListPlace extends Pick<SessionController, 'session' | 'status'> {
  readonly timeZone: string;
  readonly scope: ConversationScope;
  /** What is searched for: what is typed, once the agent has stopped typing. */
  readonly text: string;
  readonly showsSleeping: boolean;
}

/** Whose conversations the element's attributes ask for. */
export function scopeOf({ scope, recipientId }: ScopeAttributes): ConversationScope {
  return scope === 'recipient' ? { kind: scope, recipientId: recipientId ?? '' } : { kind: scope };
}

interface ScopeAttributes {
  readonly scope: ConversationScope['kind'];
  readonly recipientId: string | null;
}

/** C15: what is pinned stands on top; what is put aside is left out unless it is asked for. */
export function listQuery(
  look: ListLook,
  { session, status, timeZone, scope, text, showsSleeping }: ListPlace,
): ConversationQuery {
  const query = viewQuery(viewOf({ ...look, text }), {
    now: session?.serverNow() ?? 0,
    timeZone,
    agentId: status?.backend?.agent.id ?? '',
    scope,
  });
  return { ...query, pinnedFirst: true, ...(!showsSleeping && { snoozed: false }) };
}

/** How many are put aside: as counted, else among the rows that are loaded. */
export function sleepingIn(snapshot: ListSnapshot | null, rows: readonly ConversationRow[], now: number): number {
  return snapshot?.asleep ?? rows.filter(({ conversation }) => isSnoozed(conversation, now)).length;
}
