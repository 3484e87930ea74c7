import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Clock } from '../ports/clock.ts';

/** How long rows stand still after the hand last touched them or left. */
const holdMs = 2000;

/** The agent's hand, as far as rows are concerned. */
export interface Hand {
  /** Whether a pointer rests or moves over the rows. */
  readonly isOver: boolean;
  /** Index of the row under the pointer; `null` when it is over none. */
  readonly overIndex: number | null;
  /** Whether one of the rows has the focus of the keyboard. */
  readonly hasFocus: boolean;
  /** Whether one of the rows has the focus only because it was pressed: of its agent nobody knows that the list is meant. */
  readonly hasPress: boolean;
  /** Whether scrolling keeps the row in focus where it is on the screen, once it is that one of so many. */
  readonly canKeepAt: (index: number, count: number) => boolean;
}

/** What a list would show otherwise if it were not held. */
export interface HeldNews {
  /** How many new rows would stand between the others. */
  readonly fresh: number;
}

/**
 * Keeps rows in place under the hand (C12). As long as the pointer is over a list, or one of its rows has the focus, rows
 * change what they say but not where they stand, however long that lasts: a hand that rests may press at any moment. New
 * rows come last meanwhile. Two seconds after the hand left, they take their true order.
 *
 * A mouse may be parked over a list while its owner types elsewhere. Nothing tells that from a hand that is about to
 * press, so the rows stand still for it as well; {@link news} says what waits, for a button that shows it at once.
 *
 * A row that was pressed keeps the focus while its agent reads what it opened, the pointer elsewhere. That holds the others
 * only as long as the row itself could not stay where it is on the screen otherwise.
 *
 * Rows that left the list keep their place while the hand moves. Once it rests, those below it go, as that moves nothing
 * away from it; so does a focused row itself, as the next one takes over the focus. What stays is {@link isGone}.
 */
export class HeldRows<T> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #clock: () => Clock | null;
  readonly #keyOf: (row: T) => string;
  readonly #hand: () => Hand;
  #given: readonly T[] = [];
  #shown: readonly T[] = [];
  #fresh = new Set<string>();
  #news: HeldNews | null = null;
  #gone: ReadonlySet<string> = new Set();
  #wasResting = false;
  #heldUntil = Number.NEGATIVE_INFINITY;
  #cancel: (() => void) | null = null;

  /** @param hand - where the hand is at the time of asking */
  constructor(
    host: ReactiveControllerHost,
    keyOf: (row: T) => string,
    { clock, hand }: { readonly clock: () => Clock | null; readonly hand: () => Hand },
  ) {
    this.#host = host;
    this.#keyOf = keyOf;
    this.#clock = clock;
    this.#hand = hand;
    host.addController(this);
  }

  /** What waits for the hand to leave; `null` while the rows stand in their true order. */
  get news(): HeldNews | null {
    return this.#news;
  }

  /** Whether a row only keeps its place: it left the list. */
  isGone(row: T): boolean {
    return this.#gone.has(this.#keyOf(row));
  }

  /** The first of the new rows in the true order; `null` without one. */
  get firstFresh(): string | null {
    return this.#given.map(this.#keyOf).find((key) => this.#fresh.has(key)) ?? null;
  }

  /** The hand was at work, or left: hold the rows for a while. */
  touch(): void {
    const clock = this.#clock();
    if (!clock) return;
    this.#heldUntil = clock.now() + holdMs;
    this.#cancel ??= this.#wake(clock, holdMs);
  }

  /** Takes the true order at once, e.g. because it or another list was asked for. */
  release(): void {
    this.#heldUntil = Number.NEGATIVE_INFINITY;
    this.#let([]);
  }

  /**
   * The rows in the order to show them.
   *
   * @param activeKey - the row that has the focus if one has it
   */
  arrange(rows: readonly T[], activeKey: string | null = null): readonly T[] {
    const { isOver, hasFocus } = this.#hand();
    const isResting = (this.#clock()?.now() ?? Number.POSITIVE_INFINITY) >= this.#heldUntil;
    if (isResting && !isOver && !hasFocus && this.#keepsPressed(rows, activeKey)) this.#let(rows);
    else if (rows !== this.#given || isResting !== this.#wasResting)
      this.#hold(rows, isResting ? this.#handIndex(activeKey) : Infinity);
    this.#given = rows;
    this.#wasResting = isResting;
    return this.#shown;
  }

  hostDisconnected(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.release();
  }

  /** From which index on nothing is under the hand, nor above it. */
  #handIndex(activeKey: string | null): number {
    const { overIndex, hasFocus, hasPress } = this.#hand();
    const focused = hasFocus || hasPress ? this.#shown.findIndex((row) => this.#keyOf(row) === activeKey) : 0;
    return Math.max(focused, overIndex === null ? 0 : overIndex + 1);
  }

  /** Whether a pressed row stays where it is on the screen when the rows take this order. */
  #keepsPressed(rows: readonly T[], activeKey: string | null): boolean {
    const { hasPress, canKeepAt } = this.#hand();
    if (!hasPress || rows === this.#shown) return true;
    const isActive = (row: T): boolean => this.#keyOf(row) === activeKey;
    const [from, to] = [this.#shown.findIndex(isActive), rows.findIndex(isActive)];
    if (from === -1) return true;
    if (to === -1) return false;
    if (from !== to) return canKeepAt(to, rows.length);
    const above = new Set(this.#shown.slice(0, from).map(this.#keyOf));
    return rows.slice(0, to).every((row) => above.has(this.#keyOf(row))) || canKeepAt(to, rows.length);
  }

  #let(rows: readonly T[]): void {
    this.#given = this.#shown = rows;
    this.#fresh = new Set();
    this.#gone = new Set();
    this.#news = null;
  }

  #hold(rows: readonly T[], goneUntil: number): void {
    // While one scrolls, pages come at the end: no look-up of every row for that.
    if (this.#shown.every((row, index) => isSame(row, rows[index], this.#keyOf))) {
      this.#let(rows);
      return;
    }
    const before = new Set(this.#shown.map(this.#keyOf));
    const held = heldOrder(this.#shown, rows, { keyOf: this.#keyOf, goneUntil });
    if (held.length === rows.length && held.every((row, index) => row === rows[index])) {
      this.#let(rows);
      return;
    }
    this.#shown = held;
    const keys = new Set(rows.map(this.#keyOf));
    this.#gone = new Set(held.map(this.#keyOf).filter((key) => !keys.has(key)));
    // What comes behind everything that was there is the next page, and stands where it belongs.
    const last = rows.findLastIndex((row) => before.has(this.#keyOf(row)) && !this.#fresh.has(this.#keyOf(row)));
    rows.slice(0, last + 1).forEach((row) => {
      if (!before.has(this.#keyOf(row))) this.#fresh.add(this.#keyOf(row));
    });
    this.#news = { fresh: rows.filter((row) => this.#fresh.has(this.#keyOf(row))).length };
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

function isSame<T>(row: T, other: T | undefined, keyOf: (row: T) => string): boolean {
  return row === other || (other !== undefined && keyOf(row) === keyOf(other));
}

/**
 * The rows shown before, where they stood and with what they say now; those that are new come last.
 *
 * @param goneUntil - up to this index rows keep their place also when they left the list
 */
export function heldOrder<T>(
  shown: readonly T[],
  rows: readonly T[],
  { keyOf, goneUntil = Infinity }: { readonly keyOf: (row: T) => string; readonly goneUntil?: number },
): readonly T[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  const held = shown.flatMap((row, index) => {
    const current = byKey.get(keyOf(row));
    byKey.delete(keyOf(row));
    return current ?? (index < goneUntil ? row : []);
  });
  return [...held, ...byKey.values()];
}
