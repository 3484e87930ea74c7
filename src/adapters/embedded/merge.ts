/** Something sorted that is read a stretch at a time. */
export interface SortedSource<T> {
  /** The next rows after those read so far; none = the end. */
  next(): Promise<readonly T[]>;
}

interface SourceState<T> {
  readonly source: SortedSource<T>;
  rows: readonly T[];
  place: number;
}

/** Reads several sorted sources as one, reading no further than asked. */
export class MergedSource<T> {
  readonly #compare: (a: T, b: T) => number;
  #states: readonly SourceState<T>[];

  constructor(sources: readonly SortedSource<T>[], compare: (a: T, b: T) => number) {
    this.#states = sources.map((source) => ({ source, rows: [], place: 0 }));
    this.#compare = compare;
  }

  /** The next row of all; `null` at the end. */
  async next(): Promise<T | null> {
    for (const state of this.#states) await refill(state);
    this.#states = this.#states.filter(({ rows }) => rows.length > 0);
    let first: SourceState<T> | null = null;
    for (const state of this.#states) {
      if (!first || this.#compare(headOf(state), headOf(first)) < 0) first = state;
    }
    if (!first) return null;
    const row = headOf(first);
    first.place += 1;
    return row;
  }
}

function headOf<T>({ rows, place }: SourceState<T>): T {
  return rows[place] as T;
}

async function refill<T>(state: SourceState<T>): Promise<void> {
  if (state.place < state.rows.length) return;
  state.rows = await state.source.next();
  state.place = 0;
}
