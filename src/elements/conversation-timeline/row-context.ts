import type { LitElement } from 'lit';
import type { Formats } from '../../controllers/formats.ts';
import type { FileAddresses, KnownAddress } from '../../controllers/file-addresses.ts';
import type { Messages } from '../../controllers/localization.ts';
import type { ActionState, MessageAction } from '../../controllers/message-actions.ts';
import type { TimelineController, TimelineEntry } from '../../controllers/timeline-controller.ts';
import type { Attachment, Content, Conversation, Mention, Message } from '../../domain/model.ts';
import type { TimelineMoreTexts } from '../../locales/timeline-more.ts';
import type { TimelineTexts } from '../../locales/timeline.ts';
import type { Lightbox } from './more/lightbox.ts';
import type { DeskParts } from './timeline-desk.ts';

/** Everything that is more than a text. */
export type RichContent = Exclude<Content, { readonly kind: 'text' | 'event' }>;

/** What comes in a chunk of its own, because most messages are plain texts. */
export interface More {
  readonly texts: TimelineMoreTexts;
  readonly content: (content: RichContent, context: RowContext) => unknown;
  /** A text with WhatsApp's signs in it. */
  readonly formatted: (text: string, context: RowContext) => unknown;
  /** A note with the colleagues it names. */
  readonly mentioned: (text: string, mentions: readonly Mention[], context: RowContext) => unknown;
  /** What a message answers. */
  readonly quote: (messageId: string, context: RowContext) => unknown;
  readonly reactions: (message: Message, context: RowContext) => unknown;
  readonly tools: (entry: TimelineEntry, context: RowContext) => unknown;
  /** Why a message is not where it should be, and what to do about it. */
  readonly trouble: (entry: TimelineEntry, context: RowContext) => unknown;
  /** What goes to the clipboard instead of the browser's own text. */
  readonly copied: (
    root: ShadowRoot,
    timeline: TimelineController,
    words: { readonly messages: Messages<TimelineTexts>; readonly formats: Formats },
  ) => string | null;
  /** Where files are to be had. */
  readonly files: (host: LitElement, session: DeskParts['session']) => FileAddresses;
  /** Shows a picture large, with the others around it. */
  readonly enlarge: (
    first: Attachment,
    desk: { readonly host: LitElement; readonly parts: DeskParts; readonly desk: RowDesk },
  ) => Promise<Lightbox>;
  readonly act: (
    action: MessageAction,
    entry: TimelineEntry,
    desk: { readonly host: LitElement; readonly parts: DeskParts },
  ) => Promise<void>;
  readonly details: (message: Message, context: RowContext) => unknown;
  /** The line below a message that was changed: says so, and leads to what it said before. */
  readonly changed: (entry: TimelineEntry, line: unknown, context: RowContext) => unknown;
  /** Which conversation goes on here, in a history across several. */
  readonly thread: (thread: Thread, context: RowContext) => unknown;
  /** That messages are missing before this one. */
  readonly hole: (key: string, context: RowContext) => unknown;
}

/** A run of messages of one conversation, in a history across several. */
export interface Thread {
  readonly message: Message;
  /** `null` until it is known. */
  readonly conversation: Conversation | null;
  /** Across recipients the name says most, with one recipient the time. */
  readonly by: 'recipient' | 'time';
}

/** What the rendering of a row needs besides the message. */
export interface RowContext {
  readonly messages: Messages<TimelineTexts>;
  readonly formats: Formats;
  /** `0` in the article that Tab reaches, `-1` in all others: a feed is one stop on the way through a page. */
  readonly tabIndex: 0 | -1;
  /** Whether a long text is shown as a whole. */
  readonly isExpanded: boolean;
  /** Whether the pointer or the focus is on it. */
  readonly isCurrent: boolean;
  readonly showsDetails: boolean;
  /** Whether texts of this channel hold signs for bold and the like. */
  readonly isFormatted: boolean;
  /** Colleagues that the text names; absent for none. */
  readonly mentions?: readonly Mention[] | undefined;
  /** What is going on with the message. */
  readonly state: ActionState | null;
  /** `null` until it has loaded: ask for it with `want`. */
  readonly more: More | null;
  readonly desk: RowDesk;
}

/** Whether a message can be answered with a quote of it now. */
export type QuoteRule = (message: Message, conversation: Conversation, now: number) => boolean;

/** What can be done from within rows; the same for all of them. */
export interface RowDesk {
  /** Who is signed in; `null` until that is known. */
  readonly agentId: () => string | null;
  /** Something that is a chunk of its own is needed: what finds links, what shows more than text. */
  readonly want: (extra: 'links' | 'more') => void;
  readonly expand: (key: string) => void;
  readonly toggleDetails: (key: string) => void;
  readonly act: (action: MessageAction, entry: TimelineEntry) => void;
  /** Whether this message and the later ones can be marked as unread. */
  readonly mayMarkUnread: (message: Message) => boolean;
  /** Whether somebody here takes up an answer to this message. */
  readonly mayReply: (message: Message, rule: QuoteRule) => boolean;
  /** Whether files can be sent at all. */
  readonly takesFiles: () => boolean;
  /** Begins an answer that quotes it. */
  readonly reply: (message: Message) => void;
  /** Takes back the question whether to discard. */
  readonly keep: (key: string) => void;
  /** Goes to another message. */
  readonly show: (messageId: string) => void;
  /** Opens the conversation of a message, at that message. */
  readonly open: (conversation: Conversation, message: Message) => void;
  /** A message by its id, where it is loaded. */
  readonly find: (messageId: string) => Message | null;
  /** Tries to load what is missing before a message; whether that is there now. */
  readonly fillHole: (key: string) => Promise<boolean>;
  readonly addressOf: (attachment: Attachment) => KnownAddress;
  /** What an address led to could not be shown. */
  readonly fileFailed: (attachment: Attachment) => void;
  /** Asks again for a file that could not be had. */
  readonly retryFile: (attachment: Attachment) => void;
  /** A file is being opened: where its address has run out, it is opened with a new one. */
  readonly openFile: (attachment: Attachment, event: Event) => void;
  /** Shows a picture large. */
  readonly enlarge: (attachment: Attachment) => void;
}
