import type { Clock } from '../ports/clock.ts';
import { AdapterError } from '../ports/adapter-error.ts';
import { nothing } from '../store/nothing.ts';
import { Cell } from './cell.ts';
import type { Log } from './context.ts';
import { backoffMs } from './retry-policy.ts';

/** What a loader works with. */
export interface PartLoaderOptions<T> {
  readonly load: () => Promise<T>;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
}

/**
 * Loads a part of the session that the first messages can do without, once for all who ask. A part that does not come
 * (offline, a new version on the server) is told and asked for again, not given up.
 */
export class PartLoader<T> {
  /** Whether it could not be loaded; it is tried again until it can. */
  readonly isMissing = new Cell(false);
  readonly #options: PartLoaderOptions<T>;
  #coming: Promise<T> | null = null;
  #now: T | null = null;
  #isClosed = false;
  #goOn = nothing;

  constructor(options: PartLoaderOptions<T>) {
    this.#options = options;
  }

  /** The part, once it is there. */
  get now(): T | null {
    return this.#now;
  }

  /** Resolves when it is there; rejects only when the session was closed before. */
  load(): Promise<T> {
    this.#coming ??= this.#try();
    return this.#coming;
  }

  /** The device came online or woke up, or somebody asks for it: no more waiting. */
  kick(): void {
    this.#goOn();
  }

  close(): void {
    this.#isClosed = true;
    this.#goOn();
  }

  async #try(): Promise<T> {
    const { load, log } = this.#options;
    for (let attempts = 1; !this.#isClosed; attempts += 1) {
      try {
        this.#now = await load();
        return this.#now;
      } catch (error) {
        log('warn', `a part of the session could not be loaded: ${String(error)}`);
      }
      if (this.#hasClosed()) break;
      this.isMissing.set(true);
      await this.#rest(attempts);
    }
    throw new AdapterError('aborted', 'the session was closed');
  }

  /** Asked after an `await`: it may have happened meanwhile. */
  #hasClosed(): boolean {
    return this.#isClosed;
  }

  #rest(attempts: number): Promise<void> {
    const { clock, random } = this.#options;
    return new Promise((resolve) => {
      const cancel = clock.after(backoffMs(attempts, random(), null), () => this.#goOn());
      this.#goOn = () => {
        this.#goOn = nothing;
        cancel();
        this.isMissing.set(false);
        resolve();
      };
    });
  }
}
