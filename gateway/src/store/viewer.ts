import { AdapterError } from '../../../src/ports/adapter-error.ts';
import type { Conversation, CoWorker } from '../../../src/domain/model.ts';
import type { ConversationScope } from '../../../src/domain/queries.ts';
import type { SqlValue } from '../db/db.ts';

/** Who asks, as the token says: every statement carries it. */
export interface Viewer {
  readonly tenant: string;
  readonly agent: CoWorker;
  /** Branches whose conversations may be seen; `null` = all. Own ones and those of no branch are always seen. */
  readonly branches: readonly string[] | null;
  readonly roles: readonly string[];
}

/** What decides who may see something. */
export interface Place {
  readonly coWorkerId: string | null;
  readonly branchId: string | null;
  readonly recipientId: string;
}

/** Where a conversation stands. */
export function placeOf({ coWorkerId, branchId, recipient }: Conversation): Place {
  return { coWorkerId, branchId, recipientId: recipient.id };
}

/** Whether somebody may see what stands there. The one rule; {@link visibleTo} says the same in SQL. */
export function maySee({ agent, branches }: Viewer, { coWorkerId, branchId }: Omit<Place, 'recipientId'>): boolean {
  return branches === null || branchId === null || branches.includes(branchId) || coWorkerId === agent.id;
}

/** Whether something that stands there belongs to a scope. */
export function isInScope({ agent }: Viewer, scope: ConversationScope, place: Place): boolean {
  switch (scope.kind) {
    case 'all':
      return true;
    case 'mine':
      return place.coWorkerId === agent.id;
    case 'branch':
      return place.branchId === agent.branchId;
    case 'recipient':
      return place.recipientId === scope.recipientId;
    default:
      return scope satisfies never;
  }
}

/** Collects the values of a statement while its text is put together. */
export class Values {
  readonly list: SqlValue[] = [];

  /** The name under which the statement knows the value. */
  add(value: SqlValue, type = ''): string {
    this.list.push(value);
    return `$${this.list.length}${type && `::${type}`}`;
  }
}

/** {@link maySee} as a condition on a table with `tenant`, `co_worker_id` and `branch_id`. */
export function visibleTo({ tenant, agent, branches }: Viewer, values: Values, table: string): string {
  const own = `${table}.tenant = ${values.add(tenant)}`;
  if (branches === null) return own;
  const allowed = `${table}.branch_id = any(${values.add(branches, 'text[]')})`;
  return `${own} and (${table}.branch_id is null or ${allowed} or ${table}.co_worker_id = ${values.add(agent.id)})`;
}

/** {@link isInScope} as a condition on a table of conversations. */
export function inScope({ agent }: Viewer, scope: ConversationScope, values: Values): string {
  switch (scope.kind) {
    case 'all':
      return 'true';
    case 'mine':
      return `c.co_worker_id = ${values.add(agent.id)}`;
    case 'branch':
      return `c.branch_id is not distinct from ${values.add(agent.branchId, 'text')}`;
    case 'recipient':
      return `c.recipient_id = ${values.add(scope.recipientId)}`;
    default:
      return scope satisfies never;
  }
}

/** Refuses whom the host gave no such role. */
export function mustHaveRole({ roles }: Viewer, role: string): void {
  if (!roles.includes(role)) throw new AdapterError('forbidden', `this needs the role ${role}`);
}
