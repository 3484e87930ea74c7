import type { OutboxDatabase, OutboxTransaction } from './outbox-database.ts';
import { transact } from './outbox-database.ts';
import type { QuarantinedRow } from './rows.ts';
import { ConnectionLost } from './storage-errors.ts';

/** A store whose rows are looked at when they are read. */
export type RowStore = 'drafts' | 'outbox' | 'files';

/** What a store holds. */
export interface LoadedRows<T> {
  readonly rows: readonly T[];
  /** Keys of rows that make no sense. */
  readonly corrupt: readonly (string | string[])[];
  /** How many rows the browser itself cannot give back; they stay where they are. */
  readonly unreadable: number;
}

/** Reads a store. One bad row never hides the others. */
export async function loadRows<T>(
  database: OutboxDatabase,
  store: RowStore,
  read: (row: unknown) => T | null,
): Promise<LoadedRows<T>> {
  try {
    return await transact(database, 'readonly', async (transaction) => {
      const rows = transaction.objectStore(store);
      return sortOut(await rows.getAllKeys(), await rows.getAll(), read);
    });
  } catch (reason) {
    if (reason instanceof ConnectionLost) throw reason;
    // Chromium keeps large values as files; when one of them is gone, reading all rows at once fails.
    return await loadOneByOne(database, store, read);
  }
}

/**
 * Moves rows that cannot be read into a store of their own, where a person can look at them. What another tab has
 * mended or removed meanwhile is left alone.
 */
export async function quarantineRows(
  database: OutboxDatabase,
  { store, keys, at }: { readonly store: RowStore; readonly keys: readonly (string | string[])[]; readonly at: number },
  read: (row: unknown) => unknown,
): Promise<void> {
  await transact(database, 'readwrite', async (transaction) => {
    for (const key of keys) {
      const value: unknown = await transaction.objectStore(store).get(key);
      if (value === undefined || read(value) !== null) continue;
      await putAside(transaction, { version: 1, from: store, key, value, at });
      await transaction.objectStore(store).delete(key);
    }
  });
}

/** Writes one row into the quarantine. */
export async function putAside(transaction: OutboxTransaction<'readwrite'>, row: QuarantinedRow): Promise<void> {
  await transaction.objectStore('quarantine').add(row);
}

/** Everything that was put aside. */
export async function readQuarantine(database: OutboxDatabase): Promise<readonly QuarantinedRow[]> {
  return await transact(
    database,
    'readonly',
    async (transaction) => (await transaction.objectStore('quarantine').getAll()) as QuarantinedRow[],
  );
}

async function loadOneByOne<T>(
  database: OutboxDatabase,
  store: RowStore,
  read: (row: unknown) => T | null,
): Promise<LoadedRows<T>> {
  const keys = await transact(database, 'readonly', (transaction) => transaction.objectStore(store).getAllKeys());
  const readable: (string | string[])[] = [];
  const values: unknown[] = [];
  for (const key of keys) {
    try {
      values.push(await transact(database, 'readonly', (transaction) => transaction.objectStore(store).get(key)));
      readable.push(key);
    } catch (reason) {
      if (reason instanceof ConnectionLost) throw reason;
    }
  }
  return { ...sortOut(readable, values, read), unreadable: keys.length - readable.length };
}

function sortOut<T>(
  keys: readonly (string | string[])[],
  values: readonly unknown[],
  read: (row: unknown) => T | null,
): LoadedRows<T> {
  const rows: T[] = [];
  const corrupt: (string | string[])[] = [];
  keys.forEach((key, index) => {
    const row = read(values[index]);
    if (row === null) corrupt.push(key);
    else rows.push(row);
  });
  return { rows, corrupt, unreadable: 0 };
}
