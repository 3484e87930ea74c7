import { setImmediate } from 'node:timers/promises';

/** How long passes wait when nobody says a word. */
export const pollMs = 1_000;

/**
 * Goes over what is waiting whenever somebody says that there may be something, and once a second for what nobody told:
 * one pass at a time, and another one after it if somebody spoke meanwhile.
 */
export class Passes {
  readonly #pass: () => Promise<void>;
  readonly #failed: (error: unknown) => void;
  #timer: NodeJS.Timeout | null = null;
  #passing: Promise<void> | null = null;
  #mustLook = false;
  #isEnding = false;

  /**
   * @param pass - does what is waiting now
   * @param failed - told when a pass threw; the next one is tried all the same
   */
  constructor(pass: () => Promise<void>, failed: (error: unknown) => void) {
    this.#pass = pass;
    this.#failed = failed;
  }

  /** Whether nothing new is to be begun. */
  get isEnding(): boolean {
    return this.#isEnding;
  }

  open(): void {
    this.#timer = setInterval(() => this.look(), pollMs);
    this.#timer.unref();
    this.look();
  }

  /** Something may be waiting. Never throws. */
  look(): void {
    this.#mustLook = true;
    if (this.#isEnding) return;
    this.#passing ??= this.#run().finally(() => {
      this.#passing = null;
    });
  }

  /** Begins no other pass, and waits for the one that is under way. */
  async close(): Promise<void> {
    this.#isEnding = true;
    if (this.#timer) clearInterval(this.#timer);
    await this.#passing;
  }

  async #run(): Promise<void> {
    while (this.#mustLook && !this.#isEnding) {
      this.#mustLook = false;
      try {
        await this.#pass();
      } catch (error) {
        this.#failed(error);
      }
      // A database in this process answers without ever letting go of it: whoever else asks something has a turn now.
      await setImmediate();
    }
  }
}
