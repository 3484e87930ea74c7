/** Longer blocks are split: a change copies one block, whatever the length of the list. */
const longest = 256;

/** A stretch of consecutive items. Another object exactly when one of its items is another. */
export type Block<T> = readonly T[];

/**
 * An immutable list in blocks. A changed list shares all blocks but one with the list before, so that changing it,
 * comparing two of them and knowing sums over it cost the same whether it holds a thousand items or a hundred thousand.
 */
export class BlockList<T> {
  readonly length: number;
  /** None of them empty. */
  readonly blocks: readonly Block<T>[];
  #items: readonly T[] | null = null;

  private constructor(blocks: readonly Block<T>[], length: number) {
    this.blocks = blocks;
    this.length = length;
  }

  static of<T>(items: readonly T[] = []): BlockList<T> {
    return new BlockList(inBlocks(items), items.length);
  }

  /** The item at an index, counted from the end when negative, as in an array. */
  at(index: number): T | undefined {
    const { block, offset } = this.#locate(index < 0 ? index + this.length : index);
    return this.blocks[block]?.[offset];
  }

  /** The block that holds an item. */
  blockAt(index: number): Block<T> | undefined {
    return this.blocks[this.#locate(index).block];
  }

  /** All items as an array, made once. */
  toArray(): readonly T[] {
    this.#items ??= this.blocks.flat();
    return this.#items;
  }

  /** The items from `start` up to and without `end`. */
  slice(start: number, end = this.length): T[] {
    const items: T[] = [];
    let { block, offset } = this.#locate(Math.max(0, start));
    let missing = Math.min(end, this.length) - Math.max(0, start);
    for (; missing > 0 && block < this.blocks.length; block += 1, offset = 0) {
      const part = this.blocks[block]?.slice(offset, offset + missing) ?? [];
      items.push(...part);
      missing -= part.length;
    }
    return items;
  }

  /** Index of the first item that `isBefore` does not hold for; the items are in such an order that it never holds later. */
  firstNot(isBefore: (item: T) => boolean): number {
    const found = halve(this.blocks, (block) => {
      const last = block.at(-1);
      return last !== undefined && isBefore(last);
    });
    let index = 0;
    for (let place = 0; place < found; place += 1) index += this.blocks[place]?.length ?? 0;
    return index + halve(this.blocks[found] ?? [], isBefore);
  }

  /** Another list with an item in place of one. */
  with(index: number, item: T): BlockList<T> {
    return this.#splice(index, 1, [item]);
  }

  /** Another list with items put before an index. */
  insert(index: number, ...items: T[]): BlockList<T> {
    return this.#splice(index, 0, items);
  }

  /** Another list without one item. */
  without(index: number): BlockList<T> {
    return this.#splice(index, 1, []);
  }

  #splice(index: number, removed: number, items: readonly T[]): BlockList<T> {
    const { block, offset } = this.#locate(index);
    // Behind the last item is the end of the last block.
    const place = Math.max(0, Math.min(block, this.blocks.length - 1));
    const changed = this.blocks[place]?.slice() ?? [];
    changed.splice(block > place ? changed.length : offset, removed, ...items);
    const blocks = this.blocks.slice();
    blocks.splice(place, 1, ...inBlocks(changed));
    return new BlockList(blocks, this.length + items.length - removed);
  }

  #locate(index: number): { readonly block: number; readonly offset: number } {
    let offset = index;
    let block = 0;
    for (; block < this.blocks.length; block += 1) {
      const { length } = this.blocks[block] ?? [];
      if (offset < length) break;
      offset -= length;
    }
    return { block, offset };
  }
}

/** Half as long as they may become, so that the next items fit in; what is short stays one block. */
function inBlocks<T>(items: readonly T[]): Block<T>[] {
  if (items.length === 0) return [];
  if (items.length <= longest) return [items];
  const blocks: Block<T>[] = [];
  for (let start = 0; start < items.length; start += longest / 2) blocks.push(items.slice(start, start + longest / 2));
  return blocks;
}

/** How many items at the beginning meet a condition that no later one meets. */
function halve<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = items[middle];
    if (item !== undefined && holds(item)) low = middle + 1;
    else high = middle;
  }
  return low;
}
