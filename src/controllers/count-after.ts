import type { Message } from '../domain/model.ts';
import { compareMessages } from '../domain/timeline.ts';
import type { Block, BlockList } from '../store/block-list.ts';

/** Counts certain messages after another one. Counts of whole blocks are kept: the length of the history does not matter. */
export class CountAfter<E extends { readonly message: Message }> {
  readonly #counts: (entry: E) => boolean;
  readonly #known = new WeakMap<Block<E>, number>();

  constructor(counts: (entry: E) => boolean) {
    this.#counts = counts;
  }

  /** `0` when there is nothing to count from. */
  count(list: BlockList<E>, from: Message | null): number {
    if (!from) return 0;
    let count = 0;
    for (let place = list.blocks.length - 1; place >= 0; place -= 1) {
      const block = list.blocks[place] ?? [];
      const [first] = block;
      if (first && compareMessages(first.message, from) > 0) count += this.#whole(block);
      else
        return count + block.filter((entry) => compareMessages(entry.message, from) > 0 && this.#counts(entry)).length;
    }
    return count;
  }

  #whole(block: Block<E>): number {
    const known = this.#known.get(block);
    if (known !== undefined) return known;
    const count = block.filter(this.#counts).length;
    this.#known.set(block, count);
    return count;
  }
}
