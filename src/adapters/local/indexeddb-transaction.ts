import { compareKeys } from '../embedded/keys.ts';
import type { EmbeddedTransaction, Scan } from '../embedded/store.ts';
import type { Key, TableName, Tables } from '../embedded/tables.ts';
import type { IDBPIndex, IDBPObjectStore, IDBPTransaction } from 'idb';

type Mode = 'readonly' | 'readwrite';
type Store = IDBPObjectStore<unknown, string[], TableName, Mode>;
type Source = Store | IDBPIndex<unknown, string[], TableName, string, Mode>;

/** Rows are read as they were written: nobody else writes into this database, and its version says how. */
export class IndexedDbTransaction implements EmbeddedTransaction {
  readonly #transaction: IDBPTransaction<unknown, string[], Mode>;

  constructor(transaction: IDBPTransaction<unknown, string[], Mode>) {
    this.#transaction = transaction;
  }

  async get<T extends TableName>(table: T, key: Key): Promise<Tables[T] | undefined> {
    return (await this.#store(table).get(key as IDBValidKey)) as Tables[T] | undefined;
  }

  async scan<T extends TableName>(table: T, index: string | null, scan: Scan): Promise<readonly Tables[T][]> {
    if (isEmpty(scan)) return [];
    const source = this.#source(table, index);
    const found = scan.direction === 'down' ? await readDown(source, scan) : await readUp(source, scan);
    return found as readonly Tables[T][];
  }

  async scanKeys(table: TableName, index: string | null, scan: Scan): Promise<readonly Key[]> {
    if (isEmpty(scan)) return [];
    const keys = await this.#source(table, index).getAllKeys(rangeOf(scan), scan.limit);
    return keys as readonly unknown[] as readonly Key[];
  }

  /** Does not wait: the order of requests is kept, and what fails fails the transaction. */
  put<T extends TableName>(table: T, row: Tables[T]): Promise<void> {
    return unawaited(this.#store(table).put?.(row));
  }

  delete(table: TableName, key: Key): Promise<void> {
    return unawaited(this.#store(table).delete?.(key as IDBValidKey));
  }

  deleteRange(table: TableName, scan: Scan): Promise<void> {
    const range = rangeOf(scan);
    const store = this.#store(table);
    return unawaited(range ? store.delete?.(range) : store.clear?.());
  }

  #store(table: TableName): Store {
    return this.#transaction.objectStore(table);
  }

  #source(table: TableName, index: string | null): Source {
    const store = this.#store(table);
    return index === null ? store : store.index(index);
  }
}

async function readUp(source: Source, scan: Scan): Promise<readonly unknown[]> {
  return source.getAll(rangeOf(scan), scan.limit);
}

/** Newer browsers read backwards in one request (they have `getAllRecords` as well); in others a cursor walks. */
async function readDown(source: Source, scan: Scan): Promise<readonly unknown[]> {
  if (!('getAllRecords' in IDBObjectStore.prototype)) return walkDown(source, scan);
  const options = { query: rangeOf(scan), direction: 'prev', ...(scan.limit !== undefined && { count: scan.limit }) };
  return source.getAll(options as unknown as IDBKeyRange);
}

async function walkDown(source: Source, scan: Scan): Promise<readonly unknown[]> {
  const rows: unknown[] = [];
  let cursor = await source.openCursor(rangeOf(scan), 'prev');
  while (cursor) {
    rows.push(cursor.value);
    if (rows.length === scan.limit) break;
    cursor = await cursor.continue();
  }
  return rows;
}

/** A range whose ends are crossed is an error for the browser. */
function isEmpty({ lower, upper, lowerOpen, upperOpen, limit }: Scan): boolean {
  if (limit === 0) return true;
  if (lower === undefined || upper === undefined) return false;
  const order = compareKeys(lower, upper);
  return order > 0 || (order === 0 && (lowerOpen === true || upperOpen === true));
}

function rangeOf({ lower, upper, lowerOpen, upperOpen }: Scan): IDBKeyRange | null {
  if (lower !== undefined && upper !== undefined) return IDBKeyRange.bound(lower, upper, lowerOpen, upperOpen);
  if (lower !== undefined) return IDBKeyRange.lowerBound(lower, lowerOpen);
  return upper === undefined ? null : IDBKeyRange.upperBound(upper, upperOpen);
}

function unawaited(request: Promise<unknown> | undefined): Promise<void> {
  if (!request) throw new TypeError('cannot write in a reading transaction');
  request.catch(() => undefined);
  return Promise.resolve();
}
