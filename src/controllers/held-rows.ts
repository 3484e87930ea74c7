import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Clock } from '../ports/clock.ts';

/** How long rows stand still after the hand last moved over them. */
const holdMs = 2000;

/**
 * Keeps rows in place under the hand (C12): while the pointer moves over a list, or keys are pressed in it, rows change
 * what they say but not where they stand. Two seconds later they take their true order.
 */
export class HeldRows<T> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #clock: () => Clock | null;
  readonly #keyOf: (row: T) => string;
  #given: readonly T[] = [];
  #shown: readonly T[] = [];
  #heldUntil = Number.NEGATIVE_INFINITY;
  #cancel: (() => void) | null = null;

  constructor(host: ReactiveControllerHost, keyOf: (row: T) => string, clock: () => Clock | null) {
    this.#host = host;
    this.#keyOf = keyOf;
    this.#clock = clock;
    host.addController(this);
  }

  /** The hand is at work: hold the rows for a while. */
  touch(): void {
    const clock = this.#clock();
    if (!clock) return;
    this.#heldUntil = clock.now() + holdMs;
    this.#cancel ??= this.#wake(clock, holdMs);
  }

  /** Lets go at once, e.g. because another list was asked for. */
  release(): void {
    this.#heldUntil = Number.NEGATIVE_INFINITY;
    this.#given = this.#shown = [];
  }

  /** The rows in the order to show them. */
  arrange(rows: readonly T[]): readonly T[] {
    const now = this.#clock()?.now() ?? Number.POSITIVE_INFINITY;
    const isHeld = now < this.#heldUntil;
    if (!isHeld) this.#shown = rows;
    else if (rows !== this.#given) this.#shown = heldOrder(this.#shown, rows, this.#keyOf);
    this.#given = rows;
    return this.#shown;
  }

  hostDisconnected(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.release();
  }

  /** One timer at a time: it looks whether the hand moved meanwhile, instead of being set anew with each move. */
  #wake(clock: Clock, delayMs: number): () => void {
    return clock.after(delayMs, () => {
      const restMs = this.#heldUntil - clock.now();
      this.#cancel = restMs > 0 ? this.#wake(clock, restMs) : null;
      if (!this.#cancel) this.#host.requestUpdate();
    });
  }
}

/** The rows shown before, where they stood and with what they say now; those that are new come last. */
export function heldOrder<T>(shown: readonly T[], rows: readonly T[], keyOf: (row: T) => string): readonly T[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  const held = shown.map((row) => {
    const current = byKey.get(keyOf(row)) ?? row;
    byKey.delete(keyOf(row));
    return current;
  });
  return [...held, ...byKey.values()];
}
