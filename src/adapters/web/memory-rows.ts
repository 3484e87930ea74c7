/* eslint-disable @typescript-eslint/require-await -- memory answers at once; async, so that what throws rejects */
import type { Draft, DraftFile, DraftKey, KeptFile, Lease, OutboxEntry } from '../../ports/storage.ts';
import type { JournalContent } from './draft-journal.ts';
import { foldDrafts } from './fold-drafts.ts';
import { freeLease, grantLease, leaseOf, readLease } from './lease-rules.ts';
import type { EntryChange, LoadedDrafts, QuarantinedRow, Rows } from './rows.ts';
import { draftIdText } from './draft-id.ts';
import { changeEntry } from './stored-rows.ts';

/**
 * Drafts and outbox of one page, until it closes: for browsers that give no database. The journal is read but stays, as
 * it may outlive the page where nothing else does.
 */
export class MemoryRows implements Rows {
  readonly survivesPage = false;
  readonly #drafts = new Map<string, Draft>();
  readonly #files = new Map<string, KeptFile>();
  readonly #outbox = new Map<string, OutboxEntry>();
  #lease = readLease(undefined, 0);
  #order = 0;

  async loadDrafts({ drafts }: JournalContent): Promise<LoadedDrafts> {
    const journalled = drafts.map(({ draft }) => draft);
    const fold = foldDrafts([...this.#drafts.values()], journalled, this.#outbox);
    return { drafts: fold.drafts, folded: false };
  }

  async putDraft(draft: Draft): Promise<void> {
    this.#drafts.set(draftIdText(draft.key), structuredClone(draft));
  }

  async deleteDraft(key: DraftKey): Promise<void> {
    this.#drafts.delete(draftIdText(key));
  }

  async loadDraftFiles(): Promise<readonly KeptFile[]> {
    return [...this.#files.values()];
  }

  async putDraftFile(file: DraftFile, bytes?: Blob): Promise<void> {
    const kept = bytes ?? this.#files.get(file.id)?.bytes;
    if (kept) this.#files.set(file.id, { file: structuredClone(file), bytes: kept });
  }

  async deleteDraftFile(id: string): Promise<void> {
    this.#files.delete(id);
  }

  async loadOutbox(): Promise<readonly OutboxEntry[]> {
    return [...this.#outbox.values()].sort((a, b) => a.order - b.order);
  }

  async enqueue(entry: Omit<OutboxEntry, 'order'>, draft: DraftKey | null, fileId?: string): Promise<OutboxEntry> {
    const known = this.#outbox.get(entry.clientId);
    if (known) return known;
    const added: OutboxEntry = { ...structuredClone(entry), order: this.#order + 1 };
    this.#order = added.order;
    this.#outbox.set(added.clientId, added);
    if (fileId !== undefined) this.#files.delete(fileId);
    const id = draft && draftIdText(draft);
    if (id !== null && this.#drafts.get(id)?.clientId === added.clientId) this.#drafts.delete(id);
    return added;
  }

  async updateEntry(clientId: string, change: EntryChange, fence: number | null): Promise<OutboxEntry | null> {
    const stored = this.#outbox.get(clientId);
    if (!stored || (fence !== null && fence < this.#lease.fence)) return null;
    const next = changeEntry(stored, structuredClone(change));
    this.#outbox.set(clientId, next);
    return next;
  }

  async removeEntry(clientId: string): Promise<void> {
    this.#outbox.delete(clientId);
  }

  async acquireLease(
    holder: string,
    now: number,
    durationMs: number,
    living?: ReadonlySet<string> | null,
  ): Promise<Lease | null> {
    const granted = grantLease(this.#lease, { holder, now, durationMs, living });
    if (!granted) return null;
    this.#lease = granted;
    return leaseOf(granted);
  }

  async releaseLease(lease: Lease): Promise<void> {
    this.#lease = freeLease(this.#lease, lease) ?? this.#lease;
  }

  async loadQuarantine(): Promise<readonly QuarantinedRow[]> {
    return [];
  }

  close(): void {
    this.#drafts.clear();
    this.#files.clear();
    this.#outbox.clear();
  }
}
