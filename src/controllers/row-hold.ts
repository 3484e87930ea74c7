import type { LitElement, ReactiveController } from 'lit';
import { scaleOf } from '../dom/scale.ts';
import type { Clock } from '../ports/clock.ts';
import { HandOnRows } from './hand-on-rows.ts';
import { type HeldNews, HeldRows } from './held-rows.ts';

/** What waits for the hand to leave, and at which end of the list that is said. */
export interface WaitingOrder extends HeldNews {
  readonly side: 'start' | 'end';
}

/** Holds the rows of a list in place under the hand (C12); a chunk of its own, as no hand is there at the first paint. */
export class RowHold<T> implements ReactiveController {
  readonly #host: LitElement;
  readonly #hand: HandOnRows;
  readonly #held: HeldRows<T>;
  #waiting: WaitingOrder | null = null;
  #arranged: readonly T[] = [];
  #pressedTop: number | null = null;

  constructor(host: LitElement, keyOf: (row: T) => string, clock: () => Clock | null) {
    this.#host = host;
    const hand = (this.#hand = new HandOnRows(host, () => this.#held.touch()));
    this.#held = new HeldRows<T>(host, keyOf, {
      clock,
      hand: () => ({
        isOver: hand.isOver,
        overIndex: hand.overIndex,
        hasFocus: hand.hasFocus,
        hasPress: hand.hasPress,
        canKeepAt: (index, count) => this.#canKeepAt(index, count),
      }),
    });
    host.addController(this);
  }

  /** What the list would show otherwise if the hand were not on it; `null` while it stands in its true order. */
  get waiting(): WaitingOrder | null {
    return this.#waiting;
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
    if (arranged !== this.#arranged) this.#pressedTop = this.#topOfPressed();
    this.#arranged = arranged;
    return arranged;
  }

  /** A pressed row that others came before, or left, is scrolled back to where it was. */
  hostUpdated(): void {
    const before = this.#pressedTop;
    this.#pressedTop = null;
    const after = before === null ? null : this.#hand.focusedRow?.getBoundingClientRect().top;
    const scroller = this.#scroller;
    if (before !== null && after != null)
      scroller?.scrollBy({ top: (after - before) / scaleOf(scroller), behavior: 'instant' });
  }

  /** The hand is at work. */
  touch(): void {
    this.#held.touch();
  }

  /**
   * Takes the true order at once. A row that has the focus is given it again once it stands in its place.
   *
   * @returns what to show: the first of the new rows, else the one in focus
   */
  take(rows: { readonly focusNext: () => void }, activeKey: string | null): string | null {
    const isFocused = this.#hand.focusedRow !== null;
    const shows = this.#held.firstFresh ?? (isFocused ? activeKey : null);
    if (isFocused) rows.focusNext();
    this.release();
    return shows;
  }

  /** Takes the true order at once. */
  release(): void {
    this.#held.release();
  }

  get #scroller(): Element | null {
    return this.#host.renderRoot.querySelector('.scroll');
  }

  /** Where the pressed row is on the screen, px; `null` when there is none to be seen. */
  #topOfPressed(): number | null {
    const row = this.#hand.hasPress ? this.#hand.focusedRow : null;
    const box = this.#scroller?.getBoundingClientRect();
    const { top = 0, bottom = 0 } = row?.getBoundingClientRect() ?? {};
    return row && box && bottom > box.top && top < box.bottom ? top : null;
  }

  /** Whether there are rows enough before and after to scroll the pressed row to where it is. */
  #canKeepAt(index: number, count: number): boolean {
    const scroller = this.#scroller;
    const top = this.#topOfPressed();
    if (!scroller || top === null) return true;
    // At the beginning what is new would be scrolled away with nobody having seen it.
    if (scroller.scrollTop < 1) return false;
    const box = scroller.getBoundingClientRect();
    const heights = [...scroller.querySelectorAll('[data-index]')].map((row) => row.getBoundingClientRect().height);
    const least = Math.min(...heights);
    return index * least >= top - box.top && (count - index) * least >= box.bottom - top;
  }

  #sideAwayFromHand(): WaitingOrder['side'] {
    const box = this.#scroller?.getBoundingClientRect();
    const { y } = this.#hand;
    return box && y !== null && y < (box.top + box.bottom) / 2 ? 'end' : 'start';
  }
}
