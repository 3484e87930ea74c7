/**
 * The nouns of the product: what a conversation, a message, a recipient is. Types only; rules live in the files beside
 * this one. Everything is readonly data that survives `structuredClone` and JSON, so it can cross tabs and networks.
 *
 * Times are epoch milliseconds (`…At`), durations milliseconds (`…Ms`). `null` means known to be absent.
 */

import type { Content } from './content.ts';

export type {
  Attachment,
  Content,
  FilledPlace,
  ListSection,
  Mention,
  MessageButton,
  SystemEvent,
  TemplateFilling,
  TemplateValue,
} from './content.ts';

/** The kinds of channel the product knows. A backend may serve any subset. */
export type ChannelKind =
  'sms' | 'whatsapp' | 'viber' | 'rcs' | 'messenger' | 'instagram' | 'apple' | 'telegram' | 'x' | 'email';

/** A co-worker who answers customers. */
export interface CoWorker {
  readonly id: string;
  readonly name: string;
  readonly branchId: string | null;
  readonly teamIds: readonly string[];
  /** What the co-worker may do beyond answering; unknown names are ignored. */
  readonly permissions: readonly string[];
}

/** A branch (*vestiging*) of the business. */
export interface Branch {
  readonly id: string;
  readonly name: string;
}

/** Where a recipient can be reached. `value` is E.164 for phone-based channels, else the channel's opaque id. */
export interface Address {
  readonly channel: ChannelKind | 'phone';
  readonly value: string;
}

/** The person on the other side: a contact person or a resource of the host, or a sender nobody could match yet. */
export interface Recipient {
  readonly id: string;
  readonly kind: 'contact' | 'resource' | 'unmatched';
  readonly name: string;
  readonly firstName: string | null;
  /** Company or department, shown beside the name. */
  readonly organisation: string | null;
  /** BCP 47 tag that chooses the language of templates, e.g. `nl` or `nl-BE`. */
  readonly language: string | null;
  readonly addresses: readonly Address[];
  readonly coWorkerId: string | null;
  readonly branchId: string | null;
  /** Of an unmatched sender: the record a co-worker said it is (D10). Absent or `null` = nobody said. */
  readonly linkedTo?: string | null;
}

/** What a list needs to know of a recipient. */
export type RecipientSummary = Pick<Recipient, 'id' | 'kind' | 'name' | 'firstName' | 'organisation' | 'language'>;

/** `new` nobody's yet · `assigned` has a co-worker · `archived` done · `spam` kept out of the way. */
export type ConversationState = 'new' | 'assigned' | 'archived' | 'spam';

/** One way to write to this recipient inside a conversation. */
export interface ConversationChannel {
  readonly channel: ChannelKind;
  /** The own number, page or sender; `null` when the backend has only one and does not name it. */
  readonly accountId: string | null;
  /** The recipient's address on this channel; E.164 for phone-based ones. */
  readonly address: string;
  /** Provider's timestamp of the customer's last message on this channel. */
  readonly lastIncomingAt: number | null;
  /** `granted`/`denied` when known; `denied` locks the composer. */
  readonly consent: 'granted' | 'denied' | 'unknown';
  /** What this account on this channel can do where it differs from the defaults in `domain/channels`. */
  readonly overrides: Partial<ChannelCapabilities> | null;
}

/** The last message as a list shows it. */
export interface MessagePreview {
  readonly id: string;
  readonly direction: MessageDirection;
  readonly channel: ChannelKind | null;
  readonly text: string;
  readonly kind: Content['kind'];
  readonly at: number;
  readonly status: DeliveryStatus | null;
}

/** How soon a conversation is to be looked at. `normal` unless somebody said otherwise. */
export type ConversationPriority = 'urgent' | 'high' | 'normal' | 'low';

/** A conversation that was put aside until a time, until the customer writes, or whichever comes first (C15). */
export interface Snooze {
  /** Epoch ms; `null` = only a reply wakes it. */
  readonly until: number | null;
  readonly untilReply: boolean;
  /** When it was put aside; a reply after this wakes it. */
  readonly since: number;
}

/** A run of messages with one recipient, from the first message until it is archived. */
export interface Conversation {
  readonly id: string;
  /** Grows with every change; send it back as `ifVersion` to detect a conflict. */
  readonly version: number;
  readonly recipient: RecipientSummary;
  readonly state: ConversationState;
  readonly coWorkerId: string | null;
  readonly branchId: string | null;
  readonly teamId: string | null;
  readonly tags: readonly string[];
  readonly channels: readonly ConversationChannel[];
  /** Channels that at least one message went in or out on; filters by channel ask for these (IN10). Absent = not said. */
  readonly usedChannels?: readonly ChannelKind[];
  /** The channel the customer used last; replies go there unless another is chosen (B5). */
  readonly lastIncomingChannel: ChannelKind | null;
  readonly startedAt: number;
  /** When anything last happened; lists sort by it. */
  readonly lastActivityAt: number;
  readonly lastMessage: MessagePreview | null;
  readonly unreadCount: number;
  /** First unread incoming message, for the divider. */
  readonly firstUnreadMessageId: string | null;
  /** Oldest customer message without an answer; the waiting time counts from here. */
  readonly waitingSince: number | null;
  /** Absent or `null` = not put aside. */
  readonly snooze?: Snooze | null;
  /** Absent or `null` = `normal`. */
  readonly priority?: ConversationPriority | null;
  /** Kept on top of lists for everybody. */
  readonly pinned?: boolean;
  /** Whom the recipient stands for since a co-worker linked the sender (D10); so it can be undone. Absent or `null` = nobody. */
  readonly linkedFrom?: string | null;
}

/** `note` and `event` never leave the business. */
export type MessageDirection = 'incoming' | 'outgoing' | 'note' | 'event';

/**
 * How far an outgoing message got. `draft` typed · `queued` durable on this device · `sending` on its way to the
 * backend or provider · `unknown` asked, no answer · `accepted` stored by the backend · `sent` taken by the channel ·
 * `delivered` · `read` · `failed` needs a person · `cancelled` taken back before it left.
 */
export type DeliveryStatus =
  'draft' | 'queued' | 'sending' | 'unknown' | 'accepted' | 'sent' | 'delivered' | 'read' | 'failed' | 'cancelled';

/** Why a message failed, in words an agent can act on; `domain/failures` gives the next step. */
export type FailureReason =
  | 'window-closed'
  | 'unsupported-content'
  | 'blocked'
  | 'unreachable'
  | 'invalid-number'
  | 'opted-out'
  | 'provider-down'
  | 'rate-limited'
  | 'template'
  | 'media'
  | 'account'
  | 'policy'
  | 'expired'
  | 'rejected'
  | 'unknown';

/** What went wrong with a message. */
export interface Failure {
  readonly reason: FailureReason;
  /** The provider's own code, kept for support; never interpreted by elements. */
  readonly providerCode: string | null;
  /** The provider's own words, if any; shown as detail only. */
  readonly detail: string | null;
  readonly at: number;
}

/** Who wrote a message. */
export interface Author {
  readonly kind: 'customer' | 'co-worker' | 'bot' | 'system' | 'campaign';
  readonly id: string | null;
  readonly name: string;
}

/** A customer's or co-worker's reaction to a message. */
export interface Reaction {
  readonly emoji: string;
  readonly by: Author;
  readonly at: number;
}

/** What a message said before it was changed. */
export interface EarlierText {
  /** A text, or the words below a file; a very long one is shortened. */
  readonly text: string;
  /** When it was written: of the first version that is when the message was. */
  readonly at: number;
}

/** One entry of a timeline. */
export interface Message {
  /** The backend's id. */
  readonly id: string;
  /** Made by the device that wrote it (UUIDv7); the one thing that ties an outbox row to its server copy. */
  readonly clientId: string | null;
  readonly conversationId: string;
  readonly recipientId: string;
  /** Order of acceptance inside the conversation; ties of `at` are broken by it. */
  readonly position: number;
  /** Grows when anything of the message changes (status, reaction, edit). */
  readonly version: number;
  readonly direction: MessageDirection;
  readonly channel: ChannelKind | null;
  readonly accountId: string | null;
  readonly author: Author;
  /** Provider's timestamp for incoming, the backend's acceptance for the rest. */
  readonly at: number;
  readonly content: Content;
  /** `null` unless outgoing. */
  readonly status: DeliveryStatus | null;
  /** When each status was reached, for the details of a message. */
  readonly statusTimes: Readonly<Partial<Record<DeliveryStatus, number>>>;
  readonly failure: Failure | null;
  readonly replyToId: string | null;
  readonly reactions: readonly Reaction[];
  readonly editedAt: number | null;
  /**
   * What it said before, oldest first; absent where a backend does not keep that, empty once it was taken back. Searches
   * look in what it says now only.
   */
  readonly earlier?: readonly EarlierText[];
  readonly deletedAt: number | null;
}

/** How long free text is allowed after the customer's last message, and what is left then. */
export interface ReplyWindowRule {
  /** `null`: no window, free text always. */
  readonly freeTextMs: number | null;
  /** What may be sent once it closed. */
  readonly afterwards: 'template' | 'nothing';
  /** Longer window for messages a person typed (Meta's human agent tag), if the account has it. */
  readonly humanAgentMs: number | null;
}

/** A family of files a channel carries. */
export interface MediaRule {
  readonly kind: 'image' | 'video' | 'audio' | 'document' | 'sticker';
  readonly mimeTypes: readonly string[];
  readonly maxBytes: number;
}

/** What a channel can do. `domain/channels` holds the defaults; a backend overrides them per conversation. */
export interface ChannelCapabilities {
  /** Longest text; `null` for no practical limit. */
  readonly maxTextLength: number | null;
  /** How `maxTextLength` is counted. */
  readonly textUnit: 'characters' | 'bytes' | 'sms-parts';
  readonly media: readonly MediaRule[];
  readonly attachmentsPerMessage: number;
  readonly captions: boolean;
  /** Longest caption, counted like the text; absent where it is the limit of the text. */
  readonly maxCaptionLength?: number;
  readonly replyWindow: ReplyWindowRule;
  readonly approvedTemplates: boolean;
  /** May the business write first? */
  readonly mayStart: 'free-text' | 'template' | 'no';
  readonly receipts: { readonly delivered: boolean; readonly read: boolean };
  /** Whether an answer can point at the message it answers; absent where it cannot. */
  readonly quotes?: boolean;
  readonly formatting: 'none' | 'whatsapp' | 'html';
}

/** A conversation template: one code, many languages (F3). */
export interface ConversationTemplate {
  readonly code: string;
  /** BCP 47 tag. */
  readonly language: string;
  readonly isDefault: boolean;
  readonly text: string;
  /** Grows with every change; send it back as `ifVersion`. Absent where the backend checks no conflicts. */
  readonly version?: number;
}

/** One own number, page or sender on a channel (B15). */
export interface ChannelAccount {
  readonly id: string;
  readonly channel: ChannelKind;
  readonly name: string;
  /** E.164, an alphanumeric sender or the provider's id of a page; `null` when it is not to be shown. */
  readonly address: string | null;
  readonly branchId: string | null;
  /** Whether it may be used now. */
  readonly active: boolean;
}
