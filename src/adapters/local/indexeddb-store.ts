import { wrap } from 'idb';
import { AdapterError } from '../../ports/adapter-error.ts';
import { databaseError, problemOf } from './database-errors.ts';
import { IndexedDbTransaction } from './indexeddb-transaction.ts';
import { migrate } from './migrate.ts';
import { openDatabase } from './open-database.ts';
import { tableDefinitions } from '../embedded/tables.ts';
import { nameOf } from '../web/storage-errors.ts';
import { wholly } from '../web/strict-transaction.ts';
import type { EmbeddedStore, EmbeddedTransaction } from '../embedded/store.ts';
import type { Clock } from '../../ports/clock.ts';
import type { IDBPDatabase, IDBPTransaction } from 'idb';

/** Where the database is and what its owner wants to know. */
export interface IndexedDbStoreOptions {
  readonly name: string;
  /** `null`: the browser has none. */
  readonly factory: IDBFactory | null;
  readonly clock: Clock;
  /** The database was opened for the first time. */
  readonly opened: () => void;
}

/** Grows with each change of `tableDefinitions` and of what is written into rows to be found by. */
const schemaVersion = 4;

type Mode = 'readonly' | 'readwrite';
type AnyTransaction = IDBPTransaction<unknown, string[], Mode>;

/** The embedded backend's tables in IndexedDB. Opened by the first call, and again after the connection was lost. */
export class IndexedDbStore implements EmbeddedStore {
  readonly #options: IndexedDbStoreOptions;
  readonly #running = new Set<Promise<unknown>>();
  #database: Promise<IDBPDatabase> | null = null;
  #wasOpened = false;
  #isClosed = false;

  constructor(options: IndexedDbStoreOptions) {
    this.#options = options;
  }

  async transact<R>(mode: 'read' | 'write', body: (transaction: EmbeddedTransaction) => Promise<R>): Promise<R> {
    const transaction = await this.#begin(mode === 'read' ? 'readonly' : 'readwrite');
    const running = wholly(transaction, (begun) => body(new IndexedDbTransaction(begun)), asAdapterError);
    this.#running.add(running);
    try {
      return await running;
    } finally {
      this.#running.delete(running);
    }
  }

  /** Resolves when the last transaction has ended and the connection is gone. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.allSettled(this.#running);
    const database = await this.#database?.catch(() => null);
    database?.close();
  }

  /** Another tab may have taken the connection away since the last call; once more is safe, for nothing has begun. */
  async #begin(mode: Mode): Promise<AnyTransaction> {
    try {
      return start(await this.#open(), mode);
    } catch (reason) {
      if (nameOf(reason) !== 'InvalidStateError') throw asAdapterError(reason);
      this.#database = null;
      return start(await this.#open(), mode);
    }
  }

  async #open(): Promise<IDBPDatabase> {
    if (this.#isClosed) throw new AdapterError('unavailable', 'the backend is closed', { retry: false, refused: true });
    this.#database ??= this.#connect();
    const opening = this.#database;
    try {
      return await opening;
    } catch (reason) {
      if (this.#database === opening) this.#database = null;
      throw reason;
    }
  }

  async #connect(): Promise<IDBPDatabase> {
    const { factory, name, clock, opened } = this.#options;
    if (!factory) throw databaseError('absent');
    const lost = (): void => {
      this.#database = null;
    };
    const database = await openDatabase({
      factory,
      name,
      version: schemaVersion,
      tables: tableDefinitions,
      migrate,
      clock,
      lost,
    });
    if (!this.#wasOpened) opened();
    this.#wasOpened = true;
    return wrap(database);
  }
}

function start(database: IDBPDatabase, mode: Mode): AnyTransaction {
  return database.transaction(Object.keys(tableDefinitions), mode, { durability: 'strict' });
}

function asAdapterError(reason: unknown): unknown {
  const isBrowsers = reason instanceof DOMException || nameOf(reason) === 'QuotaExceededError';
  return isBrowsers ? databaseError(problemOf(reason), reason) : reason;
}
