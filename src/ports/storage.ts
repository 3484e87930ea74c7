import type { TextBasis } from '../domain/composition.ts';
import type { Attachment, ChannelKind, Content, Failure } from '../domain/model.ts';
import type { TemplateInputs } from '../domain/template-fields.ts';

/** `durable` survives a crash · `best-effort` the browser may evict it · `none` lives until the page closes; each is shown. */
export type StorageMode = 'durable' | 'best-effort' | 'none';

/** Why storage is not durable, for the notice. */
export type StorageProblem = 'absent' | 'denied' | 'blocked' | 'newer-version' | 'corrupt' | 'quota' | 'not-persisted';

/** Reply to the customer, or a note for colleagues. Two commands, so one can never become the other. */
export type ComposerMode = 'reply' | 'note';

/** What a draft is for: a text of one of the modes, or an approved template that is being filled beside the text. */
export type DraftMode = ComposerMode | 'template';

/** What was entered into an approved template so far. */
export interface TemplateDraft {
  readonly templateId: string;
  readonly inputs: TemplateInputs;
}

/** Names one draft: per conversation, mode and channel (B12). `channel` is `null` for notes. */
export interface DraftKey {
  readonly conversationId: string;
  readonly mode: DraftMode;
  readonly channel: ChannelKind | null;
}

/** What somebody typed and has not sent. */
export interface Draft {
  readonly key: DraftKey;
  /** Made when text first becomes a message; the idempotency key of the later send. */
  readonly clientId: string;
  readonly text: string;
  readonly replyToId: string | null;
  readonly updatedAt: number;
  /** Whom the text was for when it was begun; Send asks when that has changed since. Absent for notes. */
  readonly basis?: TextBasis;
  /** Of an approved template; `text` then is how it reads so far, for lists. */
  readonly template?: TemplateDraft;
}

/** A file that waits in a draft (B10, B12). Its bytes are kept beside it. */
export interface DraftFile {
  /** UUIDv7; names the file here, and the message that carries it alone. */
  readonly id: string;
  /** The draft it belongs to. */
  readonly key: DraftKey;
  /** Order within the draft. */
  readonly position: number;
  /** Idempotency key of its upload: another one when the bytes become others. */
  readonly uploadId: string;
  readonly name: string;
  /** Found by signature, not by name. */
  readonly mimeType: string;
  readonly kind: 'image' | 'video' | 'audio' | 'document';
  readonly sizeBytes: number;
  /** Of a picture, in dots; `null` while unknown. */
  readonly width: number | null;
  readonly height: number | null;
  /** Of sound and video, ms. */
  readonly durationMs: number | null;
  readonly caption: string;
  readonly altText: string;
  /** The file as the backend has it already, as that of a quick reply: nothing is uploaded, and there are no bytes here. */
  readonly attachment?: Attachment;
}

/** A file of a draft as it is kept. */
export interface KeptFile {
  readonly file: DraftFile;
  readonly bytes: Blob;
}

/** Who and what a message is for, frozen when Send is pressed. */
export interface OutboxTarget {
  readonly conversationId: string;
  readonly recipientId: string;
  readonly recipientName: string;
  readonly channel: ChannelKind | null;
  readonly accountId: string | null;
  readonly address: string | null;
}

/** A message that is safe on this device and not yet confirmed by the backend. */
export interface OutboxEntry {
  readonly version: 1;
  readonly clientId: string;
  readonly command: 'send' | 'note';
  readonly target: OutboxTarget;
  readonly content: Content;
  readonly replyToId: string | null;
  /** Order inside the outbox: later ones never overtake within a conversation. */
  readonly order: number;
  readonly queuedAt: number;
  /** `queued` waits · `sending` an attempt left · `unknown` an attempt got no answer · `failed` needs a person. */
  readonly state: 'queued' | 'sending' | 'unknown' | 'failed';
  readonly attempts: number;
  /** When the first attempt left, epoch ms; how long the backend remembers the client id counts from here. */
  readonly attemptedAt?: number;
  /** Not before this time, epoch ms. */
  readonly notBefore: number;
  readonly failure: Failure | null;
}

/** Fence of a leader: a write with an older number than the newest handed out is refused. */
export interface Lease {
  readonly holder: string;
  readonly fence: number;
  readonly expiresAt: number;
}

/** Thrown by storage; the caller turns it into a mode and a notice. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly problem: StorageProblem;
  constructor(problem: StorageProblem, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.problem = problem;
  }
}

/**
 * Outbox and drafts, in a database of their own, keyed by tenant and agent. Each method is one transaction that is
 * committed when the promise resolves; it rejects with a {@link StorageError} and then changed nothing.
 */
export interface LocalStorage {
  readonly mode: StorageMode;
  readonly problem: StorageProblem | null;
  /** Calls back when another tab or the mode changed what is stored. */
  subscribe(listener: () => void): () => void;

  loadDrafts(): Promise<readonly Draft[]>;
  putDraft(draft: Draft): Promise<void>;
  deleteDraft(key: DraftKey): Promise<void>;
  /** Last resort in `pagehide`: synchronous, small; folded into the drafts on the next `loadDrafts`. */
  journalDraft(draft: Draft): void;

  loadDraftFiles(): Promise<readonly KeptFile[]>;
  /** Keeps a file of a draft; with `bytes` left out only what is said about it, and only if it is still there. */
  putDraftFile(file: DraftFile, bytes?: Blob): Promise<void>;
  deleteDraftFile(id: string): Promise<void>;

  loadOutbox(): Promise<readonly OutboxEntry[]>;
  /**
   * Moves a draft into the outbox in one transaction, and the file of a draft that the message carries. The same client
   * id again changes nothing. Assigns `order`.
   */
  enqueue(entry: Omit<OutboxEntry, 'order'>, draft: DraftKey | null, fileId?: string): Promise<OutboxEntry>;
  /** Changes a row if it is still there and `fence` is not outdated; returns what is stored now, `null` if refused. */
  updateEntry(
    clientId: string,
    change: Partial<Pick<OutboxEntry, 'state' | 'attempts' | 'attemptedAt' | 'notBefore' | 'failure'>>,
    fence: number | null,
  ): Promise<OutboxEntry | null>;
  /** Removes a row: the server's copy is in the store, or the agent discarded it. */
  removeEntry(clientId: string): Promise<void>;

  /**
   * Takes or renews the lease if it is free, expired at `now`, or ours. Returns `null` if another holds it. With `living`
   * a lease of a holder that is not in it counts as free: that tab is gone.
   */
  acquireLease(
    holder: string,
    now: number,
    durationMs: number,
    living?: ReadonlySet<string> | null,
  ): Promise<Lease | null>;
  releaseLease(lease: Lease): Promise<void>;
  close(): void;
}
