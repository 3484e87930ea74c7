import { bulkProgress, bulkStep, undoOf } from '../domain/bulk.ts';
import type { BulkAction, BulkProgress, BulkResult, BulkUndo } from '../domain/bulk.ts';
import { AdapterError, toAdapterError } from '../ports/adapter-error.ts';
import type { BulkPart, BulkTarget } from '../ports/parts/bulk.ts';
import { Cell } from './cell.ts';
import type { BulkRun, BulkRunState } from './session-api.ts';
import { loadConversation } from './views/conversation-view.ts';
import type { ViewTools } from './views/view-tools.ts';

/** So many conversations are changed one by one where the backend has no way to do it at once. */
const longestQueue = 200;

const begun: BulkProgress = { total: null, done: 0, skipped: 0, failed: 0 };

/** What carries an action out: the backend in one operation, or this tab conversation by conversation. */
interface Worker {
  run(tell: (progress: BulkProgress) => void): Promise<'finished' | 'stopped'>;
  undo(tell: (progress: BulkProgress) => void): Promise<'finished' | 'stopped'>;
  stop(): void;
}

/** Begins an action on many conversations (C11), see `MessagingSession.startBulk`. */
export function startBulk(
  tools: ViewTools,
  {
    target,
    action,
    operationId,
  }: { readonly target: BulkTarget; readonly action: BulkAction; readonly operationId: string },
): BulkRun {
  const hasPart = tools.backend()?.capabilities.parts.includes('bulk') === true;
  const part = hasPart ? tools.adapter.part('bulk') : undefined;
  return new Run(part ? inBackend(part, { operationId, target, action }) : oneByOne(tools, target, action));
}

class Run implements BulkRun {
  readonly #state: Cell<BulkRunState>;
  readonly #worker: Worker;

  constructor(worker: Worker) {
    this.#worker = worker;
    this.#state = new Cell<BulkRunState>({ phase: 'running', isUndo: false, progress: begun, error: null });
    void this.#work('run');
  }

  get value(): BulkRunState {
    return this.#state.value;
  }

  subscribe(listener: () => void): () => void {
    return this.#state.subscribe(listener);
  }

  stop(): void {
    if (this.value.phase === 'running') this.#worker.stop();
  }

  undo(): void {
    if (this.value.phase === 'running' || this.value.isUndo) return;
    this.#state.set({ phase: 'running', isUndo: true, progress: begun, error: null });
    void this.#work('undo');
  }

  async #work(what: 'run' | 'undo'): Promise<void> {
    const tell = (progress: BulkProgress): void => this.#state.set({ ...this.value, progress });
    try {
      const phase = await this.#worker[what](tell);
      this.#state.set({ ...this.value, phase });
    } catch (reason) {
      this.#state.set({ ...this.value, phase: 'failed', error: toAdapterError(reason) });
    }
  }
}

function inBackend(part: BulkPart, request: Parameters<BulkPart['run']>[0]): Worker {
  const { operationId } = request;
  return {
    run: async (onProgress) => {
      const { state, progress } = await part.run(request, { onProgress });
      onProgress(progress);
      return state;
    },
    undo: async (onProgress) => {
      const { state, progress } = await part.undo(operationId, { onProgress });
      onProgress(progress);
      return state;
    },
    // An operation that cannot be stopped ends by itself.
    stop: () => void part.stop(operationId).catch(() => undefined),
  };
}

function oneByOne(tools: ViewTools, target: BulkTarget, action: BulkAction): Worker {
  const results: BulkResult[] = [];
  let stopping = new AbortController();
  const each = async <T>(
    items: readonly T[],
    tell: (progress: BulkProgress) => void,
    doOne: (item: T) => Promise<BulkResult>,
  ): Promise<'finished' | 'stopped'> => {
    const done: BulkResult[] = [];
    const { signal } = (stopping = new AbortController());
    for (const item of items) {
      if (signal.aborted) return 'stopped';
      const result = await doOne(item);
      done.push(result);
      results.push(result);
      tell(bulkProgress(done, items.length));
    }
    return 'finished';
  };
  return {
    run: (tell) => {
      if (!('ids' in target)) throw new AdapterError('unsupported', 'this backend has no bulk actions');
      if (target.ids.length > longestQueue)
        throw new AdapterError('invalid', `more than ${longestQueue} conversations`);
      return each(target.ids, tell, (id) => changeOne(tools, id, action));
    },
    undo: (tell) => {
      const undos = results.splice(0).flatMap((one) => (one.outcome === 'done' ? [one.undo] : []));
      return each(undos.reverse(), tell, (undo) => undoOne(tools, undo));
    },
    stop: () => {
      stopping.abort();
    },
  };
}

async function changeOne(tools: ViewTools, id: string, action: BulkAction): Promise<BulkResult> {
  return unlessRefused(id, async () => {
    const before = await loadConversation(tools, id);
    const step = bulkStep(action, before, { isRequiredToArchive: false });
    if (step.kind === 'skip') return { conversationId: id, outcome: 'skipped', reason: step.reason };
    const after = await tools.connection.call((signal) =>
      tools.adapter.update(id, step.edit, { signal, ifVersion: before.version }),
    );
    tools.store.putConversation(after);
    return { conversationId: id, outcome: 'done', undo: undoOf(before, after) };
  });
}

async function undoOne(tools: ViewTools, { conversationId, edit, ifVersion }: BulkUndo): Promise<BulkResult> {
  return unlessRefused(conversationId, async () => {
    const before = await loadConversation(tools, conversationId);
    if (before.version !== ifVersion) return { conversationId, outcome: 'skipped', reason: 'changed-since' };
    const after = await tools.connection.call((signal) =>
      tools.adapter.update(conversationId, edit, { signal, ifVersion }),
    );
    tools.store.putConversation(after);
    return { conversationId, outcome: 'done', undo: undoOf(before, after) };
  });
}

/** One that is refused does not end the others; a backend that cannot be reached does. */
async function unlessRefused(conversationId: string, body: () => Promise<BulkResult>): Promise<BulkResult> {
  try {
    return await body();
  } catch (reason) {
    const error = toAdapterError(reason);
    if (!error.refused || error.retry) throw error;
    return { conversationId, outcome: 'failed', code: error.code };
  }
}
