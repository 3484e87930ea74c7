import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import { wrap } from 'idb';
import type { Clock } from '../../ports/clock.ts';
import type { StorageProblem } from '../../ports/storage.ts';
import { ConnectionLost, nameOf, problemOf, toStorageError } from './storage-errors.ts';
import { wholly } from './strict-transaction.ts';

/** Rows are `unknown` until they were read through `stored-rows`: what another version or a bad disk left is not believed. */
interface OutboxSchema extends DBSchema {
  drafts: { key: string[]; value: unknown };
  /** What is said about the files of drafts; apart from their bytes, which nobody wants to write again and again. */
  files: { key: string; value: unknown };
  fileBytes: { key: string; value: unknown };
  outbox: { key: string; value: unknown };
  meta: { key: string; value: unknown };
  quarantine: { key: number; value: unknown };
}

/** The database of one tenant and agent. */
export type OutboxDatabase = IDBPDatabase<OutboxSchema>;

/** One transaction over all of it. */
export type OutboxTransaction<Mode extends 'readonly' | 'readwrite'> = IDBPTransaction<
  OutboxSchema,
  StoreNames<OutboxSchema>[],
  Mode
>;

/** What opening came to. */
export type OpenedDatabase =
  | { readonly state: 'open'; readonly database: OutboxDatabase }
  | { readonly state: 'failed'; readonly problem: StorageProblem };

/** What to open, and who is told when the browser or another tab takes the connection away. */
export interface DatabaseOptions {
  readonly factory: IDBFactory;
  readonly name: string;
  readonly clock: Clock;
  readonly lost: () => void;
}

/** 2: files of drafts. */
const schemaVersion = 2;
const storeNames: StoreNames<OutboxSchema>[] = ['drafts', 'files', 'fileBytes', 'outbox', 'meta', 'quarantine'];

/** Browsers are known to leave a request to open without any answer; nobody shall wait longer than this to type. */
export const openTimeoutMs = 8_000;

/**
 * Opens the database. Never rejects. Once it has answered `failed` it leaves the database alone, also if the browser
 * would open it later: the page has then begun to work without.
 */
export function openDatabase({ factory, name, clock, lost }: DatabaseOptions): Promise<OpenedDatabase> {
  return new Promise((resolve) => {
    let gaveUp = false;
    const giveUp = (problem: StorageProblem): void => {
      gaveUp = true;
      stopWaiting();
      resolve({ state: 'failed', problem });
    };
    const stopWaiting = clock.after(openTimeoutMs, () => giveUp('blocked'));
    const request = attemptOpen(factory, name);
    if (!(request instanceof IDBOpenDBRequest)) {
      giveUp(problemOf(request));
      return;
    }
    request.addEventListener('blocked', () => giveUp('blocked'));
    request.addEventListener('upgradeneeded', () => {
      if (gaveUp) request.transaction?.abort();
      else createStores(request.result);
    });
    request.addEventListener('error', (event) => {
      event.preventDefault(); // Firefox reports it as an uncaught error otherwise
      giveUp(problemOf(request.error));
    });
    request.addEventListener('success', () => {
      const database = request.result;
      if (gaveUp || !isComplete(database)) {
        database.close();
        if (!gaveUp) giveUp('corrupt');
        return;
      }
      stopWaiting();
      watch(database, lost);
      resolve({ state: 'open', database: wrap(database) as unknown as OutboxDatabase });
    });
  });
}

/**
 * Does `work` in one strict transaction and resolves when that is committed. Rejects with a `StorageError` and then has
 * changed nothing; with {@link ConnectionLost} if it could not even begin.
 */
export function transact<Mode extends 'readonly' | 'readwrite', T>(
  database: OutboxDatabase,
  mode: Mode,
  work: (transaction: OutboxTransaction<Mode>) => Promise<T>,
): Promise<T> {
  return wholly(begin(database, mode), work, toStorageError);
}

function attemptOpen(factory: IDBFactory, name: string): unknown {
  try {
    return factory.open(name, schemaVersion);
  } catch (reason) {
    return reason;
  }
}

function createStores(database: IDBDatabase): void {
  // An upgrade adds what is missing and touches nothing that is there [I8].
  for (const store of storeNames)
    if (!database.objectStoreNames.contains(store))
      database.createObjectStore(store, { autoIncrement: store === 'quarantine' });
}

function isComplete(database: IDBDatabase): boolean {
  return storeNames.every((store) => database.objectStoreNames.contains(store));
}

function watch(database: IDBDatabase, lost: () => void): void {
  database.addEventListener('versionchange', () => {
    database.close(); // after what is running: another tab waits to upgrade or delete
    lost();
  });
  database.addEventListener('close', lost);
}

function begin<Mode extends 'readonly' | 'readwrite'>(database: OutboxDatabase, mode: Mode): OutboxTransaction<Mode> {
  try {
    return database.transaction(storeNames, mode, { durability: 'strict' });
  } catch (reason) {
    if (nameOf(reason) === 'InvalidStateError') throw new ConnectionLost('the connection is closed', { cause: reason });
    throw toStorageError(reason);
  }
}
