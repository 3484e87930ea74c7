/** Something sorted that is read a stretch at a time. */
export interface SortedSource<T> {
  /** The next rows after those read so far; none = the end. */
  next(): Promise<readonly T[]>;
}

interface SourceState<T> {
  readonly source: SortedSource<T>;
  waiting: readonly T[];
  ended: boolean;
}

/** Reads several sorted sources as one, reading no further than asked. */
export class MergedSource<T> {
  readonly #sources: readonly SourceState<T>[];
  readonly #compare: (a: T, b: T) => number;

  constructor(sources: readonly SortedSource<T>[], compare: (a: T, b: T) => number) {
    this.#sources = sources.map((source) => ({ source, waiting: [], ended: false }));
    this.#compare = compare;
  }

  /** The next row of all; `null` at the end. */
  async next(): Promise<T | null> {
    let first: SourceState<T> | null = null;
    for (const state of this.#sources) {
      await refill(state);
      const [row] = state.waiting;
      if (row !== undefined && (!first || this.#compare(row, first.waiting[0] as T) < 0)) first = state;
    }
    if (!first) return null;
    const [row, ...rest] = first.waiting;
    first.waiting = rest;
    return row as T;
  }
}

async function refill<T>(state: SourceState<T>): Promise<void> {
  if (state.waiting.length > 0 || state.ended) return;
  state.waiting = await state.source.next();
  state.ended = state.waiting.length === 0;
}
