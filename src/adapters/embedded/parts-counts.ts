import { LAST } from './keys.ts';
import { listConversations, sleepersIn } from './lists.ts';
import { listPart } from './rows.ts';
import { ownerScope, scopeKey } from './scopes.ts';
import { readSetting } from './settings.ts';
import { countOf } from './unit.ts';
import { inboxTabs, tabQuery } from '../../domain/inbox-tabs.ts';
import { isSnoozed } from '../../domain/snooze.ts';
import type { Asker } from './lists.ts';
import type { EmbeddedTransaction } from './store.ts';
import type { Key } from './tables.ts';
import type { CoWorkerLoad } from '../../domain/co-worker-load.ts';
import type { InboxTab, TabCount, TabCounts } from '../../domain/inbox-tabs.ts';
import type { ConversationState, CoWorker } from '../../domain/model.ts';
import type { ConversationQuery, ConversationScope } from '../../domain/queries.ts';
import type { WaitingTarget } from '../../domain/waiting-targets.ts';

/** A question that fits more than this is not counted row by row. */
const mostCounted = 2_000;

/**
 * The counts of every tab, without what is put aside. Costs the same however many conversations there are, but for those
 * this agent has at once and those put aside.
 */
export async function countTabs(tx: EmbeddedTransaction, scope: ConversationScope, asker: Asker): Promise<TabCounts> {
  const { agent, now } = asker;
  const counts = new Map<InboxTab, TabCount>();
  for (const tab of inboxTabs) {
    const isMine = tab === 'assigned-to-me';
    const { states } = tabQuery(tab, agent.id);
    const key = scopeKey(scope, agent);
    if (!isMine) counts.set(tab, await countAwake(tx, key, { states, now }));
    else if (scope.kind === 'all' || scope.kind === 'mine')
      counts.set(tab, await countAwake(tx, ownerScope(agent.id), { states, now }));
    else counts.set(tab, await countOwn(tx, key, asker));
  }
  return Object.fromEntries(counts) as Record<InboxTab, TabCount>;
}

/** How many answer each question; `null` where there are more than can be counted one by one. */
export async function countConversations(
  tx: EmbeddedTransaction,
  queries: readonly ConversationQuery[],
  asker: Asker,
): Promise<readonly (number | null)[]> {
  const counts: (number | null)[] = [];
  for (const query of queries) counts.push(await countQuery(tx, query, asker));
  return counts;
}

/** What everybody has on the desk, without reading conversations nobody waits in. */
export async function listLoad(
  tx: EmbeddedTransaction,
  { scope, target, now }: { readonly scope: 'branch' | 'all'; readonly target: WaitingTarget; readonly now: number },
  agent: CoWorker,
): Promise<readonly CoWorkerLoad[]> {
  const all = (await readSetting(tx, 'coWorkers')) ?? [];
  const coWorkers = scope === 'all' ? all : all.filter(({ branchId }) => branchId === agent.branchId);
  const loads: CoWorkerLoad[] = [];
  for (const coWorkerId of [...coWorkers.map(({ id }) => id), null]) {
    const owner = ownerScope(coWorkerId);
    const states = [coWorkerId === null ? 'new' : 'assigned'] as const;
    const { total: open, unread } = await countStates(tx, owner, states);
    const waits = await waiting(tx, owner, { state: states[0], lateBefore: now - target.lateMs });
    loads.push({ coWorkerId, open, unread, ...waits });
  }
  return loads;
}

async function countStates(
  tx: EmbeddedTransaction,
  scope: string,
  states: readonly ConversationState[],
): Promise<TabCount> {
  const count = async (reading: 'read' | 'unread'): Promise<number> => {
    let sum = 0;
    for (const state of states) sum += (await tx.get('counters', countOf(listPart(scope, state, reading))))?.value ?? 0;
    return sum;
  };
  const unread = await count('unread');
  return { total: unread + (await count('read')), unread };
}

/** The same without what is put aside. */
async function countAwake(
  tx: EmbeddedTransaction,
  scope: string,
  { states, now }: { readonly states: readonly ConversationState[]; readonly now: number },
): Promise<TabCount> {
  const sleepers = async (reading: 'read' | 'unread'): Promise<number> => {
    let sum = 0;
    for (const state of states) sum += (await sleepersIn(tx, listPart(scope, state, reading), now)).length;
    return sum;
  };
  const { total, unread } = await countStates(tx, scope, states);
  const unreadSleepers = await sleepers('unread');
  return { total: total - unreadSleepers - (await sleepers('read')), unread: unread - unreadSleepers };
}

/** What this agent has inside another scope: read from what the agent has, which is never much. */
async function countOwn(tx: EmbeddedTransaction, scope: string, { agent, now }: Asker): Promise<TabCount> {
  const inScope = async (reading: 'read' | 'unread'): Promise<number> => {
    const own = await keysOf(tx, listPart(ownerScope(agent.id), 'assigned', reading));
    const all = new Set(own);
    // The shorter of the two is looked through; whose scope it is stands in the row.
    let count = 0;
    for (const id of all) {
      const row = await tx.get('conversations', id);
      const isInScope = row?.recentKeys.some((key) => (key as readonly Key[])[0] === scope);
      if (row && isInScope && !isSnoozed(row.conversation, now)) count += 1;
    }
    return count;
  };
  const unread = await inScope('unread');
  return { total: unread + (await inScope('read')), unread };
}

async function keysOf(tx: EmbeddedTransaction, part: string): Promise<readonly Key[]> {
  return tx.scanKeys('conversations', 'list', { lower: ['newest', part], upper: ['newest', part, LAST] });
}

async function countQuery(tx: EmbeddedTransaction, query: ConversationQuery, asker: Asker): Promise<number | null> {
  const first = await listConversations(tx, query, { limit: 200 }, asker);
  if (first.total !== null) return first.total;
  let count = first.items.length;
  for (let cursor = first.nextCursor; cursor !== null;) {
    if (count >= mostCounted) return null;
    const next = await listConversations(tx, query, { limit: 200, cursor }, asker);
    count += next.items.length;
    cursor = next.nextCursor;
  }
  return count;
}

/** Those who wait stand at the beginning of the list of longest waits. */
async function waiting(
  tx: EmbeddedTransaction,
  scope: string,
  { state, lateBefore }: { readonly state: ConversationState; readonly lateBefore: number },
): Promise<Pick<CoWorkerLoad, 'waiting' | 'late' | 'waitingSince'>> {
  let count = 0;
  let late = 0;
  let waitingSince: number | null = null;
  for (const reading of ['read', 'unread'] as const) {
    const part = ['longest-wait', listPart(scope, state, reading)];
    const until = (at: number) => ({ lower: part, upper: [...part, at, LAST] });
    count += (await tx.scanKeys('conversations', 'list', until(Number.MAX_SAFE_INTEGER - 1))).length;
    late += (await tx.scanKeys('conversations', 'list', until(lateBefore))).length;
    const [first] = await tx.scan('conversations', 'list', { ...until(Number.MAX_SAFE_INTEGER - 1), limit: 1 });
    const since = first?.conversation.waitingSince ?? null;
    if (since !== null) waitingSince = Math.min(since, waitingSince ?? since);
  }
  return { waiting: count, late, waitingSince };
}
