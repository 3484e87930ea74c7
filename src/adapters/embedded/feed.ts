import { scopeKey } from './scopes.ts';
import { readSetting } from './settings.ts';
import type { EmbeddedTransaction } from './store.ts';
import type { FeedRow } from './tables.ts';
import type { CoWorker } from '../../domain/model.ts';
import type { ConversationScope } from '../../domain/queries.ts';
import type { ChangeSink, LinkState } from '../../ports/adapter.ts';

const rowsAtOnce = 100;

/** Where the feed stands now. */
export async function feedHead(tx: EmbeddedTransaction): Promise<string> {
  const identity = (await readSetting(tx, 'identity')) ?? '';
  return cursorOf(identity, await headOf(tx));
}

/** What a subscription reads from. */
export interface FeedSource {
  read<R>(body: (tx: EmbeddedTransaction) => Promise<R>): Promise<R>;
  log(message: string): void;
}

/** What was read of the feed in one go. */
interface Reading {
  readonly identity: string;
  readonly head: number;
  readonly rows: readonly FeedRow[];
  /** Whether the rows continue exactly from where the subscription stood. */
  readonly continues: boolean;
}

/** One subscription: whenever it is told to look, it reads the feed from where it stands and tells its sink. */
export class Subscription {
  readonly #source: FeedSource;
  readonly #sink: ChangeSink;
  readonly #scope: string;
  /** The last cursor the sink knows; `null` until the stream has begun without one. */
  #cursor: string | null;
  /** How far the feed was read; ahead of the cursor where others' changes lie between. */
  #position: number | null = null;
  #state: LinkState | null = null;
  #isRunning = false;
  #mustLook = false;
  #isClosed = false;

  constructor(
    source: FeedSource,
    {
      scope,
      agent,
      from,
    }: { readonly scope: ConversationScope; readonly agent: CoWorker; readonly from: string | null },
    sink: ChangeSink,
  ) {
    this.#source = source;
    this.#sink = sink;
    this.#scope = scopeKey(scope, agent);
    this.#cursor = from;
  }

  /** Something may have changed. Never throws and never calls the sink before it returns. */
  look(): void {
    this.#mustLook = true;
    if (!this.#isRunning) void this.#run();
  }

  close(): void {
    this.#isClosed = true;
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    await Promise.resolve();
    if (this.#state === null) this.#setLink('connecting');
    while (this.#mustLook && !this.#isClosed) {
      this.#mustLook = false;
      try {
        this.#take(await this.#source.read((tx) => this.#read(tx)));
      } catch (error) {
        this.#setLink('offline', error);
      }
    }
    this.#isRunning = false;
  }

  async #read(tx: EmbeddedTransaction): Promise<Reading> {
    const identity = (await readSetting(tx, 'identity')) ?? '';
    const head = await headOf(tx);
    const known = this.#cursor === null ? head : positionOf(identity, this.#cursor);
    const position = Math.max(known, this.#position ?? known);
    if (known < 0 || position > head) return { identity, head, rows: [], continues: false };
    const rows = await tx.scan('feed', null, { lower: position, lowerOpen: true, limit: rowsAtOnce });
    this.#position = position;
    const continues = position === head || rows[0]?.position === position + 1;
    return { identity, head, rows: continues ? rows : [], continues };
  }

  #take({ identity, head, rows, continues }: Reading): void {
    if (!continues) {
      this.#position = head;
      this.#cursor = cursorOf(identity, head);
      const cursor = this.#cursor;
      this.#tell((sink) => sink.reset(cursor));
    }
    this.#cursor ??= cursorOf(identity, head);
    this.#setLink('live');
    for (const row of rows) this.#pass(identity, row);
    if (rows.length === rowsAtOnce) this.#mustLook = true;
  }

  #pass(identity: string, { position, scopes, changes }: FeedRow): void {
    this.#position = position;
    if (!scopes.includes(this.#scope)) return;
    const previous = this.#cursor;
    const cursor = cursorOf(identity, position);
    this.#cursor = cursor;
    this.#tell((sink) => sink.batch({ cursor, previous, changes }));
  }

  #setLink(state: LinkState, error?: unknown): void {
    if (this.#state === state) return;
    this.#state = state;
    this.#tell((sink) => (error === undefined ? sink.link(state) : sink.link(state, error)));
  }

  /** A sink that throws harms nobody else. */
  #tell(what: (sink: ChangeSink) => void): void {
    if (this.#isClosed) return;
    try {
      what(this.#sink);
    } catch (reason) {
      this.#source.log(`a change sink threw ${reason instanceof Error ? reason.name : typeof reason}`);
    }
  }
}

async function headOf(tx: EmbeddedTransaction): Promise<number> {
  return (await tx.get('counters', 'feed'))?.value ?? 0;
}

function cursorOf(identity: string, position: number): string {
  return `${identity}.${position}`;
}

/** `-1` for a cursor that is not of this set of data. */
function positionOf(identity: string, cursor: string): number {
  const text = cursor.startsWith(`${identity}.`) ? cursor.slice(identity.length + 1) : '';
  return /^\d{1,15}$/.test(text) ? Number(text) : -1;
}
