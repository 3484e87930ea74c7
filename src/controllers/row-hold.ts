import type { LitElement } from 'lit';
import type { Clock } from '../ports/clock.ts';
import { HandOnRows } from './hand-on-rows.ts';
import { type HeldNews, HeldRows } from './held-rows.ts';

/** What waits for the hand to leave, and at which end of the list that is said. */
export interface WaitingOrder extends HeldNews {
  readonly side: 'start' | 'end';
}

/** Holds the rows of a list in place under the hand (C12); a chunk of its own, as no hand is there at the first paint. */
export class RowHold<T> {
  readonly #host: LitElement;
  readonly #hand: HandOnRows;
  readonly #held: HeldRows<T>;
  #waiting: WaitingOrder | null = null;

  constructor(host: LitElement, keyOf: (row: T) => string, clock: () => Clock | null) {
    this.#host = host;
    this.#hand = new HandOnRows(host, () => this.#held.touch());
    this.#held = new HeldRows<T>(host, keyOf, { clock, hand: () => this.#hand });
  }

  /** What the list would show otherwise if the hand were not on it; `null` while it stands in its true order. */
  get waiting(): WaitingOrder | null {
    return this.#waiting;
  }

  /** The first of the new rows in the true order; `null` without one. */
  get firstFresh(): string | null {
    return this.#held.firstFresh;
  }

  /** Whether a row only keeps its place: it left the list. */
  isGone(row: T): boolean {
    return this.#held.isGone(row);
  }

  /**
   * The rows in the order to show them.
   *
   * @param activeKey - the row that Tab reaches
   */
  arrange(rows: readonly T[], activeKey: string | null): readonly T[] {
    const arranged = this.#held.arrange(rows, activeKey);
    const { news } = this.#held;
    // Where the button stands is chosen once, away from the hand: it must not come under a pointer about to press.
    this.#waiting = news && { ...news, side: this.#waiting?.side ?? this.#sideAwayFromHand() };
    return arranged;
  }

  /** The hand is at work. */
  touch(): void {
    this.#held.touch();
  }

  /** Takes the true order at once. */
  release(): void {
    this.#held.release();
  }

  #sideAwayFromHand(): WaitingOrder['side'] {
    const box = this.#host.renderRoot.querySelector('.scroll')?.getBoundingClientRect();
    const { y } = this.#hand;
    return box && y !== null && y < (box.top + box.bottom) / 2 ? 'end' : 'start';
  }
}
