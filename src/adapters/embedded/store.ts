import type { Key, TableName, Tables } from './tables.ts';

/** Which keys, in which order, how many. */
export interface Scan {
  readonly lower?: Key;
  readonly upper?: Key;
  /** Leave out the bound itself. */
  readonly lowerOpen?: boolean;
  readonly upperOpen?: boolean;
  /** Default `up`. */
  readonly direction?: 'up' | 'down';
  readonly limit?: number;
}

/** What can be done inside a transaction. Nothing but these may be awaited there. */
export interface EmbeddedTransaction {
  get<T extends TableName>(table: T, key: Key): Promise<Tables[T] | undefined>;
  /** Rows whose key in `index` (`null` = primary key) lies in the range, ordered by that key. */
  scan<T extends TableName>(table: T, index: string | null, scan: Scan): Promise<readonly Tables[T][]>;
  /** Primary keys only, in the order of `index`. */
  scanKeys(table: TableName, index: string | null, scan: Scan): Promise<readonly Key[]>;
  put<T extends TableName>(table: T, row: Tables[T]): Promise<void>;
  delete(table: TableName, key: Key): Promise<void>;
  /** Deletes the rows whose primary key lies in the range. */
  deleteRange(table: TableName, scan: Pick<Scan, 'lower' | 'upper' | 'lowerOpen' | 'upperOpen'>): Promise<void>;
}

/**
 * Where the embedded backend keeps its rows. Small on purpose: ordered tables and transactions, nothing that knows of
 * conversations. Rejects with an `AdapterError` (`unavailable`) when it cannot work at all.
 */
export interface EmbeddedStore {
  /** Runs `body` in one transaction: committed when the promise resolves, without effect when it rejects. */
  transact<R>(mode: 'read' | 'write', body: (transaction: EmbeddedTransaction) => Promise<R>): Promise<R>;
  close(): Promise<void>;
}
