import { AdapterError } from '../../../src/ports/adapter-error.ts';
import { listKey, listKeyShape, matchesText } from '../../../src/domain/inbox.ts';
import type { Conversation } from '../../../src/domain/model.ts';
import type { ConversationQuery, ConversationSort } from '../../../src/domain/queries.ts';
import type { Page, PageRequest } from '../../../src/ports/adapter.ts';
import type { Sql } from '../db/db.ts';
import { decodeCursor, encodeCursor, pageSize } from './cursors.ts';
import type { SortPlace } from './cursors.ts';
import { anywhere, soughtIn, wordsOf } from './text.ts';
import { inScope, Values, visibleTo } from './viewer.ts';
import type { Viewer } from './viewer.ts';

/** Columns that hold the key of a sort; the id ends each. */
const sortColumns: Readonly<Record<ConversationSort, readonly [string, string]>> = {
  oldest: ['oldest', '0'],
  newest: ['newest', '0'],
  'shortest-wait': ['shortest_wait', 'shortest_wait_then'],
  'longest-wait': ['longest_wait', 'longest_wait_then'],
};
/** More are not counted: a number that large helps nobody, and counting them costs. */
const mostCounted = 10_000;
/** A search that finds almost nothing by name makes a short page rather than a long wait. */
const mostBatches = 20;
const shortestWord = 2;

/** The conversation, `not-found` also where the viewer may not see it. */
export async function getConversation(sql: Sql, viewer: Viewer, id: string): Promise<Conversation> {
  const values = new Values();
  const [row] = await sql.query<{ data: string }>(
    `select c.data::text as data from conversation c where ${visibleTo(viewer, values, 'c')} and c.id = ${values.add(id)}`,
    values.list,
  );
  if (!row) throw new AdapterError('not-found', `there is no conversation ${id}`);
  return JSON.parse(row.data) as Conversation;
}

/** What is asked, and when. */
export interface Question {
  readonly query: ConversationQuery;
  readonly now: number;
}

/** A page of conversations in the order that was asked for. */
export async function listConversations(
  sql: Sql,
  viewer: Viewer,
  { query, now }: Question,
  page: PageRequest = {},
): Promise<Page<Conversation>> {
  const question = { query, viewer: [viewer.tenant, viewer.agent.id, viewer.branches] };
  const limit = pageSize(page.limit);
  let after = page.cursor === undefined ? null : decodeCursor(question, page.cursor, listKeyShape(query));
  const items: Conversation[] = [];
  for (let batch = 0; batch < mostBatches; batch += 1) {
    const rows = await readBatch(sql, { viewer, query, now, after, limit: limit + 1 });
    for (const { conversation, written } of rows) {
      const last = items.at(-1);
      if (items.length === limit && last)
        return withTotal(sql, viewer, { query, now }, page, { items, nextCursor: cursorAfter(question, query, last) });
      after = listKey(query, conversation);
      if (written || matchesText(query.text ?? '', conversation)) items.push(conversation);
    }
    if (rows.length <= limit) return withTotal(sql, viewer, { query, now }, page, { items, nextCursor: null });
  }
  const nextCursor = after === null ? null : encodeCursor(question, after);
  return { items, nextCursor, total: null };
}

function cursorAfter(question: unknown, query: ConversationQuery, last: Conversation): string {
  return encodeCursor(question, listKey(query, last));
}

interface Batch extends Question {
  readonly viewer: Viewer;
  readonly after: SortPlace | null;
  readonly limit: number;
}

interface Found {
  readonly conversation: Conversation;
  /** Whether its messages hold all words that were sought. */
  readonly written: boolean;
}

async function readBatch(sql: Sql, batch: Batch): Promise<readonly Found[]> {
  if (!batch.query.pinnedFirst) return readGroup(sql, batch);
  // What is pinned is read by an index of its own, the rest by those of the orders.
  const { after, limit } = batch;
  const [group, ...place] = after ?? [];
  if (group === 1) return readGroup(sql, { ...batch, after: place, pinned: false });
  const pinned = await readGroup(sql, { ...batch, after: after && place, pinned: true });
  if (pinned.length === limit) return pinned;
  const rest = await readGroup(sql, { ...batch, after: null, limit: limit - pinned.length, pinned: false });
  return [...pinned, ...rest];
}

async function readGroup(sql: Sql, batch: Batch & { readonly pinned?: boolean }): Promise<readonly Found[]> {
  const { viewer, query, after, limit, pinned } = batch;
  const values = new Values();
  const [first, second] = sortColumns[query.sort];
  const key = second === '0' ? `${first}, id` : `${first}, ${second}, id`;
  const conditions = filters(viewer, batch, values);
  if (pinned !== undefined) conditions.push(pinned ? 'c.pinned' : 'not c.pinned');
  const written = writtenCondition(viewer, query.text, values);
  if (query.text?.trim()) conditions.push(`(${written} or ${namedCondition(query.text, values)})`);
  if (after !== null) conditions.push(afterCondition(after, [first, second], values));
  const rows = await sql.query<{ data: string; written: boolean }>(
    `select c.data::text as data, ${written} as written from conversation c
     where ${conditions.join(' and ')} order by ${key} limit ${limit}`,
    values.list,
  );
  return rows.map((row) => ({ conversation: JSON.parse(row.data) as Conversation, written: row.written }));
}

/** Everything but the text, as conditions. */
function filters(viewer: Viewer, { query, now }: Question, values: Values): string[] {
  const { states, channels, coWorkerIds, branchIds, teamIds, tags, unreadOnly, startedFrom, startedBefore } = query;
  const { recipientKinds, waitingBefore, snoozed } = query;
  const conditions = [visibleTo(viewer, values, 'c'), inScope(viewer, query.scope, values)];
  if (states) conditions.push(`c.state = any(${values.add(states, 'text[]')})`);
  if (channels) conditions.push(`c.channels && ${values.add(channels, 'text[]')}`);
  if (coWorkerIds) conditions.push(isAmong('c.co_worker_id', coWorkerIds, values));
  if (branchIds) conditions.push(isAmong('c.branch_id', branchIds, values));
  if (teamIds) conditions.push(isAmong('c.team_id', teamIds, values));
  if (recipientKinds) conditions.push(`c.recipient_kind = any(${values.add(recipientKinds, 'text[]')})`);
  if (waitingBefore !== undefined) conditions.push(`c.longest_wait < ${waitingSince(waitingBefore, values)}`);
  if (tags) conditions.push(`c.tags && ${values.add(tags, 'text[]')}`);
  if (unreadOnly) conditions.push('c.unread');
  if (snoozed !== undefined) conditions.push(snoozed ? isAsleep(now, values) : isAwake(now, values));
  if (startedFrom !== undefined) conditions.push(`c.started_at >= ${values.add(startedFrom, 'double precision')}`);
  if (startedBefore !== undefined) conditions.push(`c.started_at < ${values.add(startedBefore, 'double precision')}`);
  return conditions;
}

/** Whether it is put aside now: a part of an index holds those that ever will be. */
function isAsleep(now: number, values: Values): string {
  return `(c.asleep_until is not null and c.asleep_until > ${values.add(now, 'double precision')})`;
}

/** The opposite. */
export function isAwake(now: number, values: Values): string {
  return `(c.asleep_until is null or c.asleep_until <= ${values.add(now, 'double precision')})`;
}

/** Whoever does not wait stands behind every time that can be asked for. */
function waitingSince(before: number, values: Values): string {
  return values.add(Math.min(before, Number.MAX_SAFE_INTEGER), 'double precision');
}

/** `null` among the wanted ones stands for "nobody". */
function isAmong(column: string, wanted: readonly (string | null)[], values: Values): string {
  const ids = wanted.filter((id) => id !== null);
  const known = `${column} = any(${values.add(ids, 'text[]')})`;
  return ids.length === wanted.length ? known : `(${known} or ${column} is null)`;
}

function afterCondition([a, b, id]: SortPlace, [first, second]: readonly [string, string], values: Values): string {
  const place = [values.add(a ?? 0, 'bigint'), values.add(b ?? 0, 'bigint'), values.add(id ?? '', 'text')];
  if (second === '0') return `(c.${first}, c.id) > (${place[0]}, ${place[2]}) and ${place[1]} = 0`;
  return `(c.${first}, c.${second}, c.id) > (${place.join(', ')})`;
}

/** Whether the messages of a conversation hold every word. */
function writtenCondition({ tenant }: Viewer, text: string | undefined, values: Values): string {
  if (!text?.trim()) return 'true';
  const words = wordsOf(text).filter((word) => word.length >= shortestWord);
  if (words.length === 0) return 'false';
  const owner = values.add(tenant);
  const withWord = words.map((word) => {
    const start = values.add(`${word.replace(/[\\%_]/g, '\\$&')}%`);
    return `exists (select 1 from conversation_word w
      where w.tenant = ${owner} and w.conversation_id = c.id and w.word like ${start})`;
  });
  return `(${withWord.join(' and ')})`;
}

function namedCondition(text: string, values: Values): string {
  const sought = soughtIn(text).map((part) => `c.search like ${values.add(anywhere(part))}`);
  return sought.length === 0 ? 'false' : `(${sought.join(' and ')})`;
}

/** How many there are in all; only with the first page, and not for a search. */
async function withTotal(
  sql: Sql,
  viewer: Viewer,
  question: Question,
  page: PageRequest,
  found: Omit<Page<Conversation>, 'total'>,
): Promise<Page<Conversation>> {
  if (found.nextCursor === null && page.cursor === undefined) return { ...found, total: found.items.length };
  if (question.query.text?.trim() || page.cursor !== undefined) return { ...found, total: null };
  return { ...found, total: await countMatching(sql, viewer, question) };
}

/** How many there are but for the text; `null` where there are more than anybody needs to know. */
export async function countMatching(sql: Sql, viewer: Viewer, question: Question): Promise<number | null> {
  const values = new Values();
  const where = filters(viewer, question, values).join(' and ');
  const [row] = await sql.query<{ count: number }>(
    `select count(*) as count from (select 1 from conversation c where ${where} limit ${mostCounted + 1}) counted`,
    values.list,
  );
  const count = row?.count ?? 0;
  return count > mostCounted ? null : count;
}

/** Ids of everything that answers a question, in its order, at most so many. */
export async function idsMatching(
  sql: Sql,
  viewer: Viewer,
  question: Question,
  most: number,
): Promise<readonly string[]> {
  const { query } = question;
  if ((query.text ?? '').trim() === '') {
    const values = new Values();
    const [first, second] = sortColumns[query.sort];
    const where = filters(viewer, question, values).join(' and ');
    const rows = await sql.query<{ id: string }>(
      `select c.id from conversation c where ${where}
       order by ${query.pinnedFirst ? 'not c.pinned, ' : ''}c.${first}, ${second === '0' ? '' : `c.${second},`} c.id limit ${most}`,
      values.list,
    );
    return rows.map(({ id }) => id);
  }
  const ids: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null && ids.length < most;) {
    const page = await listConversations(sql, viewer, question, {
      limit: 200,
      ...(cursor !== undefined && { cursor }),
    });
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  return ids.slice(0, most);
}

/** How many a search finds, by looking at them; `null` where there are more than `most`. */
export async function countFound(sql: Sql, viewer: Viewer, question: Question, most: number): Promise<number | null> {
  let count = 0;
  for (let cursor: string | null | undefined; cursor !== null && count <= most;) {
    const page = await listConversations(sql, viewer, question, {
      limit: 200,
      ...(cursor !== undefined && { cursor }),
    });
    count += page.items.length;
    cursor = page.nextCursor;
  }
  return count > most ? null : count;
}
