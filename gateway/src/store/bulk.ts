import type { BulkProgress, BulkResult, BulkUndo } from '../../../src/domain/bulk.ts';
import type { Page, PageRequest } from '../../../src/ports/adapter.ts';
import { AdapterError } from '../../../src/ports/adapter-error.ts';
import type { Sql } from '../db/db.ts';
import { decodeCursor, encodeCursor, pageSize } from './cursors.ts';
import type { Viewer } from './viewer.ts';

/** Which operation, and whether it is its being taken back. */
export interface BulkKey {
  readonly tenant: string;
  readonly id: string;
  readonly isUndo: boolean;
}

/** How far an operation is. */
export interface BulkStatus {
  readonly operationId: string;
  readonly state: 'running' | 'finished' | 'stopped';
  readonly progress: BulkProgress;
}

/** One conversation of an operation, before it is done. */
export interface BulkStepRow {
  readonly number: number;
  readonly conversationId: string;
  readonly edit: BulkUndo | null;
}

interface OperationRow {
  readonly state: BulkStatus['state'];
  readonly total: number;
  readonly done: number;
  readonly skipped: number;
  readonly failed: number;
  readonly [column: string]: unknown;
}

/** How far an operation of this co-worker is; `null` if there is none. */
export async function findBulk(
  sql: Sql,
  { tenant, agent }: Viewer,
  { id, isUndo }: Omit<BulkKey, 'tenant'>,
): Promise<BulkStatus | null> {
  const [row] = await sql.query<OperationRow>(
    `select state, total, done, skipped, failed from bulk_operation
     where tenant = $1 and id = $2 and is_undo = $3 and co_worker_id = $4`,
    [tenant, id, isUndo, agent.id],
  );
  if (!row) return null;
  const { state, ...progress } = row;
  const { total, done, skipped, failed } = progress;
  return { operationId: id, state, progress: { total, done, skipped, failed } };
}

/** How far an operation is, or `not-found`. */
export async function getBulk(sql: Sql, viewer: Viewer, key: Omit<BulkKey, 'tenant'>): Promise<BulkStatus> {
  const status = await findBulk(sql, viewer, key);
  if (status) return status;
  throw new AdapterError('not-found', `there is no operation ${key.id}`);
}

/** What became of each conversation so far, in the order they were done. */
export async function listBulkResults(
  sql: Sql,
  viewer: Viewer,
  id: string,
  page: PageRequest = {},
): Promise<Page<BulkResult>> {
  const { progress } = await getBulk(sql, viewer, { id, isUndo: false });
  const question = { bulk: id, tenant: viewer.tenant };
  const [after = -1] = page.cursor === undefined ? [] : decodeCursor(question, page.cursor, ['number']);
  const limit = pageSize(page.limit);
  const rows = await sql.query<{ number: number; result: string }>(
    `select number, result::text as result from bulk_step
     where tenant = $1 and operation_id = $2 and not is_undo and outcome is not null and number > $3
     order by number limit ${limit + 1}`,
    [viewer.tenant, id, after],
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ result }) => JSON.parse(result) as BulkResult),
    nextCursor: last && rows.length > limit ? encodeCursor(question, [last.number]) : null,
    total: progress.total,
  };
}

/** Writes the steps of an operation, in order. */
export async function insertSteps(
  sql: Sql,
  { tenant, id, isUndo }: BulkKey,
  steps: readonly Omit<BulkStepRow, 'number'>[],
): Promise<void> {
  await sql.query(
    `insert into bulk_step (tenant, operation_id, is_undo, number, conversation_id, edit)
     select $1, $2, $3, step.number, step.id, nullif(step.edit, '')::json
     from unnest($4::text[], $5::text[]) with ordinality as step (id, edit, number)`,
    [
      tenant,
      id,
      isUndo,
      steps.map(({ conversationId }) => conversationId),
      steps.map(({ edit }) => (edit ? JSON.stringify(edit) : '')),
    ],
  );
}

/** The next steps of an operation. */
export async function nextSteps(
  sql: Sql,
  { tenant, id, isUndo }: BulkKey,
  limit: number,
): Promise<readonly BulkStepRow[]> {
  const rows = await sql.query<{ number: number; conversation_id: string; edit: string | null }>(
    `select number, conversation_id, edit::text as edit from bulk_step
     where tenant = $1 and operation_id = $2 and is_undo = $3 and outcome is null order by number limit ${limit}`,
    [tenant, id, isUndo],
  );
  return rows.map(({ number, conversation_id: conversationId, edit }) => {
    return { number, conversationId, edit: edit === null ? null : (JSON.parse(edit) as BulkUndo) };
  });
}

/** What takes an operation back, the last change first. */
export async function undosOf(sql: Sql, tenant: string, id: string): Promise<readonly BulkUndo[]> {
  const rows = await sql.query<{ result: string }>(
    `select result::text as result from bulk_step
     where tenant = $1 and operation_id = $2 and not is_undo and outcome = 'done' order by number desc`,
    [tenant, id],
  );
  return rows.flatMap(({ result }) => {
    const done = JSON.parse(result) as BulkResult;
    return done.outcome === 'done' ? [done.undo] : [];
  });
}
