import { bulkProgress, bulkStep, undoOf } from '../../../src/domain/bulk.ts';
import type { BulkAction, BulkResult, BulkUndo } from '../../../src/domain/bulk.ts';
import type { TagSettings } from '../../../src/domain/tags.ts';
import { AdapterError } from '../../../src/ports/adapter-error.ts';
import type { BulkRequest, BulkTarget } from '../../../src/ports/parts/bulk.ts';
import { findBulk, getBulk, insertSteps, nextSteps, undosOf } from '../store/bulk.ts';
import type { BulkKey, BulkStatus, BulkStepRow } from '../store/bulk.ts';
import { idsMatching } from '../store/conversations.ts';
import type { Unit } from '../store/unit.ts';
import type { Viewer } from '../store/viewer.ts';
import { tagSettings } from './tags.ts';
import { updateConversation } from './update.ts';

/** So many conversations are changed in one transaction, and told in one batch of changes. */
const portion = 50;
/** More at once are no list that anybody has looked at. */
const mostConversations = 100_000;
/** Undo is for the minutes after; results may be looked at for some days. */
const keptMs = 7 * 24 * 60 * 60 * 1000;

/** Begins an action on everything that answers its question now; the same id again gives what was begun first. */
export async function beginBulk(
  unit: Unit,
  { operationId: id, target, action }: BulkRequest,
  viewer: Viewer,
): Promise<BulkStatus> {
  const key = { tenant: unit.tenant, id, isUndo: false };
  if (!(await take(unit, key, { viewer, action }))) {
    const before = await findBulk(unit.sql, viewer, key);
    if (before) return before;
    throw new AdapterError('key-reused', `operation ${id} stands for something else`);
  }
  await forgetOld(unit);
  const ids = await idsOf(unit, target, viewer);
  if (ids.length > mostConversations)
    throw new AdapterError('invalid', `more than ${mostConversations} conversations`, { path: 'target' });
  return plan(unit, key, { viewer, steps: ids.map((conversationId) => ({ conversationId, edit: null })) });
}

/** Begins taking an operation back; a second time gives how the first one went. */
export async function beginUndo(unit: Unit, id: string, viewer: Viewer): Promise<BulkStatus> {
  const { state } = await getBulk(unit.sql, viewer, { id, isUndo: false });
  if (state === 'running') throw new AdapterError('conflict', 'it has not ended yet');
  const key = { tenant: unit.tenant, id, isUndo: true };
  if (!(await take(unit, key, { viewer, action: null }))) return getBulk(unit.sql, viewer, key);
  const undos = await undosOf(unit.sql, unit.tenant, id);
  return plan(unit, key, { viewer, steps: undos.map((edit) => ({ conversationId: edit.conversationId, edit })) });
}

/** Ends an action after the portion it is at. */
export async function stopBulk({ sql, tenant }: Unit, id: string, viewer: Viewer): Promise<void> {
  await getBulk(sql, viewer, { id, isUndo: false });
  await sql.query(
    "update bulk_operation set state = 'stopped' where tenant = $1 and id = $2 and not is_undo and state = 'running'",
    [tenant, id],
  );
}

/** Carries out the next portion of an operation. Returns whether there may be more to do. */
export async function doPortion(unit: Unit, key: BulkKey): Promise<boolean> {
  const { sql, tenant } = unit;
  const [operation] = await sql.query<{ viewer: string; action: string | null }>(
    `select viewer::text as viewer, action::text as action from bulk_operation
     where tenant = $1 and id = $2 and is_undo = $3 and state = 'running' for update skip locked`,
    [tenant, key.id, key.isUndo],
  );
  if (!operation) return false;
  const viewer = JSON.parse(operation.viewer) as Viewer;
  const action = operation.action === null ? null : (JSON.parse(operation.action) as BulkAction);
  const steps = await nextSteps(sql, key, portion);
  await holdAll(unit, steps);
  const settings = await tagSettings(sql, viewer);
  const results: BulkResult[] = [];
  for (const step of steps) results.push(await doStep(unit, step, { action, settings, viewer }));
  await writeResults(unit, key, steps, results);
  const isOver = steps.length < portion;
  const { done, skipped, failed } = bulkProgress(results, null);
  await sql.query(
    `update bulk_operation set done = done + $4, skipped = skipped + $5, failed = failed + $6, troubles = 0,
       state = case when $7::boolean then 'finished' else state end
     where tenant = $1 and id = $2 and is_undo = $3`,
    [tenant, key.id, key.isUndo, done, skipped, failed, isOver],
  );
  return !isOver;
}

async function writeResults(
  { sql, tenant }: Unit,
  { id, isUndo }: BulkKey,
  steps: readonly BulkStepRow[],
  results: readonly BulkResult[],
): Promise<void> {
  await sql.query(
    `update bulk_step s set outcome = r.outcome, result = r.result::json
     from unnest($4::text[], $5::text[], $6::text[]) as r (number, outcome, result)
     where s.tenant = $1 and s.operation_id = $2 and s.is_undo = $3 and s.number = r.number::int`,
    [
      ...[tenant, id, isUndo, steps.map(({ number }) => String(number))],
      ...[results.map(({ outcome }) => outcome), results.map((result) => JSON.stringify(result))],
    ],
  );
}

interface StepContext {
  readonly action: BulkAction | null;
  readonly settings: TagSettings;
  readonly viewer: Viewer;
}

async function take(
  unit: Unit,
  { tenant, id, isUndo }: BulkKey,
  { viewer, action }: { readonly viewer: Viewer; readonly action: BulkAction | null },
): Promise<boolean> {
  const taken = await unit.sql.query(
    `insert into bulk_operation (tenant, id, is_undo, viewer, co_worker_id, action, state, total, begun_at)
     values ($1, $2, $3, $4::text::json, $5, $6::text::json, 'running', 0, $7) on conflict do nothing returning id`,
    [tenant, id, isUndo, JSON.stringify(viewer), viewer.agent.id, action && JSON.stringify(action), unit.now],
  );
  return taken.length > 0;
}

async function plan(
  { sql }: Unit,
  key: BulkKey,
  { steps, viewer }: { readonly steps: readonly Omit<BulkStepRow, 'number'>[]; readonly viewer: Viewer },
): Promise<BulkStatus> {
  await insertSteps(sql, key, steps);
  const state = steps.length === 0 ? 'finished' : 'running';
  await sql.query('update bulk_operation set total = $4, state = $5 where tenant = $1 and id = $2 and is_undo = $3', [
    key.tenant,
    key.id,
    key.isUndo,
    steps.length,
    state,
  ]);
  return getBulk(sql, viewer, key);
}

async function idsOf({ sql, now }: Unit, target: BulkTarget, viewer: Viewer): Promise<readonly string[]> {
  if ('ids' in target) return [...new Set(target.ids)];
  return idsMatching(sql, viewer, { query: target.query, now }, mostConversations + 1);
}

/** All conversations of a portion, in one order: two operations that have several in common do not wait for each other. */
async function holdAll({ sql, tenant }: Unit, steps: readonly BulkStepRow[]): Promise<void> {
  const ids = steps.map(({ conversationId }) => conversationId);
  await sql.query('select id from conversation where tenant = $1 and id = any($2::text[]) order by id for update', [
    tenant,
    ids,
  ]);
}

/** One conversation that is refused must not take the others with it; a database that fails is another matter. */
async function doStep(unit: Unit, { conversationId, edit }: BulkStepRow, context: StepContext): Promise<BulkResult> {
  try {
    return edit ? await undoOne(unit, edit, context) : await doOne(unit, conversationId, context);
  } catch (error) {
    if (!(error instanceof AdapterError) || error.retry) throw error;
    return { conversationId, outcome: 'failed', code: error.code };
  }
}

async function doOne(unit: Unit, id: string, { action, settings, viewer }: StepContext): Promise<BulkResult> {
  if (action === null) throw new TypeError('a step without anything to do');
  const before = await unit.conversation(id, viewer);
  const step = bulkStep(action, before, settings);
  if (step.kind === 'skip') return { conversationId: id, outcome: 'skipped', reason: step.reason };
  const after = await updateConversation(unit, { id, change: step.edit, ifVersion: null }, viewer);
  if (after === before) return { conversationId: id, outcome: 'skipped', reason: 'nothing-to-do' };
  return { conversationId: id, outcome: 'done', undo: undoOf(before, after) };
}

async function undoOne(
  unit: Unit,
  { conversationId, edit, ifVersion }: BulkUndo,
  { viewer }: StepContext,
): Promise<BulkResult> {
  const before = await unit.conversation(conversationId, viewer);
  if (before.version !== ifVersion) return { conversationId, outcome: 'skipped', reason: 'changed-since' };
  const after = await updateConversation(unit, { id: conversationId, change: edit, ifVersion: null }, viewer);
  return { conversationId, outcome: 'done', undo: undoOf(before, after) };
}

async function forgetOld({ sql, tenant, now }: Unit): Promise<void> {
  await sql.query(
    `delete from bulk_step s using bulk_operation o
     where s.tenant = $1 and o.tenant = $1 and o.id = s.operation_id and o.begun_at < $2`,
    [tenant, now - keptMs],
  );
  await sql.query('delete from bulk_operation where tenant = $1 and begun_at < $2', [tenant, now - keptMs]);
}
