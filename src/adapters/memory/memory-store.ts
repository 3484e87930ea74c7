import { tableDefinitions } from '../embedded/tables.ts';
import { MemoryTable } from './memory-table.ts';
import type { EmbeddedStore, EmbeddedTransaction, Scan } from '../embedded/store.ts';
import type { Key, TableName, Tables } from '../embedded/tables.ts';

type Undo = () => void;

/** The embedded backend's tables in memory: one transaction at a time, undone when it fails. */
export class MemoryStore implements EmbeddedStore {
  readonly #tables = new Map<string, MemoryTable>(
    Object.entries(tableDefinitions).map(([name, definition]) => [name, new MemoryTable(definition)]),
  );
  #turn: Promise<unknown> = Promise.resolve();

  transact<R>(mode: 'read' | 'write', body: (transaction: EmbeddedTransaction) => Promise<R>): Promise<R> {
    const turn = this.#turn.then(() => this.#run(mode, body));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async close(): Promise<void> {
    await this.#turn;
  }

  async #run<R>(mode: 'read' | 'write', body: (transaction: EmbeddedTransaction) => Promise<R>): Promise<R> {
    const undo: Undo[] = [];
    try {
      return await body(new MemoryTransaction((name) => this.#table(name), mode, undo));
    } catch (reason) {
      for (const step of undo.reverse()) step();
      throw reason;
    }
  }

  #table(name: TableName): MemoryTable {
    const table = this.#tables.get(name);
    if (!table) throw new TypeError(`no table ${name}`);
    return table;
  }
}

class MemoryTransaction implements EmbeddedTransaction {
  readonly #table: (name: TableName) => MemoryTable;
  readonly #mode: 'read' | 'write';
  readonly #undo: Undo[];

  constructor(table: (name: TableName) => MemoryTable, mode: 'read' | 'write', undo: Undo[]) {
    this.#table = table;
    this.#mode = mode;
    this.#undo = undo;
  }

  get<T extends TableName>(table: T, key: Key): Promise<Tables[T] | undefined> {
    return Promise.resolve(this.#table(table).get(key) as Tables[T] | undefined);
  }

  scan<T extends TableName>(table: T, index: string | null, scan: Scan): Promise<readonly Tables[T][]> {
    const source = this.#table(table);
    return Promise.resolve(source.scanKeys(index, scan).map((key) => source.get(key) as Tables[T]));
  }

  scanKeys(table: TableName, index: string | null, scan: Scan): Promise<readonly Key[]> {
    return Promise.resolve(this.#table(table).scanKeys(index, scan));
  }

  put<T extends TableName>(table: T, row: Tables[T]): Promise<void> {
    const target = this.#writable(table);
    const before = target.put(row);
    this.#undo.push(() => (before ? target.put(before) : target.delete(target.keyOf(row))));
    return Promise.resolve();
  }

  delete(table: TableName, key: Key): Promise<void> {
    const target = this.#writable(table);
    const before = target.delete(key);
    if (before) this.#undo.push(() => target.put(before));
    return Promise.resolve();
  }

  async deleteRange(table: TableName, scan: Scan): Promise<void> {
    for (const key of this.#writable(table).scanKeys(null, scan)) await this.delete(table, key);
  }

  #writable(table: TableName): MemoryTable {
    if (this.#mode === 'read') throw new TypeError(`cannot write ${table} in a reading transaction`);
    return this.#table(table);
  }
}
