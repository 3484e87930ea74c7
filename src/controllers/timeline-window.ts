import type { KeyedMessage } from '../domain/timeline.ts';

/**
 * Most messages mounted at a time. Each may stand on a day of its own and brings a separator then, so that rows stay
 * below 200 whatever the history.
 */
const mostMounted = 96;

/** A stretch of the loaded history: indexes, `end` exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Which stretch of a long history is mounted: the newest messages, or those around what the reader looks at. Finding the
 * place again after a change costs the same however long the history is.
 */
export class TimelineWindow {
  /** `null` while it follows the end. */
  #startKey: string | null = null;
  #startIndex = 0;
  #length = 0;

  /** The stretch to mount. */
  stretch(entries: readonly KeyedMessage[]): Stretch {
    const latest = Math.max(0, entries.length - mostMounted);
    const start = this.#startKey === null ? latest : Math.min(this.#place(entries, this.#startKey), latest);
    this.#keep(entries, start);
    return { start, end: Math.min(entries.length, start + mostMounted) };
  }

  /** Mounts the newest messages and goes on with them. */
  follow(): void {
    this.#startKey = null;
  }

  /** Stays with what is mounted, however many messages arrive. */
  hold(entries: readonly KeyedMessage[]): void {
    this.#startKey ??= entries[this.stretch(entries).start]?.key ?? null;
  }

  /**
   * Mounts the messages around those that are visible.
   *
   * @returns whether that is another stretch than before
   */
  centre(entries: readonly KeyedMessage[], first: number, last: number): boolean {
    const before = this.stretch(entries);
    const margin = Math.max(0, Math.floor((mostMounted - (last - first + 1)) / 2));
    const start = Math.max(0, Math.min(first - margin, entries.length - mostMounted));
    this.#startKey = entries[start]?.key ?? null;
    this.#keep(entries, start);
    return start !== before.start;
  }

  #keep(entries: readonly KeyedMessage[], start: number): void {
    if (this.#startKey !== null) this.#startKey = entries[start]?.key ?? null;
    this.#startIndex = start;
    this.#length = entries.length;
  }

  /** Where the first mounted message is now: still there, or moved by as many as were put before it. */
  #place(entries: readonly KeyedMessage[], key: string): number {
    const moved = this.#startIndex + entries.length - this.#length;
    for (const guess of [this.#startIndex, moved]) if (entries[guess]?.key === key) return guess;
    const found = entries.findIndex((entry) => entry.key === key);
    return found < 0 ? Math.max(0, Math.min(this.#startIndex, entries.length - 1)) : found;
  }
}
