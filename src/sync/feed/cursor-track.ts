import type { ChangeBatch } from '../../ports/adapter.ts';

/** How many cursors and early batches are remembered [I9]. */
const rememberedCursors = 256;
const earlyBatches = 64;

/**
 * What a batch is in relation to those before it. `start`: it is the first that is heard after nobody knew where the
 * feed stood, so it cannot be said whether one before it was missed.
 */
export type Place = 'next' | 'duplicate' | 'gap' | 'start';

/**
 * Where the feed stands. Tells duplicates from holes by the cursors alone; batches that came too early wait until the
 * missing one arrives.
 */
export class CursorTrack {
  readonly #seen = new Set<string>();
  readonly #early = new Map<string, string>();
  #cursor: string | null;

  constructor(cursor: string | null) {
    this.#cursor = null;
    this.jumpTo(cursor);
  }

  /** Everything up to here was applied; `null` before the first batch of a feed that started at "now". */
  get cursor(): string | null {
    return this.#cursor;
  }

  /** Whether batches came that do not connect to the cursor. */
  get hasGap(): boolean {
    return this.#early.size > 0;
  }

  /** Whether everything up to `cursor` was applied, so that nothing another tab has is missing here. */
  isUpTo(cursor: string | null): boolean {
    return cursor === null || this.#seen.has(cursor);
  }

  /** Places a batch and moves on as far as there is no hole. */
  place({ cursor, previous }: ChangeBatch): Place {
    if (this.#seen.has(cursor)) return 'duplicate';
    if (previous !== null && this.#cursor !== null && previous !== this.#cursor) {
      if (this.#early.size < earlyBatches) this.#early.set(previous, cursor);
      return 'gap';
    }
    const isStart = this.#cursor === null && previous !== null;
    this.#moveTo(cursor);
    for (let next = this.#take(cursor); next !== undefined; next = this.#take(this.#cursor)) this.#moveTo(next);
    return isStart ? 'start' : 'next';
  }

  /** The feed goes on from here; what was before is of no use. */
  jumpTo(cursor: string | null): void {
    this.#early.clear();
    this.#cursor = cursor;
    if (cursor !== null) this.#moveTo(cursor);
  }

  /** Gives up waiting for a hole to close by itself. */
  forgetEarly(): void {
    this.#early.clear();
  }

  #take(previous: string | null): string | undefined {
    const cursor = this.#early.get(previous ?? '');
    if (cursor !== undefined) this.#early.delete(previous ?? '');
    return cursor;
  }

  #moveTo(cursor: string): void {
    this.#cursor = cursor;
    this.#seen.add(cursor);
    // Streams with another beginning may name another batch before the same one.
    for (const [previous, early] of this.#early) if (this.#seen.has(early)) this.#early.delete(previous);
    if (this.#seen.size <= rememberedCursors) return;
    for (const oldest of this.#seen) {
      this.#seen.delete(oldest);
      return;
    }
  }
}
