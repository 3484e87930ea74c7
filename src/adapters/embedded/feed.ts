import { scopeKey } from './scopes.ts';
import type { EmbeddedStore } from './store.ts';
import type { FeedRow } from './tables.ts';
import type { CoWorker } from '../../domain/model.ts';
import type { ConversationScope } from '../../domain/queries.ts';
import type { ChangeSink, LinkState } from '../../ports/adapter.ts';

const rowsAtOnce = 100;

/** Where a stream stands: the backend's identity, so that a cursor of a deleted database is not understood, and a position. */
export function feedCursor(identity: string, position: number): string {
  return `${identity}.${position}`;
}

/** What a subscription needs of the backend. */
export interface FeedSource {
  readonly store: EmbeddedStore;
  identity(): Promise<string>;
  log(message: string): void;
}

/** One subscription: reads the feed from where it stands whenever it is told to look, and tells its sink. */
export class Subscription {
  readonly #source: FeedSource;
  readonly #sink: ChangeSink;
  readonly #scope: string;
  readonly #from: string | null;
  #position: number | null = null;
  #cursor = '';
  #state: LinkState | null = null;
  #running = false;
  #again = false;
  #closed = false;

  constructor(
    source: FeedSource,
    options: { readonly scope: ConversationScope; readonly agent: CoWorker; readonly from: string | null },
    sink: ChangeSink,
  ) {
    this.#source = source;
    this.#sink = sink;
    this.#scope = scopeKey(options.scope, options.agent);
    this.#from = options.from;
  }

  /** Something may have changed. Never throws. */
  look(): void {
    this.#again = true;
    if (!this.#running) void this.#run();
  }

  close(): void {
    this.#closed = true;
  }

  async #run(): Promise<void> {
    this.#running = true;
    await Promise.resolve();
    while (this.#again && !this.#closed) {
      this.#again = false;
      try {
        if (this.#state === null) this.#link('connecting');
        if (this.#position === null) await this.#start();
        this.#link('live');
        await this.#deliver();
      } catch (error) {
        this.#link('offline', error);
      }
    }
    this.#running = false;
  }

  async #start(): Promise<void> {
    const identity = await this.#source.identity();
    const { head, oldest } = await this.#source.store.transact('read', async (tx) => ({
      head: (await tx.get('counters', 'feed'))?.value ?? 0,
      oldest: (await tx.scan('feed', null, { limit: 1 }))[0]?.position ?? null,
    }));
    const wanted = this.#from === null ? head : positionOf(identity, this.#from);
    // Resuming after `wanted` needs the batch right behind it, unless nothing came since.
    const known = wanted !== null && wanted <= head && (wanted === head || (oldest !== null && wanted >= oldest - 1));
    this.#position = known ? wanted : head;
    this.#cursor = feedCursor(identity, this.#position);
    if (!known) this.#tell((sink) => sink.reset(this.#cursor));
  }

  async #deliver(): Promise<void> {
    for (;;) {
      const position = this.#position as number;
      const rows = await this.#source.store.transact('read', (tx) =>
        tx.scan('feed', null, { lower: position, lowerOpen: true, limit: rowsAtOnce }),
      );
      for (const row of rows) await this.#pass(row);
      if (rows.length < rowsAtOnce || this.#closed) return;
    }
  }

  async #pass(row: FeedRow): Promise<void> {
    if (row.position !== (this.#position as number) + 1) return this.#fallBehind();
    this.#position = row.position;
    if (!row.scopes.includes(this.#scope)) return;
    const previous = this.#cursor;
    this.#cursor = feedCursor(await this.#source.identity(), row.position);
    this.#tell((sink) => sink.batch({ cursor: this.#cursor, previous, changes: row.changes }));
  }

  /** The feed was trimmed past us while this tab slept. */
  async #fallBehind(): Promise<void> {
    this.#position = await this.#source.store.transact(
      'read',
      async (tx) => (await tx.get('counters', 'feed'))?.value ?? 0,
    );
    this.#cursor = feedCursor(await this.#source.identity(), this.#position);
    this.#tell((sink) => sink.reset(this.#cursor));
  }

  #link(state: LinkState, error?: unknown): void {
    if (this.#state === state) return;
    this.#state = state;
    this.#tell((sink) => (error === undefined ? sink.link(state) : sink.link(state, error)));
  }

  #tell(what: (sink: ChangeSink) => void): void {
    if (this.#closed) return;
    try {
      what(this.#sink);
    } catch (reason) {
      this.#source.log(`a sink threw: ${reason instanceof Error ? reason.name : typeof reason}`);
    }
  }
}

function positionOf(identity: string, cursor: string): number | null {
  const prefix = `${identity}.`;
  if (!cursor.startsWith(prefix)) return null;
  const position = Number(cursor.slice(prefix.length));
  return Number.isSafeInteger(position) && position >= 0 ? position : null;
}
