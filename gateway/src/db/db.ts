import type { Bus } from '../bus/bus.ts';

/** What a statement may be given. Lists become `text[]`, bytes `bytea`. */
export type SqlValue = string | number | boolean | null | readonly string[] | Uint8Array;

/** A row as it comes: numbers for every kind of number, JSON as text. */
export type Row = Readonly<Record<string, unknown>>;

/** Runs statements, `$1` for values. */
export interface Sql {
  query<R extends Row>(text: string, values?: readonly SqlValue[]): Promise<readonly R[]>;
  /** Several statements without values, for migrations. */
  script(text: string): Promise<void>;
}

/**
 * Where the gateway keeps everything. The same SQL runs on the embedded database and on PostgreSQL; whoever uses this
 * port cannot tell which it is.
 */
export interface Db extends Sql, Bus {
  readonly kind: 'pglite' | 'postgres';
  /** Whether no other process can use the same data: then whatever an earlier process claimed is nobody's. */
  readonly exclusive: boolean;
  /** Runs `body` in one transaction: committed when the promise resolves, without effect when it rejects. */
  transact<T>(body: (sql: Sql) => Promise<T>): Promise<T>;
  /** A statement of its own: inside a transaction it halves the throughput. */
  notify(feed: string): Promise<void>;
  close(): Promise<void>;
}

/** The name under which processes tell each other of news. */
export const wakeChannel = 'conversation_gateway_wake';
