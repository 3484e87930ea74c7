import type { CoWorkerLoad } from '../domain/co-worker-load.ts';
import type { TextBasis } from '../domain/composition.ts';
import type { InboxTab } from '../domain/inbox-tabs.ts';
import type {
  Attachment,
  Branch,
  ChannelKind,
  Content,
  Conversation,
  ConversationTemplate,
  CoWorker,
  Mention,
  Message,
  Recipient,
} from '../domain/model.ts';
import type { ConversationQuery, ConversationScope, MessageQuery } from '../domain/queries.ts';
import type { BackendSession, ConversationChange, LinkState, MessagingAdapter, OpenRequest } from '../ports/adapter.ts';
import type { AdapterError, AdapterErrorCode } from '../ports/adapter-error.ts';
import type { Clock } from '../ports/clock.ts';
import type { MessageSearch } from '../ports/parts/search.ts';
import type { CountsPart } from '../ports/parts/counts.ts';
import type {
  Draft,
  DraftFile,
  DraftKey,
  OutboxEntry,
  StorageMode,
  StorageProblem,
  TemplateDraft,
} from '../ports/storage.ts';
import type { BlockList } from '../store/block-list.ts';

/** Something that can be read now and watched. Snapshots are immutable: a new object exactly when something changed. */
export interface Readable<T> {
  readonly value: T;
  /** Calls back after each change, never while subscribing. Returns what stops it. */
  subscribe(listener: () => void): () => void;
}

/** A readable that costs something while it is open. */
export interface OpenReadable<T> extends Readable<T> {
  /** Ends requests and listeners; safe to call twice. */
  dispose(): void;
}

/** How a listing is doing. `error` keeps what was loaded before. */
export type LoadState = 'idle' | 'loading' | 'error';

/** The session as a whole. */
export interface SessionStatus {
  /** `starting` until `connect` answered; `ready` even when later offline; `failed` when it cannot start; `closed`. */
  readonly phase: 'starting' | 'ready' | 'failed' | 'closed';
  readonly backend: BackendSession | null;
  readonly link: LinkState;
  /** Since when the link is down or the device without a network, epoch ms of the device. */
  readonly offlineSince: number | null;
  /** `not-loaded`: the code that stores and sends could not be loaded; it is tried again. */
  readonly storage: { readonly mode: StorageMode; readonly problem: StorageProblem | 'not-loaded' | null };
  /** Waiting, on their way or unanswered; and those that need a person. */
  readonly outbox: { readonly pending: number; readonly failed: number };
  readonly error: AdapterError | null;
  /** Whether the agent's sign-in ran out: the queue waits, nothing failed. */
  readonly needsSignIn: boolean;
}

/** One row of a timeline: the server's message, or one that is still on its way from this device. */
export type TimelineEntry =
  | { readonly key: string; readonly source: 'server'; readonly message: Message }
  | { readonly key: string; readonly source: 'outbox'; readonly entry: OutboxEntry; readonly message: Message };

/** What a timeline shows. Entries are oldest first; `key` is stable when an outbox row becomes a server message. */
export interface TimelineSnapshot {
  /** As an array; made when somebody asks for it. */
  readonly entries: readonly TimelineEntry[];
  /** The same entries in blocks: what did not change is shared with the snapshot before, whatever the length. */
  readonly list: BlockList<TimelineEntry>;
  /** Those of the entries that only this device has. */
  readonly unsent: readonly TimelineEntry[];
  readonly state: LoadState;
  readonly error: AdapterError | null;
  /** Whether older messages exist that are not loaded. */
  readonly hasOlder: boolean;
  readonly loadingOlder: boolean;
  /** Keys of the entries before which messages are missing: somebody jumped there. */
  readonly gaps: readonly string[];
  /** Whether the end of the history is loaded. */
  readonly atEnd: boolean;
  /** Whether the first load has finished. */
  readonly loaded: boolean;
}

/** A timeline being watched. */
export interface TimelineHandle extends OpenReadable<TimelineSnapshot> {
  /** Loads the page before the oldest; resolves when it is in the snapshot or failed. */
  loadOlder(): Promise<void>;
  /** A message by its id, where it is loaded. */
  find(messageId: string): Message | null;
  /**
   * Loads the messages around one, or the beginning of the history for `null`; resolves with whether that is in the snapshot
   * then.
   */
  loadAround(messageId: string | null): Promise<boolean>;
  /** Loads more of what is missing before an entry: next to it (`newer`), or next to what is loaded before (`older`). */
  fillGap(beforeKey: string, side: 'older' | 'newer'): Promise<void>;
  /** Says which message its reader looks at, so that it is there again when everything had to be read anew. */
  hold(messageId: string | null): void;
  /** Tries again after an error. */
  reload(): Promise<void>;
}

/** One row of the inbox with what only this device knows. */
export interface ConversationRow {
  readonly conversation: Conversation;
  /** Text of the newest draft, `null` if none. */
  readonly draftText: string | null;
  /** Messages of this conversation that need a person: failed here, or failed at the provider. */
  readonly failedCount: number;
  readonly pendingCount: number;
}

/** What a list shows. */
export interface ListSnapshot {
  readonly query: ConversationQuery;
  readonly rows: readonly ConversationRow[];
  readonly state: LoadState;
  readonly error: AdapterError | null;
  readonly hasMore: boolean;
  readonly total: number | null;
  readonly loaded: boolean;
  /** How many more answer the question but are put aside; `null` unless it leaves those out, and while nobody knows. */
  readonly asleep: number | null;
}

/** A list being watched: its rows stay true as the feed brings changes. */
export interface ListHandle extends OpenReadable<ListSnapshot> {
  loadMore(): Promise<void>;
  reload(): Promise<void>;
  /** Another question; the old rows stay until the new ones are there. */
  setQuery(query: ConversationQuery): void;
}

/** How many conversations stand in each tab of the inbox (C6); `null` where the backend cannot count. */
export type TabTotals = Readonly<Record<InboxTab, number | null>>;

/** What became of an assignment (D1). */
export interface Assignment {
  /** `lost`: somebody else was quicker, and `conversation` says who. */
  readonly outcome: 'done' | 'lost';
  /** The conversation as it is now. */
  readonly conversation: Conversation;
}

/** What became of archiving (D7). */
export interface Archiving {
  /** `wrote`: nothing was changed, as the customer wrote since the agent looked. */
  readonly outcome: 'done' | 'wrote';
  /** The conversation as it is now. */
  readonly conversation: Conversation;
}

/** A draft being edited. */
export interface DraftHandle extends OpenReadable<Draft | null> {
  /**
   * Keeps the text: in memory at once, in storage within half a second. Empty text removes the draft. `basis` says whom
   * it is for; the draft keeps the one it was begun with.
   */
  setText(text: string, basis?: TextBasis): void;
  /** Keeps an approved template that is being filled; `text` is how it reads so far, never empty. */
  setTemplate(text: string, template: TemplateDraft, basis?: TextBasis): void;
  setReplyTo(messageId: string | null): void;
  /** Writes what is not yet stored; synchronously to the journal when `leaving`. */
  flush(leaving?: 'leaving'): Promise<void>;
}

/** How many answer each of some questions, in their order; `null` where the backend cannot count. */
export type Tallies = readonly (number | null)[];

/** Whose load, measured against what (E7). */
export type LoadRequest = Parameters<CountsPart['listLoad']>[0];

/** How far the upload of a draft's file is. */
export interface FileUpload {
  /** `idle` nobody asked for it yet · `waiting` for its turn, the network or another attempt. */
  readonly state: 'idle' | 'waiting' | 'running' | 'paused' | 'done' | 'failed';
  readonly sentBytes: number;
  /** Why it waits or failed. */
  readonly error: AdapterErrorCode | null;
  /** The file as messages carry it, once it is `done`. */
  readonly attachment: Attachment | null;
}

/** A file that waits in a draft. A new object exactly when something of it changed. */
export interface WaitingFile {
  readonly file: DraftFile;
  readonly bytes: Blob;
  /** Whether it is still there after the page was closed; `false` where there is no room for it. */
  readonly isKept: boolean;
  readonly upload: FileUpload;
}

/** A file to be added to a draft: what was found out about it, and its bytes. */
export interface FileFacts extends Pick<
  DraftFile,
  'name' | 'mimeType' | 'kind' | 'width' | 'height' | 'durationMs' | 'caption' | 'altText' | 'attachment'
> {
  /** Empty for a file that the backend has. */
  readonly bytes: Blob;
}

/** The files of all drafts (B10, B12), in the order in which they are sent. */
export interface DraftFiles {
  list(key: DraftKey): readonly WaitingFile[];
  /** Calls back after each change of any of them. Returns what stops it. */
  subscribe(listener: () => void): () => void;
  add(key: DraftKey, files: readonly FileFacts[]): void;
  /** Adds what is still being made, e.g. the end of a recording; `null` when it came to nothing. Closing waits for it. */
  addSoon(key: DraftKey, coming: Promise<FileFacts | null>): void;
  /** Adds a file that a message carried: the backend has its bytes. Resolves when it is stored, or cannot be. */
  addSent(key: DraftKey, attachment: Attachment, caption: string | null): Promise<void>;
  change(id: string, change: Partial<Pick<DraftFile, 'caption' | 'altText' | 'position'>>): void;
  /** Other bytes in its place, e.g. a smaller picture: they are uploaded anew. */
  replace(id: string, facts: Omit<FileFacts, 'caption' | 'altText'>): void;
  /** Everything of one draft goes behind what is in another. */
  move(from: DraftKey, to: DraftKey): void;
  /** Begins, resumes or tries again. */
  upload(id: string): void;
  pause(id: string): void;
  remove(id: string): void;
  /** A message carries the file now, e.g. one that the backend sends later. */
  sent(id: string): void;
}

/** What the agent pressed Send on. Recipient, channel and sender are frozen here. */
export interface SendRequest {
  readonly conversationId: string;
  readonly channel: ChannelKind;
  readonly accountId: string | null;
  readonly content: Content;
  readonly replyToId: string | null;
  /** The draft this came from; it moves into the outbox in the same transaction. */
  readonly draft: DraftKey | null;
  /** Until then it waits on this device and can be taken back, epoch ms of the device (B16). Not where nothing can be stored. */
  readonly notBefore?: number;
  /** A file of a draft that the message carries: it leaves the draft in the same transaction. */
  readonly fileId?: string | undefined;
}

/** Messages that were looked for, the newest first. */
export interface FoundMessages {
  readonly items: readonly Message[];
  /** For more; `null` when the whole history was searched. */
  readonly nextCursor: string | null;
  /** How many messages were looked at, where that is not the whole history and the backend cannot search. */
  readonly lookedAt: number | null;
}

/** Everything elements may ask of the library. Made by `createSession`; shared through `conversation-provider`. */
export interface MessagingSession {
  readonly clock: Clock;
  readonly status: Readable<SessionStatus>;
  /** The backend's time now, epoch ms: the device's clock corrected by what `connect` said. */
  serverNow(): number;
  /** Whether this tab leads among those of the co-worker in this browser: what is told once is told here. */
  leads(): boolean;
  /**
   * Hears each message and event that the backend tells of, whether any view shows it or not, with its conversation as
   * far as it is known here. Returns what ends it.
   *
   * @param onRemoved - hears the id of each message that the backend does not know any more
   */
  onNews(
    listener: (message: Message, conversation: Conversation | null) => void,
    onRemoved?: (messageId: string) => void,
  ): () => void;

  openList(query: ConversationQuery): ListHandle;
  openTimeline(query: MessageQuery): TimelineHandle;
  /** The counts of the tabs, kept true as conversations change; `null` until they are known. */
  openCounts(scope: ConversationScope): OpenReadable<TabTotals | null>;
  /** Looks for messages in a history (A14). */
  searchMessages(
    search: MessageSearch,
    options?: { readonly cursor?: string; readonly signal?: AbortSignal },
  ): Promise<FoundMessages>;
  /** The conversation as the store knows it, loaded if needed; `null` until then or when it does not exist. */
  openConversation(id: string): OpenReadable<Conversation | null>;
  openDraft(key: DraftKey): DraftHandle;
  /** The files of drafts; what they need is loaded when this is first asked for. Rejects when that fails. */
  openFiles(): Promise<DraftFiles>;
  /**
   * How many conversations answer each question, kept true as they change and as time passes.
   *
   * @param questions - asked anew with the backend's time, epoch ms, as customers wait longer without anything happening
   */
  openTallies(questions: (now: number) => readonly ConversationQuery[]): OpenReadable<Tallies | null>;
  /** What each co-worker has on the desk, kept true; an empty list where the backend cannot say. */
  openLoad(request: LoadRequest): OpenReadable<readonly CoWorkerLoad[] | null>;

  /**
   * Resolves when the message is safe on this device; from then on it is in the timeline, the outbox or the failed list.
   * Where nothing can be stored: when the backend took it, or when nobody knows whether it did and it stands visibly in
   * the outbox until the page closes. Rejects and keeps the draft otherwise.
   */
  send(request: SendRequest): Promise<OutboxEntry>;
  addNote(request: {
    readonly conversationId: string;
    readonly text: string;
    /** Colleagues named in the text (B13). */
    readonly mentions?: readonly Mention[];
    readonly draft: DraftKey | null;
  }): Promise<OutboxEntry>;
  /** Tries a failed or unanswered entry again, with the same client id. For a message that failed at the provider: as a new message. */
  retry(messageKey: string): Promise<void>;
  /** Asks the backend what became of an entry whose outcome is unknown. */
  checkOutcome(clientId: string): Promise<void>;
  /** Takes a failed or queued entry out of the outbox; its text or file is returned to the draft when `keepText`. */
  discard(clientId: string, keepText?: 'keep-text'): Promise<void>;

  update(conversationId: string, change: ConversationChange, ifVersion?: number): Promise<Conversation>;
  /**
   * Gives a conversation a co-worker, or nobody, unless somebody else did meanwhile (D1). A new message in between changes
   * nothing about who pressed first.
   *
   * @param seen - who had it when the agent began to choose; without it, as the session knows it now
   */
  assign(
    conversationId: string,
    coWorkerId: string | null,
    seen?: Pick<Conversation, 'coWorkerId'>,
  ): Promise<Assignment>;
  /**
   * Archives a conversation, with tags in the same step, unless the customer wrote since the agent saw it (D7). What
   * colleagues changed meanwhile stays.
   *
   * @param seen - the conversation as the agent saw it
   */
  archive(seen: Conversation, tags?: Pick<ConversationChange, 'addTags' | 'removeTags'>): Promise<Archiving>;
  markRead(conversationId: string): Promise<void>;
  markUnread(conversationId: string): Promise<void>;
  /** Marks one of the customer's messages and their later ones as unread (A10). */
  markUnreadFrom(conversationId: string, messageId: string): Promise<void>;
  open(request: OpenRequest): Promise<Conversation>;

  /** Null where the backend has no directory. */
  getRecipient(id: string): Promise<Recipient | null>;
  listCoWorkers(): Promise<readonly CoWorker[]>;
  listBranches(): Promise<readonly Branch[]>;
  listConversationTemplates(): Promise<readonly ConversationTemplate[]>;
  getInvitation(): Promise<{ readonly code: string; readonly whatsappNumber: string } | null>;
  /** A new id for one action, unlike any other (UUIDv7): the same id again does nothing twice. */
  newOperationId(): string;
  /** Optional parts of the adapter by name. */
  part: MessagingAdapter['part'];

  /** Ends the session: no timer, listener or request stays. Outbox and drafts stay in storage. */
  close(): Promise<void>;
}
