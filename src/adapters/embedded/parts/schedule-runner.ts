import { leave, nextScheduled } from './schedule.ts';
import { Passes } from '../passes.ts';
import type { ScheduledRow } from '../tables.ts';
import type { EmbeddedTransaction } from '../store.ts';
import type { Unit } from '../unit.ts';
import type { Clock } from '../../../ports/clock.ts';

/** A timer of a page cannot be trusted further than this: the machine may sleep. */
const longestWaitMs = 60 * 60 * 1000;

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
  readonly #passes: Passes;

  constructor(options: ScheduleRunnerOptions) {
    this.#options = options;
    const { clock, log } = options;
    this.#passes = new Passes({
      pass: () => this.#pass(),
      failed: (reason) =>
        log(`a scheduled message waits: ${reason instanceof Error ? reason.message : String(reason)}`),
      clock,
    });
  }

  /** Something may be due, or may have been scheduled. Never throws. */
  look(): void {
    this.#passes.look();
  }

  close(): void {
    this.#passes.close();
  }

  async #pass(): Promise<void> {
    const { read, write, clock } = this.#options;
    let next = await read(nextScheduled);
    while (next && isDue(next, clock) && !this.#passes.isClosed) {
      const { clientId } = next;
      await write((unit) => leave(unit, clientId));
      next = await read(nextScheduled);
    }
    if (next) this.#passes.lookIn(Math.min(longestWaitMs, next.sendAt - clock.now()));
    else this.#passes.cancel();
  }
}

function isDue({ sendAt }: ScheduledRow, clock: Clock): boolean {
  return sendAt <= clock.now();
}
