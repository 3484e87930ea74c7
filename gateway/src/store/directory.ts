import { AdapterError } from '../../../src/ports/adapter-error.ts';
import { foldText, includesNumber, includesWords, numberNeedle } from '../../../src/domain/search-text.ts';
import type { Branch, ConversationTemplate, CoWorker, Recipient } from '../../../src/domain/model.ts';
import type { Page, PageRequest } from '../../../src/ports/adapter.ts';
import type { Sql } from '../db/db.ts';
import { decodeCursor, encodeCursor, pageSize } from './cursors.ts';
import type { SortPlace } from './cursors.ts';
import { anywhere, soughtIn } from './text.ts';
import { Values, visibleTo } from './viewer.ts';
import type { Viewer } from './viewer.ts';

const mostBatches = 20;

/** Seen are the recipients of one's branches, and those with whom a conversation is that one may see. */
export function recipientVisibleTo(viewer: Viewer, values: Values): string {
  const own = visibleTo(viewer, values, 'r');
  if (viewer.branches === null) return own;
  const talks = visibleTo(viewer, values, 'c');
  const tenant = values.add(viewer.tenant);
  return `r.tenant = ${tenant} and ((${own})
    or exists (select 1 from conversation c where ${talks} and c.recipient_id = r.id))`;
}

/** The recipient, `not-found` also where the viewer may not see it. */
export async function getRecipient(sql: Sql, viewer: Viewer, id: string): Promise<Recipient> {
  const recipient = await findRecipient(sql, viewer, id);
  if (!recipient) throw new AdapterError('not-found', `there is no recipient ${id}`);
  return recipient;
}

/** The recipient; `null` also where the viewer may not see it. */
export async function findRecipient(sql: Sql, viewer: Viewer, id: string): Promise<Recipient | null> {
  const values = new Values();
  const [row] = await sql.query<{ data: string }>(
    `select r.data::text as data from recipient r where ${recipientVisibleTo(viewer, values)} and r.id = ${values.add(id)}`,
    values.list,
  );
  return row ? (JSON.parse(row.data) as Recipient) : null;
}

/** Recipients by name, organisation or number in any spelling, in order of name; empty text finds all. */
export async function searchRecipients(
  sql: Sql,
  viewer: Viewer,
  text: string,
  page: PageRequest = {},
): Promise<Page<Recipient>> {
  const question = { recipients: foldText(text), viewer: [viewer.tenant, viewer.agent.id, viewer.branches] };
  const limit = pageSize(page.limit);
  let after = page.cursor === undefined ? null : decodeCursor(question, page.cursor, ['string', 'string']);
  const items: Recipient[] = [];
  for (let batch = 0; batch < mostBatches; batch += 1) {
    const rows = await readBatch(sql, { viewer, text, after, limit: limit + 1 });
    for (const { recipient, place } of rows) {
      if (items.length === limit && after) return { items, nextCursor: encodeCursor(question, after), total: null };
      after = place;
      if (matches(recipient, text)) items.push(recipient);
    }
    if (rows.length <= limit) return { items, nextCursor: null, total: null };
  }
  return { items, nextCursor: after && encodeCursor(question, after), total: null };
}

interface Batch {
  readonly viewer: Viewer;
  readonly text: string;
  readonly after: SortPlace | null;
  readonly limit: number;
}

async function readBatch(
  sql: Sql,
  { viewer, text, after, limit }: Batch,
): Promise<readonly { readonly recipient: Recipient; readonly place: SortPlace }[]> {
  const values = new Values();
  const conditions = [recipientVisibleTo(viewer, values)];
  for (const part of soughtIn(text)) conditions.push(`r.search like ${values.add(anywhere(part))}`);
  if (after) conditions.push(`(r.name_key, r.id) > (${values.add(after[0] ?? '')}, ${values.add(after[1] ?? '')})`);
  const rows = await sql.query<{ data: string; name_key: string; id: string }>(
    `select r.data::text as data, r.name_key, r.id from recipient r
     where ${conditions.join(' and ')} order by r.name_key, r.id limit ${limit}`,
    values.list,
  );
  return rows.map((row) => ({ recipient: JSON.parse(row.data) as Recipient, place: [row.name_key, row.id] }));
}

function matches({ name, firstName, organisation, addresses }: Recipient, text: string): boolean {
  const digits = numberNeedle(text);
  return (
    includesWords([name, firstName, organisation].join(' '), text) ||
    addresses.some(({ value }) => (digits === null ? includesWords(value, text) : includesNumber(value, digits)))
  );
}

/** Co-workers of the tenant, by id. */
export function listCoWorkers(sql: Sql, tenant: string): Promise<readonly CoWorker[]> {
  return listData<CoWorker>(sql, 'select data::text as data from co_worker where tenant = $1 order by id', tenant);
}

/** Branches of the tenant, by id. */
export function listBranches(sql: Sql, tenant: string): Promise<readonly Branch[]> {
  return listData<Branch>(sql, 'select data::text as data from branch where tenant = $1 order by id', tenant);
}

/** Conversation templates of the tenant. */
export function listTemplates(sql: Sql, tenant: string): Promise<readonly ConversationTemplate[]> {
  const text = 'select data::text as data from conversation_template where tenant = $1 order by code, language';
  return listData<ConversationTemplate>(sql, text, tenant);
}

async function listData<T>(sql: Sql, text: string, tenant: string): Promise<readonly T[]> {
  const rows = await sql.query<{ data: string }>(text, [tenant]);
  return rows.map(({ data }) => JSON.parse(data) as T);
}
