import { errorFields } from './log.ts';
import type { Log } from './log.ts';
import { Passes } from './passes.ts';

/** What a worker does. */
export interface WorkerOptions<Job> {
  /** For logs. */
  readonly name: string;
  /** How many jobs at once. */
  readonly atOnce: number;
  readonly log: Log;
  /** Takes jobs, so that no other process does; those that are due first. */
  readonly claim: (limit: number) => Promise<readonly Job[]>;
  /** Does a job and keeps what became of it. What it throws is only logged. */
  readonly run: (job: Job, signal: AbortSignal) => Promise<void>;
}

/** Does what is waiting in a table, some at a time, whenever somebody says that there may be more. */
export class Worker<Job> {
  readonly #options: WorkerOptions<Job>;
  readonly #ending = new AbortController();
  readonly #underway = new Set<Promise<void>>();
  readonly #passes = new Passes(
    () => this.#pass(),
    (error) => this.#options.log('warn', 'worker-waits', { worker: this.#options.name, ...errorFields(error) }),
  );

  constructor(options: WorkerOptions<Job>) {
    this.#options = options;
  }

  open(): void {
    this.#passes.open();
  }

  /** Something may be waiting. Never throws. */
  look(): void {
    this.#passes.look();
  }

  /** Takes nothing more, breaks off what is under way, and waits until it is. */
  async close(): Promise<void> {
    this.#ending.abort();
    await this.#passes.close();
    await Promise.all(this.#underway);
  }

  async #pass(): Promise<void> {
    const { claim, atOnce } = this.#options;
    const free = atOnce - this.#underway.size;
    for (const job of free > 0 ? await claim(free) : []) this.#begin(job);
  }

  #begin(job: Job): void {
    const { run, log, name } = this.#options;
    const done = run(job, this.#ending.signal)
      .catch((error: unknown) => log('error', 'worker-failed', { worker: name, ...errorFields(error) }))
      .finally(() => {
        this.#underway.delete(done);
        this.look();
      });
    this.#underway.add(done);
  }
}
