import type { ApprovedTemplate } from '../../domain/approved-template.ts';
import type {
  Attachment,
  Branch,
  ChannelAccount,
  Conversation,
  ConversationTemplate,
  CoWorker,
  Message,
  Recipient,
} from '../../domain/model.ts';
import type { StatusReport } from '../../domain/delivery-status.ts';
import type { TeamHours } from '../../domain/opening-hours.ts';
import type { OutOfOfficeReply } from '../../domain/out-of-office.ts';
import type { RoutingRule } from '../../domain/routing.ts';
import type { Tag, TagSettings } from '../../domain/tags.ts';
import type { Team } from '../../domain/teams.ts';
import type { QuickReplyGroup } from '../../domain/quick-replies.ts';
import type { Change } from '../../ports/adapter.ts';
import type { UploadRequest } from '../../ports/parts/attachments.ts';
import type { ScheduledMessage } from '../../ports/parts/schedule.ts';

/** A key of a row or an index; sorts as IndexedDB sorts: numbers before strings before lists. */
export type Key = string | number | readonly Key[];

/** A conversation and everything lists find it by. */
export interface ConversationRow {
  readonly id: string;
  readonly conversation: Conversation;
  /** `[sort, part, ...sort key]`, one per sort and part of a list; `['asleep', part, until, id]` while it is put aside. */
  readonly listKeys: readonly Key[];
  /** `[scope, newest message's time, id]`, one per scope, for the last messages in scope. */
  readonly recentKeys: readonly Key[];
  /** Address keys while it is not archived, for placing incoming messages. */
  readonly openAddressKeys: readonly string[];
  /** What a search finds it by besides the text of its messages. */
  readonly terms: readonly string[];
  readonly newestMessageAt: number;
  readonly nextPosition: number;
}

/** A message and the histories it belongs to. */
export interface MessageRow {
  readonly id: string;
  readonly message: Message;
  /** `[history, at, position, id]` for each history it is part of. */
  readonly historyKeys: readonly Key[];
  /** Where it came from or went to; `null` for notes and events. */
  readonly address: string | null;
  /** What status reports call it, and of a customer's message what the provider does; absent where nothing can name it. */
  readonly reference?: string;
}

/** A recipient and what it is matched and found by. */
export interface RecipientRow {
  readonly id: string;
  readonly recipient: Recipient;
  readonly addressKeys: readonly string[];
  readonly terms: readonly string[];
  /** `[name, id]`, folded for sorting. */
  readonly nameKey: Key;
  /** The host's own field, as it is spelled there; absent where only the address is known. */
  readonly phone?: { readonly value: string; readonly country: string | null };
}

/** The idempotency key of a command: what was asked and what came of it. */
export interface AcceptedRow {
  readonly clientId: string;
  /** The command and its body, in one canonical spelling. */
  readonly asked: string;
  readonly messageId: string;
}

/** One batch of the change feed. */
export interface FeedRow {
  readonly position: number;
  /** Who is concerned: the scopes a subscription can ask for. */
  readonly scopes: readonly string[];
  readonly changes: readonly Change[];
}

/**
 * A message that has to be handed to the provider (`waiting`) or is being handed over (`sending`). The row goes when the
 * outcome is known, or when it never will be: then only a status report can tell.
 */
export interface DispatchRow {
  readonly messageId: string;
  readonly conversationId: string;
  /** Order of acceptance inside the conversation. */
  readonly position: number;
  readonly state: 'waiting' | 'sending';
  /** Who hands it over. */
  readonly holder: string | null;
  /** Until when the holder counts as alive where nobody can ask. */
  readonly leaseUntil: number;
}

/** A provider's message that was taken in, so that its repetition is recognised. */
export interface TakenRow {
  readonly key: string;
  readonly messageIds: readonly string[];
}

/** A status that came before its message. */
export interface EarlyStatusRow {
  readonly receivedAt: number;
  readonly id: string;
  readonly reference: string;
  readonly report: StatusReport;
}

/** A body that was refused, kept for a person to look at. */
export interface DeadLetterRow {
  readonly id: string;
  readonly kind: 'message' | 'status';
  readonly body: unknown;
  /** Path of the offending field. */
  readonly path: string;
  readonly problem: string;
  readonly at: number;
}

/** A word of a conversation's messages. */
export interface WordRow {
  readonly word: string;
  readonly conversationId: string;
}

/** A number kept exactly, such as the last feed position. */
export interface CounterRow {
  readonly name: string;
  readonly value: number;
}

/** A template that the provider approved, or did not. */
export interface ApprovedTemplateRow {
  readonly id: string;
  readonly template: ApprovedTemplate;
  /** `[name, language, id]`. */
  readonly nameKey: Key;
}

/** A file of a message, or an upload that may become one. Its bytes are in {@link FilePieceRow}s. */
export interface FileRow {
  readonly id: string;
  /** Of the upload it came by; absent for files that came with a message or were there from the start. */
  readonly clientId?: string;
  /** What was said of it when it began. */
  readonly request: Omit<UploadRequest, 'clientId'>;
  readonly receivedBytes: number;
  /** The file as messages carry it; `null` until it is whole and was found to be what it was said to be. */
  readonly attachment: Attachment | null;
  /** What carries it: `message`, `schedule:…` or `quick-reply:…`. */
  readonly holders: readonly string[];
  /** When it is forgotten; absent while anything carries it. */
  readonly expiresAt?: number;
}

/** A piece of a file. */
export interface FilePieceRow {
  readonly fileId: string;
  readonly offset: number;
  readonly bytes: Blob;
}

/** A message that leaves later. The row stays when it has left, so that asking again has an answer. */
export interface ScheduledRow {
  readonly clientId: string;
  readonly conversationId: string;
  readonly state: ScheduledMessage['state'];
  readonly sendAt: number;
  /** The message, in one canonical spelling. */
  readonly asked: string;
  readonly scheduled: ScheduledMessage;
}

/** What there is one of. */
export interface Settings {
  /** Names this set of data, so that a cursor of another one is not understood. */
  readonly identity: string;
  readonly coWorkers: readonly CoWorker[];
  readonly branches: readonly Branch[];
  readonly accounts: readonly ChannelAccount[];
  readonly templates: readonly ConversationTemplate[];
  readonly invitation: { readonly code: string; readonly whatsappNumber: string } | null;
  readonly tags: readonly Tag[];
  readonly tagSettings: TagSettings;
  readonly teams: readonly Team[];
  readonly quickReplies: readonly QuickReplyGroup[];
  readonly routing: readonly RoutingRule[];
  readonly openingHours: readonly TeamHours[];
  readonly outOfOffice: readonly OutOfOfficeReply[];
}

/** One of {@link Settings}. */
export type SettingRow = { [K in keyof Settings]: { readonly name: K; readonly value: Settings[K] } }[keyof Settings];

/** Row type per table. */
export interface Tables {
  readonly conversations: ConversationRow;
  readonly messages: MessageRow;
  readonly recipients: RecipientRow;
  readonly accepted: AcceptedRow;
  readonly feed: FeedRow;
  readonly dispatches: DispatchRow;
  readonly taken: TakenRow;
  readonly earlyStatuses: EarlyStatusRow;
  readonly deadLetters: DeadLetterRow;
  readonly words: WordRow;
  readonly counters: CounterRow;
  readonly settings: SettingRow;
  readonly approvedTemplates: ApprovedTemplateRow;
  readonly files: FileRow;
  readonly filePieces: FilePieceRow;
  readonly scheduled: ScheduledRow;
}

/** Name of a table. */
export type TableName = keyof Tables;

/** An index: the row's field (or fields) it sorts by; `many` = each item of a list is an entry. */
export interface IndexDefinition {
  readonly path: string | readonly string[];
  readonly many?: true;
}

/** A table: its primary key and its indexes. */
export interface TableDefinition {
  readonly key: string | readonly string[];
  readonly indexes: Readonly<Record<string, IndexDefinition>>;
}

/** Every table of the backend, the same in memory and in IndexedDB. */
export const tableDefinitions: Readonly<Record<TableName, TableDefinition>> = {
  conversations: {
    key: 'id',
    indexes: {
      list: { path: 'listKeys', many: true },
      recent: { path: 'recentKeys', many: true },
      address: { path: 'openAddressKeys', many: true },
      term: { path: 'terms', many: true },
    },
  },
  messages: {
    key: 'id',
    indexes: {
      history: { path: 'historyKeys', many: true },
      reference: { path: 'reference' },
    },
  },
  recipients: {
    key: 'id',
    indexes: {
      address: { path: 'addressKeys', many: true },
      term: { path: 'terms', many: true },
      name: { path: 'nameKey' },
    },
  },
  accepted: { key: 'clientId', indexes: {} },
  feed: { key: 'position', indexes: {} },
  dispatches: { key: 'messageId', indexes: { queue: { path: ['conversationId', 'position'] } } },
  taken: { key: 'key', indexes: {} },
  earlyStatuses: { key: ['receivedAt', 'id'], indexes: { reference: { path: 'reference' } } },
  deadLetters: { key: ['at', 'id'], indexes: {} },
  words: { key: ['word', 'conversationId'], indexes: {} },
  counters: { key: 'name', indexes: {} },
  settings: { key: 'name', indexes: {} },
  approvedTemplates: { key: 'id', indexes: { name: { path: 'nameKey' } } },
  files: {
    key: 'id',
    indexes: {
      client: { path: 'clientId' },
      expiry: { path: 'expiresAt' },
      holder: { path: 'holders', many: true },
    },
  },
  filePieces: { key: ['fileId', 'offset'], indexes: {} },
  scheduled: {
    key: 'clientId',
    indexes: { due: { path: ['state', 'sendAt'] }, conversation: { path: ['conversationId', 'sendAt'] } },
  },
};
