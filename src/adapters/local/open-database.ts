import { databaseError, problemOf } from './database-errors.ts';
import type { DatabaseProblem } from './database-errors.ts';
import type { TableDefinition } from '../embedded/tables.ts';
import type { Clock } from '../../ports/clock.ts';

/** Which database, with which tables. */
export interface DatabaseOptions {
  readonly factory: IDBFactory;
  readonly name: string;
  /** Grows with each change of `tables`. */
  readonly version: number;
  readonly tables: Readonly<Record<string, TableDefinition>>;
  /** Brings the rows of an earlier version up to date, within the transaction that adds tables and indexes. */
  readonly migrate?: (transaction: IDBTransaction, from: number) => void;
  readonly clock: Clock;
  /** The browser or another tab took the connection away. */
  readonly lost: () => void;
}

/** Browsers are known to leave a request to open without any answer. */
const openTimeoutMs = 8_000;
/** A tab that lets go needs a moment to end what it was doing; one that was not asked, or is frozen, never lets go. */
const blockedTimeoutMs = 2_000;

/** Opens the database and brings its tables up to date. Rejects with `unavailable` and a message that says why. */
export function openDatabase(options: DatabaseOptions): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    let isWanted = true;
    const fail = (problem: DatabaseProblem, cause?: unknown): void => {
      isWanted = false;
      stopWaiting();
      reject(databaseError(problem, cause));
    };
    let stopWaiting = options.clock.after(openTimeoutMs, () => fail('blocked'));
    const request = attempt(() => options.factory.open(options.name, options.version));
    if (!(request instanceof IDBOpenDBRequest)) {
      fail(problemOf(request), request);
      return;
    }
    request.addEventListener('blocked', () => {
      stopWaiting();
      if (isWanted) stopWaiting = options.clock.after(blockedTimeoutMs, () => fail('blocked'));
    });
    request.addEventListener('upgradeneeded', ({ oldVersion }) => {
      const { transaction } = request;
      if (!isWanted || !transaction) {
        transaction?.abort();
        return;
      }
      upgrade(request.result, transaction, options.tables);
      if (oldVersion > 0) options.migrate?.(transaction, oldVersion);
    });
    request.addEventListener('error', (event) => {
      event.preventDefault(); // Firefox reports it as an uncaught error otherwise
      fail(problemOf(request.error), request.error);
    });
    request.addEventListener('success', () => {
      const database = request.result;
      if (isWanted && isComplete(database, options.tables)) {
        stopWaiting();
        watch(database, options.lost);
        resolve(database);
        return;
      }
      database.close();
      if (isWanted) fail('damaged');
    });
  });
}

function attempt(open: () => IDBOpenDBRequest): unknown {
  try {
    return open();
  } catch (reason) {
    return reason;
  }
}

/** Adds the tables and indexes that are missing; the browser fills a new index from the rows. */
function upgrade(
  database: IDBDatabase,
  transaction: IDBTransaction,
  tables: Readonly<Record<string, TableDefinition>>,
): void {
  for (const [name, { key, indexes }] of Object.entries(tables)) {
    const store = database.objectStoreNames.contains(name)
      ? transaction.objectStore(name)
      : database.createObjectStore(name, { keyPath: mutable(key) });
    for (const [index, { path, many }] of Object.entries(indexes)) {
      if (!store.indexNames.contains(index)) store.createIndex(index, mutable(path), { multiEntry: many === true });
    }
  }
}

function mutable(path: string | readonly string[]): string | string[] {
  return typeof path === 'string' ? path : [...path];
}

function isComplete(database: IDBDatabase, tables: Readonly<Record<string, TableDefinition>>): boolean {
  return Object.keys(tables).every((name) => database.objectStoreNames.contains(name));
}

function watch(database: IDBDatabase, lost: () => void): void {
  database.addEventListener('versionchange', () => {
    database.close(); // after what is running: another tab waits to upgrade or delete
    lost();
  });
  database.addEventListener('close', lost);
}
