import type { Clock } from '../ports/clock.ts';
import { settle, settleMicrotasks } from './settle.ts';

/** A clock that stands still until a test moves it. */
export interface ManualClock extends Clock {
  /** How many callbacks still wait; `0` after everything was disposed means that no timer leaked. */
  readonly pending: number;
  /** Moves time on and fires what is due, in order, letting promises run between callbacks. */
  advance(ms: number): Promise<void>;
  /** Moves time on and fires what is due at once; promises run later. */
  advanceSync(ms: number): void;
  /** The device slept: time is later at once, and everything that was due fires late, at the new time. */
  sleep(ms: number): Promise<void>;
  /** Somebody corrected the device's clock: `now()` jumps, waiting callbacks keep their remaining delay. */
  skew(ms: number): void;
}

interface Timer {
  readonly dueAt: number;
  readonly callback: () => void;
}

/**
 * Makes a clock for tests.
 *
 * @param start - epoch ms that `now()` says first; default 1 March 2026, 09:00 UTC
 */
export function manualClock(start = Date.UTC(2026, 2, 1, 9)): ManualClock {
  return new FakeClock(start);
}

class FakeClock implements ManualClock {
  /** Monotonic time; `now()` is it plus the skew, so a corrected clock does not fire or delay a timer. */
  #elapsed = 0;
  #epoch: number;
  /** In order of insertion, which decides between timers due at the same instant. */
  readonly #timers = new Set<Timer>();

  constructor(start: number) {
    this.#epoch = start;
  }

  get pending(): number {
    return this.#timers.size;
  }

  now(): number {
    return this.#epoch + this.#elapsed;
  }

  after(delayMs: number, callback: () => void): () => void {
    const timer = { dueAt: this.#elapsed + Math.max(0, Number.isFinite(delayMs) ? delayMs : 0), callback };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  async advance(ms: number): Promise<void> {
    const end = this.#elapsed + ms;
    await settle();
    for (let next = this.#next(end); next; next = this.#next(end)) {
      this.#fire(next);
      await settleMicrotasks();
    }
    this.#elapsed = end;
    await settle();
    // What the last reactions scheduled for this very instant belongs to it too.
    for (let next = this.#next(end); next; next = this.#next(end)) {
      this.#fire(next);
      await settle();
    }
  }

  advanceSync(ms: number): void {
    const end = this.#elapsed + ms;
    for (let next = this.#next(end); next; next = this.#next(end)) this.#fire(next);
    this.#elapsed = end;
  }

  async sleep(ms: number): Promise<void> {
    await settle();
    this.#elapsed += ms;
    await this.advance(0);
  }

  skew(ms: number): void {
    this.#epoch += ms;
  }

  #next(end: number): Timer | undefined {
    let next: Timer | undefined;
    for (const timer of this.#timers) {
      if (timer.dueAt <= end && (!next || timer.dueAt < next.dueAt)) next = timer;
    }
    return next;
  }

  #fire(timer: Timer): void {
    this.#timers.delete(timer);
    this.#elapsed = Math.max(this.#elapsed, timer.dueAt);
    timer.callback();
  }
}
