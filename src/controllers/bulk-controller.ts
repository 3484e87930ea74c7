import type { ReactiveControllerHost } from 'lit';
import { type BulkAction, type BulkProgress, type BulkResult } from '../domain/bulk.ts';
import type { ConversationQuery } from '../domain/queries.ts';
import { type AdapterErrorCode, toAdapterError } from '../ports/adapter-error.ts';
import type { BulkPart, BulkReport } from '../ports/parts/bulk.ts';
import { ClientBulk } from './client-bulk.ts';
import type { MessagingSession } from '../sync/session-api.ts';

/** What is done to many conversations, and how far it is. */
export interface BulkRun {
  readonly operationId: string;
  readonly action: BulkAction | 'undo';
  readonly progress: BulkProgress;
  readonly isRunning: boolean;
  readonly canUndo: boolean;
  /** What was not done, one by one; loaded when it has ended. */
  readonly exceptions: readonly Exclude<BulkResult, { outcome: 'done' }>[];
  /** Why it could not even begin or go on. */
  readonly problem: AdapterErrorCode | null;
}

type Target = { readonly ids: readonly string[] } | { readonly query: ConversationQuery };

const nothingYet: BulkProgress = { total: null, done: 0, skipped: 0, failed: 0 };
/** More exceptions than this are counted, not listed. */
const mostExceptions = 100;

/**
 * One action on many conversations (C11): by the backend where it can, else one by one from here. Tells how far it is,
 * what was left out and why, and takes it back.
 */
export class BulkController {
  readonly #host: ReactiveControllerHost;
  readonly #session: () => MessagingSession | null;
  readonly #client = new WeakMap<MessagingSession, ClientBulk>();
  #run: BulkRun | null = null;

  constructor(host: ReactiveControllerHost, session: () => MessagingSession | null) {
    this.#host = host;
    this.#session = session;
  }

  /** The last action; `null` when there is none to tell of. */
  get run(): BulkRun | null {
    return this.#run;
  }

  /** Does it. Resolves with how it ended; `null` when it could not be done at all. */
  start(action: BulkAction, target: Target): Promise<BulkProgress | null> {
    const operationId = this.#session()?.newOperationId() ?? '';
    return this.#work({ operationId, action, canUndo: true }, (part, onProgress) =>
      part.run({ operationId, target, action }, { onProgress }),
    );
  }

  /** Takes the last action back, but for conversations that were changed since. */
  async undo(): Promise<BulkProgress | null> {
    const run = this.#run;
    if (!run || run.isRunning) return null;
    const { operationId } = run;
    return this.#work({ operationId, action: 'undo', canUndo: false }, (part, onProgress) =>
      part.undo(operationId, { onProgress }),
    );
  }

  /** Ends the running action after the conversation it is at. */
  stop(): void {
    const { operationId, isRunning } = this.#run ?? {};
    if (operationId !== undefined && isRunning)
      this.#part()
        ?.stop(operationId)
        .catch(() => undefined);
  }

  /** The agent has seen how it ended. */
  dismiss(): void {
    if (!this.#run?.isRunning) this.#set(null);
  }

  async #work(
    begun: Pick<BulkRun, 'operationId' | 'action' | 'canUndo'>,
    work: (part: BulkPart, onProgress: (progress: BulkProgress) => void) => Promise<BulkReport>,
  ): Promise<BulkProgress | null> {
    const part = this.#part();
    if (!part || this.#run?.isRunning) return null;
    const run = { ...begun, progress: nothingYet, isRunning: true, exceptions: [], problem: null };
    this.#set(run);
    let reached = nothingYet;
    try {
      const { progress } = await work(part, (sofar) => this.#set({ ...run, progress: (reached = sofar) }));
      const exceptions = begun.action === 'undo' ? [] : await exceptionsOf(part, begun.operationId);
      this.#set({ ...run, progress, exceptions, isRunning: false, canUndo: run.canUndo && progress.done > 0 });
      return progress;
    } catch (reason) {
      this.#set({ ...run, progress: reached, isRunning: false, canUndo: false, problem: toAdapterError(reason).code });
      return null;
    }
  }

  #part(): BulkPart | null {
    const session = this.#session();
    if (!session) return null;
    const parts = session.status.value.backend?.capabilities.parts ?? [];
    const part = parts.includes('bulk') ? session.part('bulk') : undefined;
    if (part) return part;
    const client = this.#client.get(session) ?? new ClientBulk(session);
    this.#client.set(session, client);
    return client;
  }

  #set(run: BulkRun | null): void {
    this.#run = run;
    this.#host.requestUpdate();
  }
}

async function exceptionsOf(part: BulkPart, operationId: string): Promise<BulkRun['exceptions']> {
  const exceptions: Exclude<BulkResult, { outcome: 'done' }>[] = [];
  let cursor: string | null | undefined;
  while (cursor !== null && exceptions.length < mostExceptions) {
    const page = await part.listResults(operationId, cursor === undefined ? {} : { cursor });
    for (const result of page.items) if (result.outcome !== 'done') exceptions.push(result);
    cursor = page.nextCursor;
  }
  return exceptions.slice(0, mostExceptions);
}
