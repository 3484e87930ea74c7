import { errorFields } from './log.ts';
import type { Log } from './log.ts';

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

const pollMs = 1_000;

/** Does what is waiting in a table, some at a time, whenever somebody says that there may be more. */
export class Worker<Job> {
  readonly #options: WorkerOptions<Job>;
  readonly #ending = new AbortController();
  readonly #underway = new Set<Promise<void>>();
  #timer: NodeJS.Timeout | null = null;
  #passing: Promise<void> | null = null;
  #mustLook = false;

  constructor(options: WorkerOptions<Job>) {
    this.#options = options;
  }

  open(): void {
    this.#timer = setInterval(() => this.look(), pollMs);
    this.#timer.unref();
    this.look();
  }

  /** Something may be waiting. Never throws. */
  look(): void {
    this.#mustLook = true;
    if (this.#ending.signal.aborted) return;
    this.#passing ??= this.#passes().finally(() => {
      this.#passing = null;
    });
  }

  /** Takes nothing more, breaks off what is under way, and waits until it is. */
  async close(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    this.#ending.abort();
    await this.#passing;
    await Promise.all(this.#underway);
  }

  async #passes(): Promise<void> {
    const { claim, atOnce, log, name } = this.#options;
    while (this.#mustLook && !this.#ending.signal.aborted) {
      this.#mustLook = false;
      try {
        const free = atOnce - this.#underway.size;
        for (const job of free > 0 ? await claim(free) : []) this.#begin(job);
      } catch (error) {
        log('warn', 'worker-waits', { worker: name, ...errorFields(error) });
      }
    }
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
