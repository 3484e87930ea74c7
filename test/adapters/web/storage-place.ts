import type { LocalStorageOptions } from '../../../src/adapters/web/open-local-storage.ts';
import { openLocalStorage } from '../../../src/adapters/web/open-local-storage.ts';
import type { BrowserLocalStorage } from '../../../src/adapters/web/browser-storage.ts';
import type { ManualClock } from '../../../src/testing/index.ts';
import { manualClock } from '../../../src/testing/index.ts';

/** A tenant of its own, with what a test needs to look behind the storage. */
export interface StoragePlace {
  readonly tenantId: string;
  readonly database: string;
  readonly clock: ManualClock;
  /** Opens a tab over the same data. */
  open(options?: Partial<LocalStorageOptions>): Promise<BrowserLocalStorage>;
  /** The database as another program sees it. */
  raw(version?: number): Promise<IDBDatabase>;
  /** Writes a row behind the storage's back. */
  write(store: string, key: IDBValidKey, value: unknown): Promise<void>;
  /** Closes what was opened. */
  close(): void;
}

/** Makes a place that no other test uses. */
export function storagePlace(): StoragePlace {
  const tenantId = `place-${crypto.randomUUID()}`; // other files may share the browser's storage
  const database = `conversation-elements/outbox/${tenantId}/agent-1`;
  const clock = manualClock();
  const opened: { close(): void }[] = [];
  const keep = <T extends { close(): void }>(thing: T): T => {
    opened.push(thing);
    return thing;
  };
  const raw = async (version?: number): Promise<IDBDatabase> => keep(await done(indexedDB.open(database, version)));
  return {
    tenantId,
    database,
    clock,
    raw,
    open: async (options = {}) => keep(await openLocalStorage({ tenantId, agentId: 'agent-1', clock, ...options })),
    write: async (store, key, value) => {
      const connection = await raw();
      const transaction = connection.transaction(store, 'readwrite');
      transaction.objectStore(store).put(value, key);
      await committed(transaction);
      connection.close();
    },
    close: () => {
      for (const thing of opened.splice(0)) thing.close();
    },
  };
}

/** The result of a request. */
export function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('no reason given')));
    request.addEventListener('blocked', () => reject(new Error('blocked by a connection that is still open')));
  });
}

/** A factory that opens as the browser's does, but lets a test change the version and see the request. */
export function factoryThat(change: {
  readonly version?: (version: number) => number;
  readonly request?: (request: IDBOpenDBRequest) => void;
}): IDBFactory {
  return {
    open: (name: string, version: number) => {
      const request = indexedDB.open(name, change.version?.(version) ?? version);
      change.request?.(request);
      return request;
    },
  } as unknown as IDBFactory;
}

/** The version that a database has on disk; `null` if there is none. */
export async function versionOf(name: string): Promise<number | null> {
  return (await indexedDB.databases()).find((database) => database.name === name)?.version ?? null;
}

function committed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('aborted')));
  });
}
