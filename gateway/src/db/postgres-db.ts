import postgres from 'postgres';
import { wakeChannel } from './db.ts';
import type { Db, Row, Sql, SqlValue } from './db.ts';

const mostConnections = 20;
/** A deadlock or a serialization failure did nothing; the same transaction passes the next time. */
const again: ReadonlySet<string> = new Set(['40P01', '40001']);
const mostTries = 5;

/** What is used of the driver; its own types are too deep for tools to follow. */
interface Connection {
  unsafe(text: string, values?: unknown[], options?: { readonly prepare: boolean }): PromiseLike<readonly Row[]>;
}

interface Server extends Connection {
  begin(body: (transaction: Connection) => Promise<unknown>): Promise<unknown>;
  listen(channel: string, heard: (payload: string) => void): Promise<{ readonly unlisten: () => Promise<void> }>;
  end(options: { readonly timeout: number }): Promise<void>;
}

/**
 * Opens PostgreSQL. The address may name several hosts; the one that takes writes is used, and another one after a
 * failover.
 */
export function openPostgres(url: string): Db {
  const sql: unknown = postgres(url, {
    max: mostConnections,
    target_session_attrs: 'read-write',
    connect_timeout: 10,
    idle_timeout: 300,
    onnotice: () => undefined,
    connection: {
      application_name: 'conversation-gateway',
      statement_timeout: 15_000,
      idle_in_transaction_session_timeout: 30_000,
    },
    // Positions and times are far below 2^53.
    types: { bigint: { to: 20, from: [20], parse: Number, serialize: String } },
  });
  return new PostgresDb(sql as Server);
}

class PostgresDb implements Db {
  readonly kind = 'postgres';
  readonly exclusive = false;
  readonly #sql: Server;

  constructor(sql: Server) {
    this.#sql = sql;
  }

  query<R extends Row>(text: string, values: readonly SqlValue[] = []): Promise<readonly R[]> {
    return sqlOn(this.#sql).query<R>(text, values);
  }

  script(text: string): Promise<void> {
    return sqlOn(this.#sql).script(text);
  }

  async transact<T>(body: (sql: Sql) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return (await this.#sql.begin((transaction) => body(sqlOn(transaction)))) as T;
      } catch (error) {
        if (tries >= mostTries || !again.has(codeOf(error))) throw error;
      }
    }
  }

  async notify(feed: string): Promise<void> {
    await this.query('select pg_notify($1, $2)', [wakeChannel, feed]);
  }

  async listen(heard: (feed: string) => void): Promise<() => Promise<void>> {
    const listening = await this.#sql.listen(wakeChannel, heard);
    return () => listening.unlisten();
  }

  async close(): Promise<void> {
    await this.#sql.end({ timeout: 5 });
  }
}

function sqlOn(connection: Connection): Sql {
  return {
    query: async <R extends Row>(text: string, values: readonly SqlValue[] = []) =>
      [...(await connection.unsafe(text, [...values], { prepare: true }))] as R[],
    script: async (text) => {
      await connection.unsafe(text);
    },
  };
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
