import { PGlite } from '@electric-sql/pglite';
import type { Transaction } from '@electric-sql/pglite';
import { lockFolder } from './folder-lock.ts';
import type { Db, Row, Sql, SqlValue } from './db.ts';

/**
 * Opens the embedded database: one process, one connection, no server.
 *
 * @param folder - where it lives; `null` keeps it in memory
 */
export async function openPglite(folder: string | null): Promise<Db> {
  const unlock = folder === null ? () => undefined : lockFolder(folder);
  try {
    const database = await (folder === null ? PGlite.create() : PGlite.create(`${folder}/pglite`));
    return new PgliteDb(database, unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

class PgliteDb implements Db {
  readonly kind = 'pglite';
  readonly exclusive = true;
  readonly #database: PGlite;
  readonly #unlock: () => void;

  constructor(database: PGlite, unlock: () => void) {
    this.#database = database;
    this.#unlock = unlock;
  }

  query<R extends Row>(text: string, values: readonly SqlValue[] = []): Promise<readonly R[]> {
    return sqlOn(this.#database).query<R>(text, values);
  }

  script(text: string): Promise<void> {
    return sqlOn(this.#database).script(text);
  }

  transact<T>(body: (sql: Sql) => Promise<T>): Promise<T> {
    return this.#database.transaction((transaction) => body(sqlOn(transaction)));
  }

  notify(): Promise<void> {
    return Promise.resolve(); // there is no other process
  }

  listen(): Promise<() => Promise<void>> {
    return Promise.resolve(() => Promise.resolve());
  }

  async close(): Promise<void> {
    await this.#database.close();
    this.#unlock();
  }
}

function sqlOn(connection: PGlite | Transaction): Sql {
  return {
    query: async <R extends Row>(text: string, values: readonly SqlValue[] = []) =>
      (await connection.query<R>(text, [...values])).rows,
    script: async (text) => {
      await connection.exec(text);
    },
  };
}
