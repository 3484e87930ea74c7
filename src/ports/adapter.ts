import type {
  Branch,
  ChannelAccount,
  ChannelKind,
  Conversation,
  ConversationPriority,
  ConversationState,
  ConversationTemplate,
  CoWorker,
  Message,
  Recipient,
  Snooze,
} from '../domain/model.ts';
import type { ConversationQuery, ConversationScope, MessageQuery } from '../domain/queries.ts';
import type { CallOptions, OutgoingMessage, OutgoingNote, Page, PageRequest } from './calls.ts';
import type { ApprovedTemplatesPart } from './parts/approved-templates.ts';
import type { AssistantPart } from './parts/assistant.ts';
import type { AttachmentsPart } from './parts/attachments.ts';
import type { BulkPart } from './parts/bulk.ts';
import type { CountsPart } from './parts/counts.ts';
import type { PhoneConversionPart } from './parts/phone-conversion.ts';
import type { PresencePart } from './parts/presence.ts';
import type { QuickRepliesPart } from './parts/quick-replies.ts';
import type { SchedulePart } from './parts/schedule.ts';
import type { SearchPart } from './parts/search.ts';
import type { TagsPart } from './parts/tags.ts';
import type { TeamsPart } from './parts/teams.ts';
import type { TemplateEditingPart } from './parts/template-editing.ts';

export type { CallOptions, ChangeOptions, OutgoingMessage, OutgoingNote, Page, PageRequest } from './calls.ts';

/** What the host gives an adapter when it connects. */
export interface HostContext {
  /** A short-lived token for the backend; called again with `expired` after an `unauthenticated`. */
  readonly token: (reason: 'connect' | 'expired') => Promise<string>;
  readonly locale: string;
  readonly timeZone: string;
  /** For developers; never receives message text, tokens or addresses. */
  readonly log: (level: 'debug' | 'warn' | 'error', message: string) => void;
}

/**
 * What a backend can do. Facts, not wishes: the conformance kit tests each one, and elements hide what is missing.
 */
export interface Capabilities {
  readonly realtime: 'push' | 'poll' | 'none';
  /** `exact`: a subscription continues from any recent cursor; `reset`: it always starts anew. */
  readonly resume: 'exact' | 'reset';
  /** `dense`: every batch names the cursor before it, so a hole shows; `sparse`: it cannot. */
  readonly sequence: 'dense' | 'sparse';
  /** How long the same client id is recognised, ms; `0` = never, then nothing is retried by a machine. */
  readonly idempotencyMs: number;
  /** `update` honours `ifVersion`. */
  readonly conflictCheck: boolean;
  /** What `send` resolved for survives a restart of the backend. */
  readonly durable: boolean;
  readonly limits: { readonly maxPageSize: number; readonly maxTextLength: number };
  readonly can: {
    readonly findByClientId: boolean;
    readonly notes: boolean;
    readonly open: boolean;
    readonly assign: boolean;
    readonly changeBranch: boolean;
    readonly archive: boolean;
    readonly markSpam: boolean;
    readonly tag: boolean;
    readonly markUnread: boolean;
    /** `update` marks everything from one message on as unread (A10). */
    readonly markUnreadFrom: boolean;
    /** `update` links an unmatched sender to a record (D10). */
    readonly link: boolean;
    readonly search: boolean;
  };
  readonly parts: readonly (keyof AdapterParts)[];
}

/** The answer to `connect`. */
export interface BackendSession {
  readonly tenantId: string;
  readonly agent: CoWorker;
  readonly capabilities: Capabilities;
  /** Channels this backend can send on. */
  readonly channels: readonly ChannelKind[];
  /** The own numbers, pages and senders, where an agent may choose between several (B15); absent where there is no choice. */
  readonly accounts?: readonly ChannelAccount[];
  /** Where to `subscribe` from so that nothing between `connect` and the first list is missed; `null` if it cannot say. */
  readonly cursor: string | null;
  /** The backend's clock, epoch ms, to correct the device's. */
  readonly now: number;
}

/** Which messages of a history. */
export interface MessagePageRequest {
  /** Opaque, from an earlier page; absent = from the end that `direction` leaves (or those around `around`). */
  readonly cursor?: string;
  /** Which way `cursor` goes. Default `older`. Without a cursor: `older` the newest messages, `newer` the very first ones. */
  readonly direction?: 'older' | 'newer';
  /** Centre the page on this message; not together with `cursor`. */
  readonly around?: string;
  readonly limit?: number;
}

/** A stretch of history: always oldest first within the page, whichever way one pages. */
export interface MessagePage {
  readonly items: readonly Message[];
  /** For the page before; `null` at the beginning of the history. */
  readonly olderCursor: string | null;
  /** For the page after; `null` when this page reaches the newest message. */
  readonly newerCursor: string | null;
}

/** Whom to talk to: a known recipient, or a number that is no record yet. */
export type OpenRequest =
  { readonly recipientId: string } | { readonly address: string; readonly channel: ChannelKind };

/** What can be changed on a conversation. Absent fields stay. */
export interface ConversationChange {
  readonly state?: ConversationState;
  readonly coWorkerId?: string | null;
  readonly branchId?: string | null;
  readonly addTags?: readonly string[];
  readonly removeTags?: readonly string[];
  /** Id of a message: everything up to and including it is read. The word `none` marks the last incoming message unread (C5). */
  readonly readUpTo?: string;
  /**
   * Id of one of the customer's messages: it and what the customer wrote after it is unread, what came before is read (A10).
   * Not together with `readUpTo`. `invalid` when it is no customer's message of this conversation.
   */
  readonly unreadFrom?: string;
  /** Puts aside or, with `null`, wakes (C15). */
  readonly snooze?: Snooze | null;
  readonly priority?: ConversationPriority | null;
  readonly pinned?: boolean;
  /**
   * Links the unmatched sender to this contact or resource (D10), once: `conflict` when it has another record already.
   * Later messages of that sender find the record. `null` undoes it: the sender is unmatched again, `conflict` when nobody
   * linked it.
   */
  readonly recipientId?: string | null;
}

/** One thing that changed. Whole objects with versions, so that applying twice or late does no harm. */
export type Change =
  | { readonly type: 'conversation'; readonly conversation: Conversation }
  | { readonly type: 'conversation-removed'; readonly conversationId: string }
  | { readonly type: 'message'; readonly message: Message }
  | { readonly type: 'message-removed'; readonly conversationId: string; readonly messageId: string }
  | { readonly type: 'recipient'; readonly recipient: Recipient };

/** Changes that belong together, in order. */
export interface ChangeBatch {
  /** Where this batch ends; resume from here. */
  readonly cursor: string;
  /** Where it begins; differs from the last cursor seen = something is missing. `null` where the backend cannot say. */
  readonly previous: string | null;
  readonly changes: readonly Change[];
}

/** State of the change stream. `live` is the acknowledgement: from here on nothing is missed. */
export type LinkState = 'connecting' | 'live' | 'offline';

/** Receives changes: ordered, at least once. None of its methods throws. */
export interface ChangeSink {
  batch(batch: ChangeBatch): void;
  link(state: LinkState, error?: unknown): void;
  /** The cursor is too old or meaningless: the cache must be read again; `cursor` is where the stream goes on from. */
  reset(cursor: string | null): void;
}

/** Contacts, resources, co-workers and branches. */
export interface DirectoryPart {
  getRecipient(id: string, options?: CallOptions): Promise<Recipient>;
  searchRecipients(text: string, page?: PageRequest, options?: CallOptions): Promise<Page<Recipient>>;
  listCoWorkers(options?: CallOptions): Promise<readonly CoWorker[]>;
  listBranches(options?: CallOptions): Promise<readonly Branch[]>;
}

/** Conversation templates and the setting that names the WhatsApp invitation (B2, F2, F3). */
export interface TemplatesPart {
  listConversationTemplates(options?: CallOptions): Promise<readonly ConversationTemplate[]>;
  /** Code of the invitation template and the WhatsApp number for its wa.me link; `null` when not configured. */
  getInvitation(options?: CallOptions): Promise<{ readonly code: string; readonly whatsappNumber: string } | null>;
}

/** Optional parts by name; `capabilities.parts` lists those present. */
export interface AdapterParts {
  readonly directory: DirectoryPart;
  readonly templates: TemplatesPart;
  readonly templateEditing?: TemplateEditingPart;
  readonly approvedTemplates?: ApprovedTemplatesPart;
  readonly quickReplies?: QuickRepliesPart;
  readonly attachments?: AttachmentsPart;
  readonly presence?: PresencePart;
  readonly assistant?: AssistantPart;
  readonly schedule?: SchedulePart;
  readonly tags?: TagsPart;
  readonly teams?: TeamsPart;
  readonly counts?: CountsPart;
  readonly bulk?: BulkPart;
  readonly phoneConversion?: PhoneConversionPart;
  readonly search?: SearchPart;
}

/**
 * The one seam between the elements and a backend. Every promise rejects with an `AdapterError` and nothing else.
 * Prove yours with the conformance kit in `conversation-elements/testing`.
 */
export interface MessagingAdapter {
  /** For logs and the conformance report. */
  readonly name: string;
  /** Signs in and says what the backend can do. Called once before anything else; again after `unauthenticated`. */
  connect(host: HostContext, options?: CallOptions): Promise<BackendSession>;
  listConversations(query: ConversationQuery, page?: PageRequest, options?: CallOptions): Promise<Page<Conversation>>;
  /** Rejects with `not-found` if there is none. */
  getConversation(id: string, options?: CallOptions): Promise<Conversation>;
  listMessages(query: MessageQuery, page?: MessagePageRequest, options?: CallOptions): Promise<MessagePage>;
  /** What became of a send whose answer was lost; `null` if the backend never stored it. */
  findMessage(clientId: string, options?: CallOptions): Promise<Message | null>;
  /** Resolved = stored by the backend, not delivered. Same client id and body again → the first result, nothing sent. */
  send(message: OutgoingMessage, options?: CallOptions): Promise<Message>;
  addNote(note: OutgoingNote, options?: CallOptions): Promise<Message>;
  /** Starts a conversation or finds the open one. */
  open(request: OpenRequest, options?: CallOptions): Promise<Conversation>;
  /** With `ifVersion` an outdated version rejects with `conflict` and changes nothing. */
  update(
    id: string,
    change: ConversationChange,
    options?: CallOptions & { readonly ifVersion?: number },
  ): Promise<Conversation>;
  /** Streams changes from `from` (a cursor) or from now (`null`). Returns what ends it; after that the sink is silent. */
  subscribe(scope: ConversationScope, sink: ChangeSink, from: string | null): () => void;
  part<K extends keyof AdapterParts>(name: K): AdapterParts[K] | undefined;
  close(): Promise<void>;
}

/** The calls that connect and read: what is shown first needs no others. */
export type ReadingCalls = Pick<
  MessagingAdapter,
  'name' | 'connect' | 'listConversations' | 'getConversation' | 'listMessages' | 'part' | 'close'
>;

/** The calls that change something, ask what became of it, or listen. */
export type WritingCalls = Omit<MessagingAdapter, keyof ReadingCalls>;
