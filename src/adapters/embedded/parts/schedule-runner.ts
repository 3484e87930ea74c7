import { leave, nextScheduled } from './schedule.ts';
import type { ScheduledRow } from '../tables.ts';
import type { EmbeddedTransaction } from '../store.ts';
import type { Unit } from '../unit.ts';
import type { Clock } from '../../../ports/clock.ts';

/** A timer of a page cannot be trusted further than this: the machine may sleep. */
const longestWaitMs = 60 * 60 * 1000;
const tryAgainMs = 2_000;

/** What the runner works with. */
export interface ScheduleRunnerOptions {
  readonly read: <R>(body: (tx: EmbeddedTransaction) => Promise<R>) => Promise<R>;
  readonly write: <R>(body: (unit: Unit) => Promise<R>) => Promise<R>;
  readonly clock: Clock;
  readonly log: (message: string) => void;
}

/** Lets scheduled messages leave at their time. Each open tab runs one; a transaction decides which of them is quicker. */
export class ScheduleRunner {
  readonly #options: ScheduleRunnerOptions;
  #isRunning = false;
  #mustLook = false;
  #isClosed = false;
  #cancelTimer: (() => void) | null = null;

  constructor(options: ScheduleRunnerOptions) {
    this.#options = options;
  }

  /** Something may be due, or may have been scheduled. Never throws. */
  look(): void {
    this.#mustLook = true;
    if (!this.#isRunning && !this.#isClosed) void this.#run();
  }

  close(): void {
    this.#isClosed = true;
    this.#cancelTimer?.();
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    while (this.#mustLook && !this.#isClosed) {
      this.#mustLook = false;
      try {
        await this.#pass();
      } catch (reason) {
        this.#options.log(`a scheduled message waits: ${reason instanceof Error ? reason.message : String(reason)}`);
        this.#lookIn(tryAgainMs);
      }
    }
    this.#isRunning = false;
  }

  async #pass(): Promise<void> {
    const { read, write, clock } = this.#options;
    let next = await read(nextScheduled);
    while (next && isDue(next, clock) && !this.#isClosed) {
      const { clientId } = next;
      await write((unit) => leave(unit, clientId));
      next = await read(nextScheduled);
    }
    this.#cancelTimer?.();
    if (next) this.#lookIn(Math.min(longestWaitMs, next.sendAt - clock.now()));
  }

  #lookIn(delayMs: number): void {
    this.#cancelTimer?.();
    if (!this.#isClosed) this.#cancelTimer = this.#options.clock.after(delayMs, () => this.look());
  }
}

function isDue({ sendAt }: ScheduledRow, clock: Clock): boolean {
  return sendAt <= clock.now();
}
