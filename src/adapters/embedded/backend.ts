import { AdapterError } from '../../ports/adapter-error.ts';
import { loadAddressBook } from './addresses.ts';
import { Dispatcher } from './dispatcher.ts';
import { Subscription } from './feed.ts';
import { FileAddresses } from './parts/file-addresses.ts';
import { PresenceBoard } from './parts/presence-board.ts';
import { RollCall } from './parts/roll-call.ts';
import { ScheduleRunner } from './parts/schedule-runner.ts';
import { clearEverything, fill } from './seed.ts';
import { readSetting } from './settings.ts';
import { Unit } from './unit.ts';
import type { AddressBook } from './addresses.ts';
import type { EmbeddedData } from './data.ts';
import type { Holders } from './holders.ts';
import type { Provider } from './provider.ts';
import type { EmbeddedStore, EmbeddedTransaction } from './store.ts';
import type { NewId } from './unit.ts';
import type { ChannelKind, CoWorker } from '../../domain/model.ts';
import type { ConversationScope } from '../../domain/queries.ts';
import type { ChangeSink } from '../../ports/adapter.ts';
import type { Clock } from '../../ports/clock.ts';

/** What an embedded backend is made of. */
export interface BackendParts {
  readonly store: EmbeddedStore;
  readonly clock: Clock;
  readonly newId: NewId;
  /** Names a set of data, unlike any other before it. */
  readonly newIdentity: () => string;
  /** What an empty store is filled with; asked for only then. */
  readonly data: () => EmbeddedData | Promise<EmbeddedData>;
  readonly provider: Provider;
  readonly holders: Holders;
  readonly channels: readonly ChannelKind[];
  /** ISO 3166 code of the country whose national spelling of numbers counts. */
  readonly defaultCountry: string | null;
  readonly feedKept: number;
  readonly dispatchTimeoutMs: number;
  /** Something was committed that other instances may want to look at. */
  readonly committed: () => void;
  /** Tells other instances what is never stored; what they tell goes to {@link EmbeddedBackend.hear}. */
  readonly tell?: (message: unknown) => void;
  readonly log: (message: string) => void;
}

/** The backend itself, over any {@link EmbeddedStore}: runs commands and queries, feeds subscriptions, hands over. */
export class EmbeddedBackend {
  readonly parts: BackendParts;
  readonly presence: PresenceBoard;
  /** Who is logged in. */
  readonly roll: RollCall;
  readonly files: FileAddresses;
  readonly #dispatcher: Dispatcher;
  readonly #schedule: ScheduleRunner;
  readonly #subscriptions = new Set<Subscription>();
  #addresses: Promise<AddressBook> | null = null;
  #filled: Promise<void> | null = null;
  #isClosed = false;
  #windows = 0;

  constructor(parts: BackendParts) {
    this.parts = parts;
    const { provider, holders, clock, dispatchTimeoutMs: timeoutMs, tell } = parts;
    const log = (message: string): void => this.log(message);
    const works = {
      read: <R>(body: (tx: EmbeddedTransaction) => Promise<R>) => this.read(body),
      write: <R>(body: (unit: Unit) => Promise<R>) => this.write(body),
      clock,
      log,
    };
    this.#dispatcher = new Dispatcher({ ...works, provider, holders, timeoutMs });
    this.#schedule = new ScheduleRunner(works);
    this.roll = new RollCall(clock, tell ? (message) => tell(message) : null);
    this.presence = new PresenceBoard({ clock, tell: (message) => parts.tell?.(message), log });
    this.files = new FileAddresses(clock);
  }

  log(message: string): void {
    this.parts.log(message);
  }

  read<R>(body: (tx: EmbeddedTransaction) => Promise<R>): Promise<R> {
    return this.#transact('read', body);
  }

  /** Runs a command in one transaction with its feed batch; resolves when it is committed. */
  async write<R>(body: (unit: Unit) => Promise<R>): Promise<R> {
    const { clock, newId, channels, feedKept } = this.parts;
    const { result, isNews, droppedFiles } = await this.#transact('write', async (tx) => {
      const unit = new Unit(tx, { now: clock.now(), newId, channels, feedKept });
      return { result: await body(unit), isNews: await unit.finish(), droppedFiles: unit.droppedFiles };
    });
    for (const id of droppedFiles) this.files.forget(id);
    if (isNews) this.#announce();
    return result;
  }

  /**
   * How addresses are read. Asked for before a transaction, and only where a spelling matters: sending must not wait for
   * the numbering plans.
   */
  addresses(): Promise<AddressBook> {
    this.#addresses ??= loadAddressBook(this.parts.defaultCountry).catch((reason: unknown) => {
      this.#addresses = null;
      const options = { refused: true, cause: reason };
      throw new AdapterError('unavailable', 'the numbering plans could not be loaded', options);
    });
    return this.#addresses;
  }

  /** Another instance told something that is never stored. */
  hear(message: unknown): void {
    if (this.#isClosed) return;
    this.presence.hear(message);
    this.roll.hear(message);
  }

  /** Names one more user of this backend, unlike those of other instances. */
  newWindow(): string {
    this.#windows += 1;
    return `${this.parts.holders.me}/${this.#windows}`;
  }

  /** Something was committed, here or elsewhere. */
  look(): void {
    if (this.#isClosed) return;
    for (const subscription of this.#subscriptions) subscription.look();
    this.#dispatcher.look();
    this.#schedule.look();
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

  /** Throws everything away and fills the store again, in one transaction; subscriptions are told to start anew. */
  async reset(): Promise<void> {
    this.#mustBeOpen();
    const data = await this.parts.data();
    const addresses = await this.addresses();
    await this.parts.store.transact('write', async (tx) => {
      await clearEverything(tx);
      await fill(tx, { data, addresses, identity: this.parts.newIdentity() });
    });
    this.files.close();
    this.#announce();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#dispatcher.close();
    this.#schedule.close();
    this.presence.close();
    this.files.close();
    for (const subscription of this.#subscriptions) subscription.close();
    this.#subscriptions.clear();
    await this.parts.store.close();
  }

  #announce(): void {
    this.look();
    if (!this.#isClosed) this.parts.committed();
  }

  #mustBeOpen(): void {
    if (this.#isClosed) throw new AdapterError('unavailable', 'the backend is closed', { retry: false, refused: true });
  }

  async #transact<R>(mode: 'read' | 'write', body: (tx: EmbeddedTransaction) => Promise<R>): Promise<R> {
    await this.#ready();
    const { store } = this.parts;
    const run = (): Promise<R | typeof empty> =>
      store.transact(mode, async (tx) => ((await isFilled(tx)) ? body(tx) : empty));
    const result = await run();
    if (result !== empty) return result;
    // Somebody removed the database while it was in use.
    this.#filled = null;
    await this.#ready();
    const again = await run();
    if (again === empty) throw new AdapterError('unavailable', 'the database is removed again and again');
    return again;
  }

  /** Fills an empty store, once. A failure is tried again by the next call. */
  #ready(): Promise<void> {
    this.#mustBeOpen();
    this.#filled ??= this.#fill().catch((reason: unknown) => {
      this.#filled = null;
      throw reason;
    });
    return this.#filled;
  }

  async #fill(): Promise<void> {
    const { store } = this.parts;
    if (!(await store.transact('read', isFilled))) {
      const data = await this.parts.data();
      const addresses = await this.addresses();
      await store.transact('write', async (tx) => {
        // Another tab may have been quicker.
        if (!(await isFilled(tx))) await fill(tx, { data, addresses, identity: this.parts.newIdentity() });
      });
    }
    // What an earlier run left behind is looked at as soon as the backend is used.
    queueMicrotask(() => {
      this.#dispatcher.look();
      this.#schedule.look();
    });
  }
}

/** Stands for "there is nothing in this store". */
const empty = Symbol('empty');

async function isFilled(tx: EmbeddedTransaction): Promise<boolean> {
  return (await readSetting(tx, 'identity')) !== undefined;
}
