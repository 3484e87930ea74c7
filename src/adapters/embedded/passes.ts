import type { Clock } from '../../ports/clock.ts';

/** What passes do, and who hears of one that failed. */
export interface PassesOptions {
  /** Does what is waiting now. */
  readonly pass: () => Promise<void>;
  /** Told when a pass threw; another one is tried after a while. */
  readonly failed: (reason: unknown) => void;
  readonly clock: Clock;
}

const tryAgainMs = 2_000;

/**
 * Goes over what is waiting whenever somebody says that there may be something: one pass at a time, and another one after
 * it if somebody spoke meanwhile.
 */
export class Passes {
  readonly #options: PassesOptions;
  #isRunning = false;
  #mustLook = false;
  #isClosed = false;
  #cancelTimer: (() => void) | null = null;

  constructor(options: PassesOptions) {
    this.#options = options;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Something may be waiting. Never throws. */
  look(): void {
    this.#mustLook = true;
    if (!this.#isRunning && !this.#isClosed) void this.#run();
  }

  /** Looks after so many milliseconds, and not at the time that was said before. */
  lookIn(delayMs = tryAgainMs): void {
    this.cancel();
    if (!this.#isClosed) this.#cancelTimer = this.#options.clock.after(delayMs, () => this.look());
  }

  /** Takes back what {@link lookIn} said. */
  cancel(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = null;
  }

  /** Begins no other pass. */
  close(): void {
    this.#isClosed = true;
    this.cancel();
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    while (this.#mustLook && !this.#isClosed) {
      this.#mustLook = false;
      try {
        await this.#options.pass();
      } catch (reason) {
        this.#options.failed(reason);
        this.lookIn();
      }
    }
    this.#isRunning = false;
  }
}
