import { BlockList } from './block-list.ts';

/**
 * Rows kept in order, found by id. Changing one row costs a binary search and a copy of one block of rows; at the end,
 * the common case, not even the search.
 */
export class SortedRows<Row, Item extends { readonly id: string }> {
  readonly #compare: (a: Item, b: Item) => number;
  readonly #itemOf: (row: Row) => Item;
  readonly #byId = new Map<string, Item>();
  #list = BlockList.of<Row>();

  constructor(compare: (a: Item, b: Item) => number, itemOf: (row: Row) => Item) {
    this.#compare = compare;
    this.#itemOf = itemOf;
  }

  get size(): number {
    return this.#list.length;
  }

  /** The rows now, in order; another list exactly when something changed. */
  get list(): BlockList<Row> {
    return this.#list;
  }

  /** The rows now as an array; another one exactly when something changed. */
  get snapshot(): readonly Row[] {
    return this.#list.toArray();
  }

  get first(): Item | undefined {
    const row = this.#list.at(0);
    return row && this.#itemOf(row);
  }

  get last(): Item | undefined {
    const row = this.#list.at(-1);
    return row && this.#itemOf(row);
  }

  has(id: string): boolean {
    return this.#byId.has(id);
  }

  /** The item as it stands in the row. */
  get(id: string): Item | undefined {
    return this.#byId.get(id);
  }

  ids(): Iterable<string> {
    return this.#byId.keys();
  }

  /** Puts a row in its place, replacing the one with the same id. */
  put(row: Row): void {
    const item = this.#itemOf(row);
    const current = this.#byId.get(item.id);
    if (current && this.#compare(current, item) === 0) this.#list = this.#list.with(this.#indexOf(current), row);
    else {
      if (current) this.#list = this.#list.without(this.#indexOf(current));
      this.#list = this.#list.insert(this.#indexOf(item), row);
    }
    this.#byId.set(item.id, item);
  }

  delete(id: string): boolean {
    const current = this.#byId.get(id);
    if (!current) return false;
    this.#list = this.#list.without(this.#indexOf(current));
    this.#byId.delete(id);
    return true;
  }

  clear(): void {
    this.#list = BlockList.of<Row>();
    this.#byId.clear();
  }

  /** Index of the first row that does not come before `item`. */
  #indexOf(item: Item): number {
    const isBefore = (other: Item): boolean => this.#compare(other, item) < 0;
    const { last } = this;
    if (last !== undefined && isBefore(last)) return this.#list.length;
    return this.#list.firstNot((row) => isBefore(this.#itemOf(row)));
  }
}
