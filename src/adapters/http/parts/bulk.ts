import type { Clock } from '../../../ports/clock.ts';
import { AdapterError } from '../../../ports/adapter-error.ts';
import type { BulkOptions, BulkPart, BulkReport } from '../../../ports/parts/bulk.ts';
import { segment } from '../http-calls.ts';
import type { HttpCalls } from '../http-calls.ts';

/** How far the gateway is; once it is no longer running it is the report. */
interface BulkStatus extends Omit<BulkReport, 'state'> {
  readonly state: BulkReport['state'] | 'running';
}

const firstPauseMs = 100;
const longestPauseMs = 1_000;

/** Actions on many conversations: the gateway carries them out, and is asked how far it is. */
export class HttpBulk implements BulkPart {
  readonly #calls: HttpCalls;
  readonly #clock: Clock;

  constructor(calls: HttpCalls, clock: Clock) {
    this.#calls = calls;
    this.#clock = clock;
  }

  async run(
    { operationId, target, action }: Parameters<BulkPart['run']>[0],
    options?: BulkOptions,
  ): Promise<BulkReport> {
    const path = pathOf(operationId);
    return this.#follow(path, await this.#calls.put<BulkStatus>(path, { target, action }, callOf(options)), options);
  }

  async stop(operationId: string, options?: BulkOptions): Promise<void> {
    await this.#calls.post(`${pathOf(operationId)}/stop`, undefined, options);
  }

  async undo(operationId: string, options?: BulkOptions): Promise<BulkReport> {
    const path = `${pathOf(operationId)}/undo`;
    return this.#follow(path, await this.#calls.put<BulkStatus>(path, undefined, callOf(options)), options);
  }

  listResults(
    operationId: string,
    page: Parameters<BulkPart['listResults']>[1],
    options?: BulkOptions,
  ): ReturnType<BulkPart['listResults']> {
    return this.#calls.post(`${pathOf(operationId)}/results`, { page }, options);
  }

  /** Asks until it has ended. Aborting only stops the asking. */
  async #follow(path: string, begun: BulkStatus, options: BulkOptions | undefined): Promise<BulkReport> {
    let status = begun;
    for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      const { state, ...report } = status;
      options?.onProgress?.(report.progress);
      if (state !== 'running') return { ...report, state };
      await this.#pause(pauseMs, options?.signal);
      status = await this.#calls.get<BulkStatus>(path, options);
    }
  }

  #pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const abort = (): void => {
        cancel();
        reject(new AdapterError('aborted', 'aborted while it ran'));
      };
      const cancel = this.#clock.after(ms, () => {
        signal?.removeEventListener('abort', abort);
        resolve();
      });
      signal?.addEventListener('abort', abort, { once: true });
      if (signal?.aborted) abort();
    });
  }
}

function pathOf(operationId: string): string {
  return `/bulk-operations/${segment(operationId)}`;
}

function callOf(options: BulkOptions | undefined): { readonly signal?: AbortSignal } {
  return options?.signal ? { signal: options.signal } : {};
}
