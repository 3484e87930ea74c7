import type { Clock } from '../../ports/clock.ts';
import type { Draft, DraftFile, DraftKey, KeptFile, Lease, OutboxEntry } from '../../ports/storage.ts';
import { StorageError } from '../../ports/storage.ts';
import { draftId } from './draft-id.ts';
import type { JournalContent } from './draft-journal.ts';
import type { DraftFold } from './fold-drafts.ts';
import { foldDrafts } from './fold-drafts.ts';
import { freeLease, grantLease, leaseOf, readLease } from './lease-rules.ts';
import type { OutboxDatabase, OutboxTransaction } from './outbox-database.ts';
import { transact } from './outbox-database.ts';
import { ConnectionLost } from './storage-errors.ts';
import type { RowStore } from './quarantine.ts';
import { loadRows, putAside, quarantineRows, readQuarantine } from './quarantine.ts';
import type { EntryChange, LoadedDrafts, QuarantinedRow, Rows } from './rows.ts';
import { changeEntry, readDraft, readDraftFile, readEntry, storeDraft, storeDraftFile } from './stored-rows.ts';

type Writing = OutboxTransaction<'readwrite'>;

/** What the rows need, and what they tell while they are used. */
export interface RowsContext {
  readonly clock: Clock;
  /** Something was committed that other tabs show. */
  readonly changed: () => void;
  /** A row could not be read. */
  readonly corrupt: () => void;
}

/** Drafts and outbox in IndexedDB. Each method is one strict transaction. */
export class IndexedDbRows implements Rows {
  readonly survivesPage = true;
  readonly #database: OutboxDatabase;
  readonly #context: RowsContext;

  constructor(database: OutboxDatabase, context: RowsContext) {
    this.#database = database;
    this.#context = context;
  }

  async loadDrafts(journal: JournalContent): Promise<LoadedDrafts> {
    const stored = await this.#load('drafts', readDraft);
    if (journal.drafts.length === 0 && journal.broken.length === 0) return { drafts: stored, folded: true };
    if (journal.broken.length > 0) this.#context.corrupt();
    try {
      const { drafts, puts, deletes } = await this.#write((transaction) => this.#fold(transaction, journal));
      if (puts.length > 0 || deletes.length > 0) this.#context.changed();
      return { drafts, folded: true };
    } catch (reason) {
      // Reading must not fail because there is no room to write: the journal stays where it is.
      if (!(reason instanceof StorageError)) throw reason;
      const { drafts } = foldDrafts(stored, journalled(journal), byClientId(await this.loadOutbox()));
      return { drafts, folded: false };
    }
  }

  async putDraft(draft: Draft): Promise<void> {
    const id = draftId(draft.key);
    await this.#write(async (transaction) => {
      await this.#readOrPutAside(transaction, { store: 'drafts', key: id }, readDraft);
      await transaction.objectStore('drafts').put(storeDraft(draft), id);
    });
    this.#context.changed();
  }

  async deleteDraft(key: DraftKey): Promise<void> {
    const deleted = await this.#write(async (transaction) => {
      const drafts = transaction.objectStore('drafts');
      if ((await drafts.getKey(draftId(key))) === undefined) return false;
      await drafts.delete(draftId(key));
      return true;
    });
    if (deleted) this.#context.changed();
  }

  async loadDraftFiles(): Promise<readonly KeptFile[]> {
    const files = await this.#load('files', readDraftFile);
    const kept: KeptFile[] = [];
    // One by one: a browser that lost the bytes of one file gives back the others.
    for (const file of files) {
      const bytes = await this.#bytesOf(file.id);
      if (bytes) kept.push({ file, bytes });
    }
    return kept;
  }

  async putDraftFile(file: DraftFile, bytes?: Blob): Promise<void> {
    await this.#write(async (transaction) => {
      const files = transaction.objectStore('files');
      // Sent or removed meanwhile, perhaps in another tab: it does not come back.
      if (!bytes && (await files.getKey(file.id)) === undefined) return;
      await files.put(storeDraftFile(file), file.id);
      if (bytes) await transaction.objectStore('fileBytes').put(bytes, file.id);
    });
    this.#context.changed();
  }

  async deleteDraftFile(id: string): Promise<void> {
    await this.#write((transaction) => removeFile(transaction, id));
    this.#context.changed();
  }

  async loadOutbox(): Promise<readonly OutboxEntry[]> {
    const entries = await this.#load('outbox', readEntry);
    return [...entries].sort((a, b) => a.order - b.order);
  }

  async enqueue(entry: Omit<OutboxEntry, 'order'>, draft: DraftKey | null, fileId?: string): Promise<OutboxEntry> {
    const { stored, added } = await this.#write(async (transaction) => {
      const known = await this.#readOrPutAside(transaction, { store: 'outbox', key: entry.clientId }, readEntry);
      if (known) return { stored: known, added: false };
      const stored: OutboxEntry = { ...entry, order: await nextOrder(transaction) };
      await transaction.objectStore('outbox').add(stored, entry.clientId);
      if (draft) await removeSentDraft(transaction, draft, entry.clientId);
      if (fileId !== undefined) await removeFile(transaction, fileId);
      return { stored, added: true };
    });
    if (added) this.#context.changed();
    return stored;
  }

  async updateEntry(clientId: string, change: EntryChange, fence: number | null): Promise<OutboxEntry | null> {
    const changed = await this.#write(async (transaction) => {
      const stored = readEntry(await transaction.objectStore('outbox').get(clientId));
      if (!stored) return null;
      if (fence !== null && fence < (await this.#lease(transaction)).fence) return null;
      const next = changeEntry(stored, change);
      await transaction.objectStore('outbox').put(next, clientId);
      return next;
    });
    if (changed) this.#context.changed();
    return changed;
  }

  async removeEntry(clientId: string): Promise<void> {
    const removed = await this.#write(async (transaction) => {
      const outbox = transaction.objectStore('outbox');
      if ((await outbox.getKey(clientId)) === undefined) return false;
      await outbox.delete(clientId);
      return true;
    });
    if (removed) this.#context.changed();
  }

  async acquireLease(
    holder: string,
    now: number,
    durationMs: number,
    living?: ReadonlySet<string> | null,
  ): Promise<Lease | null> {
    return await this.#write(async (transaction) => {
      const granted = grantLease(await this.#lease(transaction), { holder, now, durationMs, living });
      if (!granted) return null;
      await transaction.objectStore('meta').put(granted, 'lease');
      return leaseOf(granted);
    });
  }

  async releaseLease(lease: Lease): Promise<void> {
    await this.#write(async (transaction) => {
      const freed = freeLease(await this.#lease(transaction), lease);
      if (freed) await transaction.objectStore('meta').put(freed, 'lease');
    });
  }

  async loadQuarantine(): Promise<readonly QuarantinedRow[]> {
    return await readQuarantine(this.#database);
  }

  close(): void {
    this.#database.close();
  }

  async #bytesOf(id: string): Promise<Blob | null> {
    try {
      const stored = await transact(this.#database, 'readonly', (transaction) =>
        transaction.objectStore('fileBytes').get(id),
      );
      return stored instanceof Blob ? stored : null;
    } catch (reason) {
      if (reason instanceof ConnectionLost) throw reason;
      return null;
    }
  }

  #write<T>(work: (transaction: Writing) => Promise<T>): Promise<T> {
    return transact(this.#database, 'readwrite', work);
  }

  async #load<T>(store: RowStore, read: (row: unknown) => T | null): Promise<readonly T[]> {
    const { rows, corrupt, unreadable } = await loadRows(this.#database, store, read);
    if (corrupt.length > 0 || unreadable > 0) this.#context.corrupt();
    if (corrupt.length > 0) {
      const found = { store, keys: corrupt, at: this.#context.clock.now() };
      // Without room to move it a bad row stays, and is found again.
      await quarantineRows(this.#database, found, read).catch(() => undefined);
    }
    return rows;
  }

  async #fold(transaction: Writing, journal: JournalContent): Promise<DraftFold> {
    const drafts = transaction.objectStore('drafts');
    const stored = readable(await drafts.getAll(), readDraft);
    const sent = readable(await transaction.objectStore('outbox').getAll(), readEntry);
    const fold = foldDrafts(stored, journalled(journal), byClientId(sent));
    for (const draft of fold.puts) await drafts.put(storeDraft(draft), draftId(draft.key));
    for (const key of fold.deletes) await drafts.delete(draftId(key));
    const at = this.#context.clock.now();
    for (const { name, line } of journal.broken)
      await putAside(transaction, { version: 1, from: 'journal', key: name, value: line, at });
    return fold;
  }

  /** The row at a key. A corrupt one is put aside first: it must neither be overwritten nor swallow what comes. */
  async #readOrPutAside<T>(
    transaction: Writing,
    { store, key }: { readonly store: RowStore; readonly key: string | string[] },
    read: (row: unknown) => T | null,
  ): Promise<T | null> {
    const rows = transaction.objectStore(store);
    const value: unknown = await rows.get(key);
    const row = read(value);
    if (value === undefined || row !== null) return row;
    await putAside(transaction, { version: 1, from: store, key, value, at: this.#context.clock.now() });
    await rows.delete(key);
    this.#context.corrupt();
    return null;
  }

  async #lease(transaction: Writing): Promise<ReturnType<typeof readLease>> {
    return readLease(await transaction.objectStore('meta').get('lease'), this.#context.clock.now());
  }
}

/** The counter row of the outbox, moved on by one. Should it be lost, the rows that are there say how far it had got. */
async function nextOrder(transaction: Writing): Promise<number> {
  const meta = transaction.objectStore('meta');
  const stored: unknown = await meta.get('order');
  const entries = Number.isSafeInteger(stored)
    ? []
    : readable(await transaction.objectStore('outbox').getAll(), readEntry);
  const last = Number.isSafeInteger(stored) ? Number(stored) : Math.max(0, ...entries.map(({ order }) => order));
  await meta.put(last + 1, 'order');
  return last + 1;
}

/** A draft with another client id is another text, typed in another tab meanwhile. It stays. */
async function removeSentDraft(transaction: Writing, key: DraftKey, clientId: string): Promise<void> {
  const drafts = transaction.objectStore('drafts');
  const stored = readDraft(await drafts.get(draftId(key)));
  if (stored?.clientId === clientId) await drafts.delete(draftId(key));
}

async function removeFile(transaction: Writing, id: string): Promise<void> {
  await transaction.objectStore('files').delete(id);
  await transaction.objectStore('fileBytes').delete(id);
}

function readable<T>(values: readonly unknown[], read: (row: unknown) => T | null): T[] {
  return values.map(read).filter((row) => row !== null);
}

function journalled({ drafts }: JournalContent): readonly Draft[] {
  return drafts.map(({ draft }) => draft);
}

function byClientId(entries: readonly OutboxEntry[]): ReadonlyMap<string, OutboxEntry> {
  return new Map(entries.map((entry) => [entry.clientId, entry]));
}
