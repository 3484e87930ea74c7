import { countGroups } from '../../../src/domain/inbox-tabs.ts';
import type { TabCounts } from '../../../src/domain/inbox-tabs.ts';
import type { CoWorkerLoad } from '../../../src/domain/co-worker-load.ts';
import type { Conversation } from '../../../src/domain/model.ts';
import type { ConversationQuery, ConversationScope } from '../../../src/domain/queries.ts';
import type { WaitingTarget } from '../../../src/domain/waiting-targets.ts';
import { AdapterError } from '../../../src/ports/adapter-error.ts';
import type { Sql } from '../db/db.ts';
import { countFound, countMatching, isAwake } from './conversations.ts';
import { maxPageSize } from './cursors.ts';
import { listCoWorkers } from './directory.ts';
import { inScope, Values, visibleTo } from './viewer.ts';
import type { Viewer } from './viewer.ts';

/** More questions at once are no cue tiles. */
const mostQuestions = 100;
/** A text has to be looked for in each conversation: that many are worth counting. */
const mostFound = 10 * maxPageSize;

/** How many stand in each tab of a scope, without what is put aside, in one reading of an index. */
export async function countTabs(
  sql: Sql,
  viewer: Viewer,
  { scope, now }: { readonly scope: ConversationScope; readonly now: number },
): Promise<TabCounts> {
  const values = new Values();
  const where = `${visibleTo(viewer, values, 'c')} and ${inScope(viewer, scope, values)} and ${isAwake(now, values)}`;
  const me = values.add(viewer.agent.id);
  const rows = await sql.query<{
    state: Conversation['state'];
    co_worker_id: string | null;
    total: number;
    unread: number;
  }>(
    `select c.state, case when c.co_worker_id = ${me} then c.co_worker_id end as co_worker_id,
       count(*) as total, count(*) filter (where c.unread) as unread
     from conversation c where ${where} group by 1, 2`,
    values.list,
  );
  const groups = rows.map(({ state, co_worker_id: coWorkerId, total, unread }) => {
    return { state, coWorkerId, total, unread };
  });
  return countGroups(groups, viewer.agent.id);
}

/** How many answer each question; `null` where counting would take too long. */
export async function countConversations(
  sql: Sql,
  viewer: Viewer,
  { queries, now }: { readonly queries: readonly ConversationQuery[]; readonly now: number },
): Promise<readonly (number | null)[]> {
  if (queries.length > mostQuestions)
    throw new AdapterError('invalid', `more than ${mostQuestions} questions`, { path: 'queries' });
  const counts: (number | null)[] = [];
  for (const query of queries) {
    const isSearch = (query.text ?? '').trim() !== '';
    const question = { query, now };
    counts.push(await (isSearch ? countFound(sql, viewer, question, mostFound) : countMatching(sql, viewer, question)));
  }
  return counts;
}

/** What the co-workers of the branch, or all, have on the desk, idle ones among them; then what is nobody's. */
export async function listLoad(
  sql: Sql,
  viewer: Viewer,
  { scope, target, now }: { readonly scope: 'branch' | 'all'; readonly target: WaitingTarget; readonly now: number },
): Promise<readonly CoWorkerLoad[]> {
  const loads = await loadsByOwner(sql, viewer, now - target.lateMs);
  const all = await listCoWorkers(sql, viewer.tenant);
  const coWorkers = scope === 'all' ? all : all.filter(({ branchId }) => branchId === viewer.agent.branchId);
  return [...coWorkers.map(({ id }) => id), null].map(
    (coWorkerId) =>
      loads.get(coWorkerId) ?? { coWorkerId, open: 0, unread: 0, waiting: 0, late: 0, waitingSince: null },
  );
}

async function loadsByOwner(
  sql: Sql,
  viewer: Viewer,
  lateBefore: number,
): Promise<ReadonlyMap<string | null, CoWorkerLoad>> {
  const values = new Values();
  const where = visibleTo(viewer, values, 'c');
  // Whoever does not wait stands behind every time.
  const waits = `c.longest_wait < ${Number.MAX_SAFE_INTEGER}`;
  const rows = await sql.query<Omit<CoWorkerLoad, 'coWorkerId' | 'waitingSince'> & Owner>(
    `select c.co_worker_id, count(*) as open, count(*) filter (where c.unread) as unread,
       count(*) filter (where ${waits}) as waiting,
       count(*) filter (where c.longest_wait <= ${values.add(lateBefore, 'bigint')}) as late,
       min(c.longest_wait) filter (where ${waits}) as waiting_since
     from conversation c where ${where} and c.state in ('new', 'assigned') group by 1`,
    values.list,
  );
  return new Map(
    rows.map(({ co_worker_id: coWorkerId, open, unread, waiting, late, waiting_since: waitingSince }) => {
      return [coWorkerId, { coWorkerId, open, unread, waiting, late, waitingSince }];
    }),
  );
}

interface Owner {
  readonly co_worker_id: string | null;
  readonly waiting_since: number | null;
  readonly [column: string]: unknown;
}
