import type { Clock } from '../../ports/clock.ts';
import type { LocalStorage, OutboxEntry } from '../../ports/storage.ts';
import type { ClientStore } from '../../store/client-store.ts';
import type { Log } from '../context.ts';
import { needsPerson } from './next-entries.ts';
import { nothing } from '../../store/nothing.ts';

/** How many confirmed client ids are remembered, in case a row could not be removed from storage at once. */
const rememberedIds = 1_000;

/** How long until a row that could not be removed is removed again. */
const cleanAgainMs = 2_000;

/** After so many readings of storage in vain what is known must do. */
const patientReads = 3;

/** What a mirror stands between. */
export interface OutboxMirrorOptions {
  readonly storage: LocalStorage;
  readonly store: ClientStore;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * The outbox as this tab knows it, in order. A row leaves it in the same moment as the backend's copy with the same
 * client id enters the store, and by nothing else but a person's discard.
 */
export class OutboxMirror {
  readonly #options: OutboxMirrorOptions;
  readonly #entries = new Map<string, OutboxEntry>();
  readonly #stopWatching = new Map<string, () => void>();
  readonly #confirmed = new Set<string>();
  readonly #unsubscribe: () => void;
  #cancelCleaning = nothing;
  #revision = 0;
  #loading: Promise<void> | null = null;
  #isClosed = false;
  /** How often in a row storage could not be read. */
  #failures = 0;
  /** Called after each change. */
  onChange = nothing;

  constructor(options: OutboxMirrorOptions) {
    this.#options = options;
    this.#unsubscribe = options.storage.subscribe(() => void this.reload());
  }

  get(clientId: string): OutboxEntry | undefined {
    return this.#entries.get(clientId);
  }

  /** All entries in the order in which they were queued. */
  get entries(): readonly OutboxEntry[] {
    return [...this.#entries.values()].sort((a, b) => a.order - b.order);
  }

  /** Entries waiting for the backend, and entries waiting for a person; of one conversation or all. */
  counts(conversationId?: string): { pending: number; failed: number } {
    let pending = 0;
    let failed = 0;
    for (const entry of this.#entries.values()) {
      if (conversationId !== undefined && entry.target.conversationId !== conversationId) continue;
      if (needsPerson(entry)) failed += 1;
      else pending += 1;
    }
    return { pending, failed };
  }

  /**
   * Whether everything that any tab queued until now is known here, so that the order holds across tabs. Reads storage
   * if it must; a storage that cannot be read for long does not hold up what is known.
   */
  async isComplete(): Promise<boolean> {
    if (this.#loading) await this.#loading;
    else if (this.#failures > 0) await this.reload();
    return this.#failures === 0 || this.#failures > patientReads;
  }

  /** Reads storage again; what this tab changed meanwhile wins. Never rejects. */
  reload(): Promise<void> {
    // A read under way may have begun before what is news now: it must begin again.
    this.#revision += 1;
    this.#loading ??= this.#load();
    return this.#loading;
  }

  /** Takes an entry as storage returned it. */
  set(entry: OutboxEntry): void {
    this.#revision += 1;
    this.#insert(entry);
    this.#changed(entry.target.conversationId);
  }

  /** Takes an entry out here and in storage, after a person's discard. */
  async remove(clientId: string): Promise<void> {
    await this.#options.storage.removeEntry(clientId);
    this.#drop(clientId);
  }

  close(): void {
    this.#isClosed = true;
    this.#cancelCleaning();
    this.#unsubscribe();
    for (const stop of this.#stopWatching.values()) stop();
  }

  async #load(): Promise<void> {
    const { storage, log } = this.#options;
    let revision: number;
    let stored: readonly OutboxEntry[];
    try {
      do {
        revision = this.#revision;
        stored = await storage.loadOutbox();
      } while (revision !== this.#revision);
      this.#failures = 0;
    } catch (error) {
      this.#loading = null;
      this.#failures += 1;
      log('warn', `outbox cannot be read: ${String(error)}`);
      return;
    }
    // In the same moment as the last look at the revision: whoever asks from now on gets a reading of its own.
    this.#loading = null;
    if (!this.#isClosed) this.#replaceAll(stored);
  }

  #replaceAll(stored: readonly OutboxEntry[]): void {
    const ids = new Set(stored.map(({ clientId }) => clientId));
    const touched = new Set<string>();
    for (const { clientId, target } of this.#entries.values())
      if (!ids.has(clientId)) {
        touched.add(target.conversationId);
        this.#forget(clientId);
      }
    for (const entry of stored) {
      if (JSON.stringify(entry) === JSON.stringify(this.#entries.get(entry.clientId))) continue;
      this.#insert(entry);
      touched.add(entry.target.conversationId);
    }
    this.#changed(...touched);
  }

  #insert(entry: OutboxEntry): void {
    const { clientId } = entry;
    const { store } = this.#options;
    if (this.#confirmed.has(clientId) || store.messageByClientId(clientId)) {
      this.#confirm(clientId);
      return;
    }
    this.#entries.set(clientId, entry);
    if (this.#stopWatching.has(clientId)) return;
    const stop = store.topics.subscribe(`sent/${clientId}`, () => this.#confirm(clientId));
    this.#stopWatching.set(clientId, stop);
  }

  /** The backend's copy is in the store. */
  #confirm(clientId: string): void {
    this.#confirmed.add(clientId);
    if (this.#confirmed.size > rememberedIds) this.#confirmed.delete(first(this.#confirmed) ?? clientId);
    this.#drop(clientId);
    const { clock, log, storage } = this.#options;
    storage.removeEntry(clientId).catch((error: unknown) => {
      log('warn', `a sent message stays in the outbox for now: ${String(error)}`);
      this.#cancelCleaning();
      if (!this.#isClosed) this.#cancelCleaning = clock.after(cleanAgainMs, () => void this.reload());
    });
  }

  #drop(clientId: string): void {
    const entry = this.#entries.get(clientId);
    this.#revision += 1;
    this.#forget(clientId);
    if (entry) this.#changed(entry.target.conversationId);
  }

  #forget(clientId: string): void {
    this.#entries.delete(clientId);
    this.#stopWatching.get(clientId)?.();
    this.#stopWatching.delete(clientId);
  }

  #changed(...conversationIds: string[]): void {
    const { store } = this.#options;
    const { topics } = store;
    topics.batch(() => {
      for (const id of conversationIds) {
        topics.touch(`outbox/${id}`);
        store.refreshRow(id);
      }
      if (conversationIds.length > 0) topics.touch('outbox');
    });
    if (conversationIds.length > 0) this.onChange();
  }
}

function first<T>(values: Iterable<T>): T | undefined {
  for (const value of values) return value;
  return undefined;
}
