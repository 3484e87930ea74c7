/** Rows by id. A row is replaced only by a newer version, so late and duplicate copies change nothing. */
export class VersionedTable<Row extends { readonly id: string; readonly version: number }> {
  readonly #rows = new Map<string, Row>();
  readonly #merge: (current: Row, incoming: Row) => Row;

  constructor(merge: (current: Row, incoming: Row) => Row) {
    this.#merge = merge;
  }

  get size(): number {
    return this.#rows.size;
  }

  get(id: string): Row | undefined {
    return this.#rows.get(id);
  }

  values(): IterableIterator<Row> {
    return this.#rows.values();
  }

  /** Keeps the newer of the stored row and `incoming`; returns what is stored now. */
  put(incoming: Row): Row {
    const current = this.#rows.get(incoming.id);
    const row = current ? this.#merge(current, incoming) : incoming;
    if (row !== current) this.#rows.set(row.id, row);
    return row;
  }

  /** Replaces a row whatever its version. */
  replace(row: Row): void {
    this.#rows.set(row.id, row);
  }

  delete(id: string): Row | undefined {
    const row = this.#rows.get(id);
    this.#rows.delete(id);
    return row;
  }

  /** Forgets every row that `isNeeded` refuses. */
  retain(isNeeded: (row: Row) => boolean): void {
    for (const row of this.#rows.values()) if (!isNeeded(row)) this.#rows.delete(row.id);
  }
}
