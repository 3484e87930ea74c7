import type { Draft, DraftFile, DraftKey, KeptFile, Lease, LocalStorage, OutboxEntry } from '../../ports/storage.ts';
import type { JournalContent } from './draft-journal.ts';

/** What may change in an outbox row. */
export type EntryChange = Parameters<LocalStorage['updateEntry']>[1];

/** The drafts, and whether the journal is safe among them, so that its lines may go. */
export interface LoadedDrafts {
  readonly drafts: readonly Draft[];
  readonly folded: boolean;
}

/** A row that could not be read, put aside for a person to look at. */
export interface QuarantinedRow {
  readonly version: 1;
  /** Where it stood. */
  readonly from: 'drafts' | 'outbox' | 'journal' | 'files';
  readonly key: unknown;
  readonly value: unknown;
  readonly at: number;
}

/** A place where drafts and outbox are kept: IndexedDB, or memory where there is none. As `LocalStorage` otherwise. */
export interface Rows {
  /** Whether rows are still there after the page was closed. */
  readonly survivesPage: boolean;
  loadDrafts(journal: JournalContent): Promise<LoadedDrafts>;
  putDraft(draft: Draft): Promise<void>;
  deleteDraft(key: DraftKey): Promise<void>;
  loadDraftFiles(): Promise<readonly KeptFile[]>;
  putDraftFile(file: DraftFile, bytes?: Blob): Promise<void>;
  deleteDraftFile(id: string): Promise<void>;
  loadOutbox(): Promise<readonly OutboxEntry[]>;
  enqueue(entry: Omit<OutboxEntry, 'order'>, draft: DraftKey | null, fileId?: string): Promise<OutboxEntry>;
  updateEntry(clientId: string, change: EntryChange, fence: number | null): Promise<OutboxEntry | null>;
  removeEntry(clientId: string): Promise<void>;
  acquireLease(
    holder: string,
    now: number,
    durationMs: number,
    living?: ReadonlySet<string> | null,
  ): Promise<Lease | null>;
  releaseLease(lease: Lease): Promise<void>;
  loadQuarantine(): Promise<readonly QuarantinedRow[]>;
  close(): void;
}
