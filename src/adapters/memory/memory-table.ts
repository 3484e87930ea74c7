import { SortedIndex } from './sorted-index.ts';
import type { Scan } from '../embedded/store.ts';
import type { IndexDefinition, Key, TableDefinition } from '../embedded/tables.ts';

type Row = object;

/** One table in memory with its indexes. Rows are kept as they are given; nobody changes a row. */
export class MemoryTable {
  readonly #definition: TableDefinition;
  readonly #rows = new Map<string, Row>();
  readonly #primary = new SortedIndex();
  readonly #indexes: ReadonlyMap<string, { readonly definition: IndexDefinition; readonly index: SortedIndex }>;

  constructor(definition: TableDefinition) {
    this.#definition = definition;
    this.#indexes = new Map(
      Object.entries(definition.indexes).map(([name, index]) => [
        name,
        { definition: index, index: new SortedIndex() },
      ]),
    );
  }

  get(key: Key): Row | undefined {
    return this.#rows.get(nameOf(key));
  }

  /** Returns the row that was there before. */
  put(row: Row): Row | undefined {
    const key = this.keyOf(row);
    const before = this.get(key);
    if (before) this.#unindex(before, key);
    else this.#primary.add(key, key);
    this.#rows.set(nameOf(key), row);
    for (const { definition, index } of this.#indexes.values()) {
      for (const entry of entriesOf(row, definition)) index.add(entry, key);
    }
    return before;
  }

  /** Returns the row that was there. */
  delete(key: Key): Row | undefined {
    const before = this.get(key);
    if (!before) return undefined;
    this.#unindex(before, key);
    this.#primary.remove(key, key);
    this.#rows.delete(nameOf(key));
    return before;
  }

  keyOf(row: Row): Key {
    const key = readKey(row, this.#definition.key);
    if (key === undefined) throw new TypeError('a row without its key');
    return key;
  }

  scanKeys(index: string | null, scan: Scan): Key[] {
    const source = index === null ? this.#primary : this.#indexes.get(index)?.index;
    if (!source) throw new TypeError(`no index ${String(index)}`);
    return source.scan(scan);
  }

  #unindex(row: Row, key: Key): void {
    for (const { definition, index } of this.#indexes.values()) {
      for (const entry of entriesOf(row, definition)) index.remove(entry, key);
    }
  }
}

function nameOf(key: Key): string {
  return typeof key === 'string' ? key : JSON.stringify(key);
}

function readKey(row: Row, path: string | readonly string[]): Key | undefined {
  const fields = row as Readonly<Record<string, Key | undefined>>;
  if (typeof path === 'string') return fields[path];
  const parts = path.map((field) => fields[field]);
  return parts.includes(undefined) ? undefined : (parts as Key[]);
}

function entriesOf(row: Row, { path, many }: IndexDefinition): Iterable<Key> {
  const key = readKey(row, path);
  if (key === undefined) return [];
  // The same entry twice counts once, as in IndexedDB.
  return many && typeof key === 'object' ? new Set(key) : [key];
}
