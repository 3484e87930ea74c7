import pg from 'pg';

const mostConnections = 20;
const connectMs = 10_000;
const statementMs = 15_000;
const idleInTransactionMs = 30_000;
const pauseMs = 200;

// Positions and times are far below 2^53; the driver would give them as text.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/**
 * The hosts of an address such as `postgres://user@one:5432,two:5432/name`, each as an address of its own. What PostgreSQL's
 * own library allows and the driver does not.
 */
export function hostsIn(url: string): readonly string[] {
  const match = /^(postgres(?:ql)?:\/\/(?:[^@/]*@)?)([^/?]*)(.*)$/i.exec(url);
  if (!match) return [url];
  const [, start = '', hosts = '', rest = ''] = match;
  return hosts.split(',').map((host) => start + host + rest);
}

/** How every connection is made. */
export function connectionTo(url: string): pg.PoolConfig {
  return {
    connectionString: url,
    application_name: 'conversation-gateway',
    connectionTimeoutMillis: connectMs,
    statement_timeout: statementMs,
    idle_in_transaction_session_timeout: idleInTransactionMs,
    keepAlive: true,
  };
}

/** Connections to whichever of several hosts takes writes now, and to another one after a failover. */
export class PostgresHosts {
  readonly #urls: readonly string[];
  #pool: Promise<pg.Pool> | null = null;
  #isClosed = false;

  constructor(url: string) {
    this.#urls = hostsIn(url);
  }

  /** A connection to the host that takes writes. Give it back with `release`. */
  async connect(): Promise<pg.PoolClient> {
    const pool = await this.#current();
    try {
      return await pool.connect();
    } catch (error) {
      this.lost();
      throw error;
    }
  }

  /** The address of the host that takes writes, for a connection that is kept. */
  async primary(): Promise<string> {
    for (const url of this.#urls) if (this.#urls.length === 1 || (await takesWrites(url))) return url;
    throw new Error('no host of the database takes writes');
  }

  /** A connection broke, or its host takes no writes any more: with several hosts the next one is looked for. */
  lost(): void {
    if (this.#urls.length === 1) return;
    const old = this.#pool;
    this.#pool = null;
    void old?.then((pool) => pool.end()).catch(() => undefined);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const pool = await this.#pool?.catch(() => null);
    await pool?.end();
  }

  #current(): Promise<pg.Pool> {
    if (this.#isClosed) return Promise.reject(new Error('the database is closed'));
    this.#pool ??= this.#open().catch(async (error: unknown) => {
      this.#pool = null;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      throw error;
    });
    return this.#pool;
  }

  async #open(): Promise<pg.Pool> {
    const pool = new pg.Pool({ ...connectionTo(await this.primary()), max: mostConnections });
    // A connection that breaks while nobody uses it is replaced; unheard, its error would end the process.
    pool.on('error', () => this.lost());
    pool.on('connect', (client) => client.on('error', () => undefined));
    return pool;
  }
}

async function takesWrites(url: string): Promise<boolean> {
  const client = new pg.Client(connectionTo(url));
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ standby: boolean }>('select pg_is_in_recovery() as standby');
    return rows[0]?.standby === false;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
