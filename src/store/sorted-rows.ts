/**
 * Rows kept in order, found by id. Changing one row costs a binary search and a move inside one array; appending, the
 * common case, costs neither.
 */
export class SortedRows<Row, Item extends { readonly id: string }> {
  readonly #compare: (a: Item, b: Item) => number;
  readonly #itemOf: (row: Row) => Item;
  readonly #byId = new Map<string, Item>();
  #rows: Row[] = [];
  #snapshot: readonly Row[] | null = null;

  constructor(compare: (a: Item, b: Item) => number, itemOf: (row: Row) => Item) {
    this.#compare = compare;
    this.#itemOf = itemOf;
  }

  get size(): number {
    return this.#rows.length;
  }

  /** The rows now, in order; another array exactly when something changed. */
  get snapshot(): readonly Row[] {
    this.#snapshot ??= this.#rows.slice();
    return this.#snapshot;
  }

  get first(): Item | undefined {
    const row = this.#rows[0];
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
    const stays = current !== undefined && this.#compare(current, item) === 0;
    if (stays) this.#rows[this.#indexOf(current)] = row;
    else {
      if (current) this.#rows.splice(this.#indexOf(current), 1);
      this.#rows.splice(this.#indexOf(item), 0, row);
    }
    this.#byId.set(item.id, item);
    this.#snapshot = null;
  }

  delete(id: string): boolean {
    const current = this.#byId.get(id);
    if (!current) return false;
    this.#rows.splice(this.#indexOf(current), 1);
    this.#byId.delete(id);
    this.#snapshot = null;
    return true;
  }

  clear(): void {
    this.#rows = [];
    this.#byId.clear();
    this.#snapshot = null;
  }

  /** Index of the first row that does not come before `item`. */
  #indexOf(item: Item): number {
    let low = 0;
    let high = this.#rows.length;
    const last = this.#rows[high - 1];
    if (last !== undefined && this.#compare(this.#itemOf(last), item) < 0) return high;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const row = this.#rows[middle];
      if (row !== undefined && this.#compare(this.#itemOf(row), item) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
