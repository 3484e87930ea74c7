import type { Clock } from '../ports/clock.ts';
import { AdapterError } from '../ports/adapter-error.ts';
import { nothing } from '../store/nothing.ts';
import type { DeskParts, Log } from './context.ts';
import { backoffMs } from './retry-policy.ts';

/** What the loader works with. */
export interface DeskLoaderOptions {
  readonly load: () => Promise<DeskParts>;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  /** It could not be loaded; it is tried again until it can. */
  readonly onMissing: () => void;
}

/**
 * Loads the part of the session that keeps, sends and listens. Without it nothing is lost, but nothing is sent either: so
 * a part that does not come (offline, a new version on the server) is told and asked for again, not given up.
 */
export class DeskLoader {
  readonly #options: DeskLoaderOptions;
  #isClosed = false;
  #goOn = nothing;

  constructor(options: DeskLoaderOptions) {
    this.#options = options;
  }

  /** Resolves when it is there; rejects only when the session was closed before. */
  async load(): Promise<DeskParts> {
    const { load, log, onMissing } = this.#options;
    for (let attempts = 1; !this.#isClosed; attempts += 1) {
      try {
        return await load();
      } catch (error) {
        log('warn', `a part of the session could not be loaded: ${String(error)}`);
      }
      if (this.#hasClosed()) break;
      onMissing();
      await this.#rest(attempts);
    }
    throw new AdapterError('aborted', 'the session was closed');
  }

  /** The device came online or woke up: no more waiting. */
  kick(): void {
    this.#goOn();
  }

  close(): void {
    this.#isClosed = true;
    this.#goOn();
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
        resolve();
      };
    });
  }
}
