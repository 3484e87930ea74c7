import type { Clock } from '../../ports/clock.ts';
import type {
  Draft,
  DraftFile,
  DraftKey,
  KeptFile,
  Lease,
  LocalStorage,
  OutboxEntry,
  StorageMode,
  StorageProblem,
} from '../../ports/storage.ts';
import { StorageError } from '../../ports/storage.ts';
import type { StoragePersistence } from './browser-features.ts';
import type { DraftJournal } from './draft-journal.ts';
import { isSent } from './fold-drafts.ts';
import { Listeners } from './listeners.ts';
import { MemoryRows } from './memory-rows.ts';
import type { EntryChange, QuarantinedRow, Rows } from './rows.ts';
import { ConnectionLost, toStorageError } from './storage-errors.ts';
import { assertDraft, assertDraftFile, assertEntry } from './stored-rows.ts';

/** How long opening waits to hear whether the browser may evict; a late answer still changes the mode. */
const persistenceTimeoutMs = 1_000;

/** Storage of this browser; what the port does not know of. */
export interface BrowserLocalStorage extends LocalStorage {
  /**
   * Asks the browser never to evict what is stored. It may ask the person, so call it from something they pressed.
   * Resolves with whether it is durable now.
   */
  requestDurable(): Promise<boolean>;
  /** Rows that could not be read and were put aside, for a person to look at. */
  loadQuarantine(): Promise<readonly QuarantinedRow[]>;
}

/** What rows tell the storage they are opened for. */
export interface StorageEvents {
  readonly changed: () => void;
  readonly corrupt: () => void;
  readonly lost: () => void;
}

/** What opening the rows came to. */
export type OpenedRows =
  { readonly state: 'open'; readonly rows: Rows } | { readonly state: 'failed'; readonly problem: StorageProblem };

/** What {@link BrowserStorage} is made of. */
export interface StorageParts {
  readonly openRows: (events: StorageEvents) => Promise<OpenedRows>;
  readonly journal: DraftJournal;
  readonly persistence: StoragePersistence | null;
  readonly clock: Clock;
  /** To the other tabs; `null` where there is no way. */
  readonly channel: BroadcastChannel | null;
}

/**
 * Rows, journal and news from other tabs as one storage. When the browser takes the database away it is opened again;
 * if that fails, the calls under way are refused and later ones go to memory, in mode `none`: nobody is told that
 * something is safe when it is not.
 */
export class BrowserStorage implements BrowserLocalStorage {
  readonly #parts: StorageParts;
  readonly #listeners = new Listeners();
  /** A promise, so that calls begin in the order in which they were made, also over a lost connection. */
  #rows: Promise<Rows>;
  #unavailable: StorageProblem | null = null;
  #isPersisted = false;
  #isFull = false;
  #hasCorrupt = false;
  #isClosed = false;

  constructor(parts: StorageParts) {
    this.#parts = parts;
    parts.channel?.addEventListener('message', this.#hearOtherTab);
    this.#rows = this.#open();
  }

  get mode(): StorageMode {
    if (this.#unavailable) return 'none';
    return this.#isPersisted ? 'durable' : 'best-effort';
  }

  get problem(): StorageProblem | null {
    if (this.#unavailable) return this.#unavailable;
    if (this.#isFull) return 'quota';
    if (this.#hasCorrupt) return 'corrupt';
    return this.#isPersisted ? null : 'not-persisted';
  }

  /** Resolves when mode and problem are known. */
  async ready(): Promise<this> {
    const { persistence, clock } = this.#parts;
    const persisted = ask(() => persistence?.persisted()).then((isPersisted) => {
      if (isPersisted) this.#becomeDurable();
    });
    await this.#rows;
    await settledWithin(persisted, persistenceTimeoutMs, clock);
    return this;
  }

  subscribe(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  async requestDurable(): Promise<boolean> {
    const { persistence } = this.#parts;
    if (!this.#isPersisted && (await ask(() => persistence?.persist?.()))) this.#becomeDurable();
    return this.mode === 'durable';
  }

  loadDrafts(): Promise<readonly Draft[]> {
    return this.#run(async (rows) => {
      const journal = this.#parts.journal.read();
      const { drafts, folded } = await rows.loadDrafts(journal);
      if (folded) this.#parts.journal.forget([...journal.drafts, ...journal.broken]);
      return drafts;
    });
  }

  async putDraft(draft: Draft): Promise<void> {
    assertDraft(draft);
    await this.#keep(async (rows) => {
      await rows.putDraft(draft);
      const line = this.#parts.journal.peek(draft.key);
      if (line && rows.survivesPage && line.draft.updatedAt <= draft.updatedAt) this.#parts.journal.forget([line]);
    });
  }

  deleteDraft(key: DraftKey): Promise<void> {
    return this.#run(async (rows) => {
      const line = this.#parts.journal.peek(key);
      await rows.deleteDraft(key);
      if (line) this.#parts.journal.forget([line]);
    });
  }

  journalDraft(draft: Draft): void {
    if (!this.#isClosed) this.#parts.journal.write(draft);
  }

  loadDraftFiles(): Promise<readonly KeptFile[]> {
    return this.#run((rows) => rows.loadDraftFiles());
  }

  async putDraftFile(file: DraftFile, bytes?: Blob): Promise<void> {
    assertDraftFile(file);
    await this.#keep((rows) => rows.putDraftFile(file, bytes));
  }

  deleteDraftFile(id: string): Promise<void> {
    return this.#run((rows) => rows.deleteDraftFile(id));
  }

  loadOutbox(): Promise<readonly OutboxEntry[]> {
    return this.#run((rows) => rows.loadOutbox());
  }

  async enqueue(entry: Omit<OutboxEntry, 'order'>, draft: DraftKey | null, fileId?: string): Promise<OutboxEntry> {
    assertEntry(entry);
    return await this.#keep(async (rows) => {
      const stored = await rows.enqueue(entry, draft, fileId);
      const line = draft && this.#parts.journal.peek(draft);
      if (line && isSent(line.draft, stored)) this.#parts.journal.forget([line]);
      return stored;
    });
  }

  updateEntry(clientId: string, change: EntryChange, fence: number | null): Promise<OutboxEntry | null> {
    return this.#run((rows) => rows.updateEntry(clientId, change, fence));
  }

  removeEntry(clientId: string): Promise<void> {
    return this.#run((rows) => rows.removeEntry(clientId));
  }

  acquireLease(
    holder: string,
    now: number,
    durationMs: number,
    living?: ReadonlySet<string> | null,
  ): Promise<Lease | null> {
    return this.#run((rows) => rows.acquireLease(holder, now, durationMs, living));
  }

  releaseLease(lease: Lease): Promise<void> {
    return this.#run((rows) => rows.releaseLease(lease));
  }

  loadQuarantine(): Promise<readonly QuarantinedRow[]> {
    return this.#run((rows) => rows.loadQuarantine());
  }

  close(): void {
    this.#isClosed = true;
    this.#parts.channel?.removeEventListener('message', this.#hearOtherTab);
    this.#parts.channel?.close();
    this.#listeners.clear();
    void this.#rows.then((rows) => rows.close());
  }

  readonly #hearOtherTab = (): void => this.#listeners.tell();

  #open(): Promise<Rows> {
    const opened: Promise<Rows> = this.#parts
      .openRows({
        changed: () => this.#tellOtherTabs(),
        corrupt: () => this.#note(() => (this.#hasCorrupt = true)),
        lost: () => this.#reopen(opened),
      })
      .then((result) => (result.state === 'open' ? result.rows : this.#doWithout(result.problem)));
    return opened;
  }

  /** Opens again, unless that was done since. */
  #reopen(lost: Promise<Rows>): void {
    if (this.#rows === lost && !this.#isClosed) this.#rows = this.#open();
  }

  #doWithout(problem: StorageProblem): Rows {
    this.#note(() => (this.#unavailable = problem));
    return new MemoryRows();
  }

  #becomeDurable(): void {
    this.#note(() => (this.#isPersisted = true));
  }

  /** Changes something of the mode and tells about it if that shows. */
  #note(change: () => void): void {
    const { mode, problem } = this;
    change();
    if (this.mode !== mode || this.problem !== problem) this.#listeners.tell();
  }

  #tellOtherTabs(): void {
    if (!this.#isClosed) this.#parts.channel?.postMessage('changed');
  }

  /** Runs a call that stores somebody's text, and notes whether there was room for it. */
  async #keep<T>(work: (rows: Rows) => Promise<T>): Promise<T> {
    try {
      const result = await this.#run(work);
      this.#note(() => (this.#isFull = false));
      return result;
    } catch (reason) {
      if (reason instanceof StorageError && reason.problem === 'quota') this.#note(() => (this.#isFull = true));
      throw reason;
    }
  }

  async #run<T>(work: (rows: Rows) => Promise<T>): Promise<T> {
    if (this.#isClosed) throw new StorageError('absent', 'storage is closed');
    const opened = this.#rows;
    const hadDatabase = this.#unavailable === null;
    const begin = async (): Promise<T> => {
      const rows = await this.#rows;
      if (hadDatabase && this.#unavailable) throw new StorageError(this.#unavailable, 'the database went away');
      return await work(rows);
    };
    try {
      return await begin();
    } catch (reason) {
      if (!(reason instanceof ConnectionLost)) throw toStorageError(reason);
      this.#reopen(opened);
    }
    try {
      return await begin();
    } catch (reason) {
      throw toStorageError(reason);
    }
  }
}

/** Asks the browser about eviction; anything but a clear yes is a no. */
async function ask(question: () => Promise<boolean> | undefined): Promise<boolean> {
  try {
    return (await question()) === true;
  } catch {
    return false;
  }
}

/** Waits for a promise that never rejects, but not for ever. */
function settledWithin(promise: Promise<void>, timeoutMs: number, clock: Clock): Promise<void> {
  return new Promise((resolve) => {
    const stop = clock.after(timeoutMs, resolve);
    void promise.then(() => {
      stop();
      resolve();
    });
  });
}
