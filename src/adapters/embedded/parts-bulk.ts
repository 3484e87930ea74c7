import { AdapterError, toAdapterError } from '../../ports/adapter-error.ts';
import { listConversations } from './lists.ts';
import { pageSize } from './pages.ts';
import { tagSettings } from './parts-tags.ts';
import { updateConversation } from './updates.ts';
import { bulkProgress, bulkStep, undoOf } from '../../domain/bulk.ts';
import type { InboxCalls } from './parts-inbox.ts';
import type { Unit } from './unit.ts';
import type { BulkAction, BulkProgress, BulkResult, BulkUndo } from '../../domain/bulk.ts';
import type { CoWorker } from '../../domain/model.ts';
import type { Page, PageRequest } from '../../ports/adapter.ts';
import type { BulkOptions, BulkPart, BulkReport, BulkRequest, BulkTarget } from '../../ports/parts/bulk.ts';

/** So many conversations are changed in one transaction, and told in one batch of changes. */
const portion = 50;
/** What can be taken back and looked up; older operations are forgotten. */
const operationsKept = 50;

/** One action, or its being taken back. */
interface Operation {
  readonly results: BulkResult[];
  total: number | null;
  isStopped: boolean;
  isUndone: boolean;
  report: Promise<BulkReport>;
}

type DoOne = (unit: Unit, agent: CoWorker) => Promise<BulkResult>;

/** Bulk actions of one agent. Kept for as long as the adapter lives: undo is for the minutes after, not for next week. */
export class EmbeddedBulk implements BulkPart {
  readonly #calls: InboxCalls;
  readonly #operations = new Map<string, Operation>();

  constructor(calls: InboxCalls) {
    this.#calls = calls;
  }

  run({ operationId, target, action }: BulkRequest, options?: BulkOptions): Promise<BulkReport> {
    const known = this.#operations.get(operationId);
    if (known) return known.report;
    const operation = this.#begin(operationId);
    operation.report = this.#work(operationId, operation, options, async () => {
      const ids = await this.#idsOf(target, options);
      return ids.map((id) => (unit, agent) => doOne(unit, { id, action }, agent));
    });
    return operation.report;
  }

  stop(operationId: string): Promise<void> {
    const operation = this.#operations.get(operationId);
    if (!operation) return Promise.reject(unknown(operationId));
    operation.isStopped = true;
    return Promise.resolve();
  }

  async undo(operationId: string, options?: BulkOptions): Promise<BulkReport> {
    const done = this.#operations.get(operationId);
    if (!done) throw unknown(operationId);
    await done.report;
    const undos = done.isUndone ? [] : done.results.flatMap((one) => (one.outcome === 'done' ? [one.undo] : []));
    done.isUndone = true;
    return this.#work(operationId, newOperation(), options, () =>
      Promise.resolve(undos.reverse().map((undo) => (unit, agent) => undoOne(unit, undo, agent))),
    );
  }

  listResults(operationId: string, page: PageRequest = {}): Promise<Page<BulkResult>> {
    const operation = this.#operations.get(operationId);
    if (!operation) return Promise.reject(unknown(operationId));
    const from = page.cursor === undefined ? 0 : Number(page.cursor);
    if (!Number.isInteger(from) || from < 0)
      return Promise.reject(new AdapterError('invalid', 'that is no cursor', { path: 'cursor' }));
    const to = from + pageSize(page.limit);
    const { results, total } = operation;
    return Promise.resolve({
      items: results.slice(from, to),
      nextCursor: to < results.length ? String(to) : null,
      total,
    });
  }

  #begin(operationId: string): Operation {
    const operation = newOperation();
    this.#operations.set(operationId, operation);
    const [oldest] = this.#operations.keys();
    if (this.#operations.size > operationsKept && oldest !== undefined) this.#operations.delete(oldest);
    return operation;
  }

  async #work(
    operationId: string,
    operation: Operation,
    options: BulkOptions | undefined,
    plan: () => Promise<readonly DoOne[]>,
  ): Promise<BulkReport> {
    try {
      const steps = await plan();
      operation.total = steps.length;
      for (let from = 0; from < steps.length && !operation.isStopped; from += portion) {
        operation.results.push(...(await this.#portion(steps.slice(from, from + portion))));
        tell(options, bulkProgress(operation.results, operation.total));
      }
      const progress = bulkProgress(operation.results, operation.total);
      return { operationId, state: operation.results.length < steps.length ? 'stopped' : 'finished', progress };
    } catch (reason) {
      // Nothing is known of it, so asking again may try again.
      if (operation.results.length === 0) this.#operations.delete(operationId);
      throw toAdapterError(reason);
    }
  }

  #portion(steps: readonly DoOne[]): Promise<readonly BulkResult[]> {
    return this.#calls.command({}, async (unit, agent) => {
      const results: BulkResult[] = [];
      for (const step of steps) results.push(await step(unit, agent));
      return results;
    });
  }

  /** Everything that answers the question now; what comes to answer it while the action runs is left alone. */
  async #idsOf(target: BulkTarget, options: BulkOptions | undefined): Promise<readonly string[]> {
    if ('ids' in target) return [...new Set(target.ids)];
    const ids: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page: PageRequest = { limit: 200, ...(cursor !== undefined && { cursor }) };
      const { items, nextCursor } = await this.#calls.query({}, (tx, agent) =>
        listConversations(tx, target.query, page, { agent, now: this.#calls.now() }),
      );
      ids.push(...items.map(({ id }) => id));
      tell(options, { total: null, done: 0, skipped: 0, failed: 0 });
      cursor = nextCursor;
    }
    return ids;
  }
}

function newOperation(): Operation {
  const report = Promise.reject<BulkReport>(new AdapterError('unavailable', 'it has not begun'));
  report.catch(() => undefined);
  return { results: [], total: null, isStopped: false, isUndone: false, report };
}

async function doOne(
  unit: Unit,
  { id, action }: { readonly id: string; readonly action: BulkAction },
  agent: CoWorker,
): Promise<BulkResult> {
  return unlessRefused(id, async () => {
    const before = await unit.conversation(id);
    const step = bulkStep(action, before, await tagSettings(unit.tx, agent));
    if (step.kind === 'skip') return { conversationId: id, outcome: 'skipped', reason: step.reason };
    const after = await updateConversation(unit, { id, change: step.edit }, agent);
    if (after === before) return { conversationId: id, outcome: 'skipped', reason: 'nothing-to-do' };
    return { conversationId: id, outcome: 'done', undo: undoOf(before, after) };
  });
}

async function undoOne(
  unit: Unit,
  { conversationId, edit, ifVersion }: BulkUndo,
  agent: CoWorker,
): Promise<BulkResult> {
  return unlessRefused(conversationId, async () => {
    const before = await unit.conversation(conversationId);
    if (before.version !== ifVersion) return { conversationId, outcome: 'skipped', reason: 'changed-since' };
    const after = await updateConversation(unit, { id: conversationId, change: edit }, agent);
    return { conversationId, outcome: 'done', undo: undoOf(before, after) };
  });
}

/** One conversation that is refused must not take the others with it; a backend that fails is another matter. */
async function unlessRefused(conversationId: string, body: () => Promise<BulkResult>): Promise<BulkResult> {
  try {
    return await body();
  } catch (reason) {
    const { code, retry } = toAdapterError(reason);
    if (retry || code === 'unavailable') throw reason;
    return { conversationId, outcome: 'failed', code };
  }
}

/** Who listens harms nobody by throwing. */
function tell(options: BulkOptions | undefined, progress: BulkProgress): void {
  if (options?.signal?.aborted) return;
  try {
    options?.onProgress?.(progress);
  } catch {
    // The operation is not the listener's.
  }
}

function unknown(operationId: string): AdapterError {
  return new AdapterError('not-found', `there is no operation ${operationId}`);
}
