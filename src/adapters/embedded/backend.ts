import { Subscription } from './feed.ts';
import { seed } from './seed.ts';
import { Unit } from './unit.ts';
import type { EmbeddedData } from './data.ts';
import type { EmbeddedStore, EmbeddedTransaction } from './store.ts';
import type { NewId } from './unit.ts';
import type { CoWorker } from '../../domain/model.ts';
import type { ConversationScope } from '../../domain/queries.ts';
import type { ChangeSink } from '../../ports/adapter.ts';
import type { Clock } from '../../ports/clock.ts';

/** What an embedded backend is made of. */
export interface BackendParts {
  readonly store: EmbeddedStore;
  readonly clock: Clock;
  readonly newId: NewId;
  /** Names this set of data; cursors of another one are not understood. */
  readonly newIdentity: () => string;
  readonly data: EmbeddedData;
  readonly log: (message: string) => void;
}

/** The whole backend: commands, queries, feed and hand-over to the provider, over any {@link EmbeddedStore}. */
export class EmbeddedBackend {
  readonly clock: Clock;
  readonly store: EmbeddedStore;
  readonly #parts: BackendParts;
  readonly #subscriptions = new Set<Subscription>();
  #ready: Promise<string> | null = null;

  constructor(parts: BackendParts) {
    this.#parts = parts;
    this.clock = parts.clock;
    this.store = parts.store;
  }

  log(message: string): void {
    this.#parts.log(message);
  }

  /** Opens the store, filling it the first time. A failure is tried again by the next call. */
  identity(): Promise<string> {
    this.#ready ??= this.#open().catch((reason: unknown) => {
      this.#ready = null;
      throw reason;
    });
    return this.#ready;
  }

  async read<R>(body: (tx: EmbeddedTransaction) => Promise<R>): Promise<R> {
    await this.identity();
    return this.store.transact('read', body);
  }

  async write<R>(body: (unit: Unit) => Promise<R>): Promise<R> {
    await this.identity();
    const { result, told } = await this.store.transact('write', async (tx) => {
      const unit = new Unit(tx, this.clock.now(), this.#parts.newId);
      const done = await body(unit);
      return { result: done, told: await unit.finish() };
    });
    if (told) this.look();
    return result;
  }

  /** Something was committed, here or in another tab. */
  look(): void {
    for (const subscription of this.#subscriptions) subscription.look();
  }

  subscribe(
    options: { readonly scope: ConversationScope; readonly agent: CoWorker; readonly from: string | null },
    sink: ChangeSink,
  ): () => void {
    const subscription = new Subscription(this, options, sink);
    this.#subscriptions.add(subscription);
    subscription.look();
    return () => {
      subscription.close();
      this.#subscriptions.delete(subscription);
    };
  }

  async #open(): Promise<string> {
    return this.store.transact('write', async (tx) => {
      const known = await tx.get('settings', 'identity');
      if (known) return known.value as string;
      const identity = this.#parts.newIdentity();
      await tx.put('settings', { name: 'identity', value: identity });
      await seed(tx, this.#parts.data);
      return identity;
    });
  }
}
