import pg from 'pg';
import { wakeChannel } from './db.ts';
import type { Db, Row, Sql, SqlValue } from './db.ts';
import { connectionTo, PostgresHosts } from './postgres-hosts.ts';

/** A deadlock or a serialization failure did nothing; the same transaction passes the next time. */
const again: ReadonlySet<string> = new Set(['40P01', '40001']);
const mostTries = 5;
/** The host became a standby, or goes down: codes of PostgreSQL. */
const hostIsGone = /^(?:25006|57P0[1-5]|08...)$/;
/** So many different texts are prepared; the rest, made for one question, are not worth it. */
const mostPrepared = 300;
const listenAgainMs = 1_000;

/**
 * Opens PostgreSQL. The address may name several hosts; the one that takes writes is used, and another one after a
 * failover.
 */
export function openPostgres(url: string): Db {
  return new PostgresDb(new PostgresHosts(url));
}

class PostgresDb implements Db {
  readonly kind = 'postgres';
  readonly exclusive = false;
  readonly #hosts: PostgresHosts;
  readonly #names = new Map<string, string>();

  constructor(hosts: PostgresHosts) {
    this.#hosts = hosts;
  }

  query<R extends Row>(text: string, values: readonly SqlValue[] = []): Promise<readonly R[]> {
    return this.#use((client) => this.#sqlOn(client).query<R>(text, values));
  }

  script(text: string): Promise<void> {
    return this.#use((client) => this.#sqlOn(client).script(text));
  }

  async transact<T>(body: (sql: Sql) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.#use((client) => this.#transaction(client, body));
      } catch (error) {
        if (tries >= mostTries || !again.has(codeOf(error))) throw error;
      }
    }
  }

  async notify(feed: string): Promise<void> {
    await this.query('select pg_notify($1, $2)', [wakeChannel, feed]);
  }

  async listen(heard: (feed: string) => void): Promise<() => Promise<void>> {
    const ear = new Ear(this.#hosts, heard);
    await ear.open();
    return () => ear.close();
  }

  close(): Promise<void> {
    return this.#hosts.close();
  }

  /** A connection that failed is thrown away: nobody knows what state it is in. */
  async #use<T>(body: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await this.#hosts.connect();
    try {
      const result = await body(client);
      client.release();
      return result;
    } catch (error) {
      const isOurs = error instanceof Error && !(error instanceof pg.DatabaseError) && !isBroken(error);
      client.release(!isOurs && !again.has(codeOf(error)));
      if (hostIsGone.test(codeOf(error)) || isBroken(error)) this.#hosts.lost();
      throw error;
    }
  }

  async #transaction<T>(client: pg.PoolClient, body: (sql: Sql) => Promise<T>): Promise<T> {
    await client.query('begin');
    try {
      const result = await body(this.#sqlOn(client));
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    }
  }

  #sqlOn(client: pg.PoolClient): Sql {
    return {
      query: async <R extends Row>(text: string, values: readonly SqlValue[] = []) => {
        const name = this.#nameOf(text);
        const { rows } = await client.query<R>({ text, values: [...values], ...(name !== null && { name }) });
        return rows;
      },
      script: async (text) => {
        await client.query(text);
      },
    };
  }

  #nameOf(text: string): string | null {
    const known = this.#names.get(text);
    if (known !== undefined || this.#names.size >= mostPrepared) return known ?? null;
    const name = `s${this.#names.size}`;
    this.#names.set(text, name);
    return name;
  }
}

/** Hears notifications on a connection of its own, and comes back when that breaks. */
class Ear {
  readonly #hosts: PostgresHosts;
  readonly #heard: (feed: string) => void;
  #client: pg.Client | null = null;
  #timer: NodeJS.Timeout | null = null;
  #isClosed = false;

  constructor(hosts: PostgresHosts, heard: (feed: string) => void) {
    this.#hosts = hosts;
    this.#heard = heard;
  }

  async open(): Promise<void> {
    const client = new pg.Client(connectionTo(await this.#hosts.primary()));
    this.#client = client;
    client.on('error', () => undefined);
    client.on('end', () => this.#later());
    client.on('notification', ({ payload }) => {
      if (payload !== undefined) this.#heard(payload);
    });
    await client.connect();
    await client.query(`listen ${wakeChannel}`);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#client?.end().catch(() => undefined);
  }

  #later(): void {
    if (this.#isClosed || this.#timer) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.open().catch(() => this.#later());
    }, listenAgainMs);
    this.#timer.unref();
  }
}

/** The connection is gone, so nobody knows what became of the last statement. */
function isBroken(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof pg.DatabaseError) return false;
  return /^E[A-Z]+$/.test(codeOf(error)) || /connection|terminated|timeout/i.test(error.message);
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
