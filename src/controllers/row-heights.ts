import type { Block, BlockList } from '../store/block-list.ts';

/** What has a height of its own that stays the same while its key does. */
interface Keyed {
  readonly key: string;
}

/**
 * How high the rows of a long list are: measured where they have been on screen, guessed elsewhere. Sums are kept per block
 * of the list, so that finding a place, and taking in a change, cost the same however long the list is.
 */
export class RowHeights<T extends Keyed> {
  readonly #guess: (row: T) => number;
  readonly #measured = new Map<string, number>();
  #sums = new WeakMap<Block<T>, number>();

  constructor(guess: (row: T) => number) {
    this.#guess = guess;
  }

  /** Height of one row, px. */
  of(row: T): number {
    return this.#measured.get(row.key) ?? this.#guess(row);
  }

  /** Height of all rows, px. */
  total(list: BlockList<T>): number {
    return this.offset(list, list.length);
  }

  /** How far below the beginning a row starts, px; the whole height for the index behind the last one. */
  offset(list: BlockList<T>, index: number): number {
    let rest = index;
    let offset = 0;
    for (const block of list.blocks) {
      if (rest < block.length) {
        for (let place = 0; place < rest; place += 1) offset += this.#at(block, place);
        return offset;
      }
      offset += this.#sum(block);
      rest -= block.length;
    }
    return offset;
  }

  /** Index of the row at a height, the first or last one when it is outside; `-1` when there is none. */
  indexAt(list: BlockList<T>, height: number): number {
    let rest = height;
    let index = 0;
    for (const block of list.blocks) {
      const sum = this.#sum(block);
      if (rest >= sum) {
        rest -= sum;
        index += block.length;
        continue;
      }
      for (let place = 0; place < block.length; place += 1) {
        rest -= this.#at(block, place);
        if (rest < 0) return index + place;
      }
      // Sums and rows are added in another order: what rounding leaves belongs to the last row.
      return index + block.length - 1;
    }
    return list.length - 1;
  }

  /** Takes what was measured. Returns whether it is news. */
  measure(list: BlockList<T>, index: number, height: number): boolean {
    const row = list.at(index);
    if (!row) return false;
    const change = height - this.of(row);
    const isKnown = this.#measured.has(row.key);
    if (isKnown && Math.abs(change) < 0.01) return false;
    this.#measured.set(row.key, height);
    const block = list.blockAt(index);
    const sum = block && this.#sums.get(block);
    if (block && sum !== undefined) this.#sums.set(block, sum + change);
    return change !== 0;
  }

  /** Forgets everything, e.g. for another list. */
  reset(): void {
    this.#measured.clear();
    this.#sums = new WeakMap();
  }

  #at(block: Block<T>, place: number): number {
    const row = block[place];
    return row ? this.of(row) : 0;
  }

  #sum(block: Block<T>): number {
    const known = this.#sums.get(block);
    if (known !== undefined) return known;
    let sum = 0;
    for (const row of block) sum += this.of(row);
    this.#sums.set(block, sum);
    return sum;
  }
}
