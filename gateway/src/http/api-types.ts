import type {
  Branch,
  Conversation,
  ConversationTemplate,
  CoWorker,
  Message,
  Recipient,
} from '../../../src/domain/model.ts';
import type { CoWorkerLoad } from '../../../src/domain/co-worker-load.ts';
import type { TabCounts } from '../../../src/domain/inbox-tabs.ts';
import type { ConversationQuery, ConversationScope, MessageQuery } from '../../../src/domain/queries.ts';
import type { BulkResult } from '../../../src/domain/bulk.ts';
import type { ConversionFilter, PhoneChange, PhoneRecord } from '../../../src/domain/phone-conversion.ts';
import type { MessageSearch as TextSearch } from '../../../src/ports/parts/search.ts';
import type { BulkRequest } from '../../../src/ports/parts/bulk.ts';
import type { PhoneChangeResult } from '../../../src/ports/parts/phone-conversion.ts';
import type { SaidPresence } from '../store/presence.ts';
import type { BulkStatus } from '../store/bulk.ts';
import type { ApprovedTemplate } from '../../../src/domain/approved-template.ts';
import type { QuickReply, QuickReplyGroup } from '../../../src/domain/quick-replies.ts';
import type {
  QuickReplyDraft,
  QuickReplyGroupDraft,
  QuickReplyOrder,
} from '../../../src/domain/quick-reply-editing.ts';
import type { TemplateKey } from '../../../src/domain/template-editing.ts';
import type { ApprovedTemplateFilter } from '../../../src/ports/parts/approved-templates.ts';
import type { Tag, TagSettings } from '../../../src/domain/tags.ts';
import type { BotAnswer, BotEvent } from '../commands/bot-answer.ts';
import type { BotSettings, NewBot } from '../commands/put-bot.ts';
import type { OpeningHours, TeamHours } from '../../../src/domain/opening-hours.ts';
import type { OutOfOfficeReply } from '../../../src/domain/out-of-office.ts';
import type { RoutingRule } from '../../../src/domain/routing.ts';
import type { Team } from '../../../src/domain/teams.ts';
import type { WaitingTarget } from '../../../src/domain/waiting-targets.ts';
import type {
  BackendSession,
  ChangeBatch,
  ConversationChange,
  MessagePage,
  MessagePageRequest,
  OpenRequest,
  OutgoingMessage,
  OutgoingNote,
  Page,
  PageRequest,
} from '../../../src/ports/adapter.ts';
import type { FileAddress, Upload, UploadRequest } from '../../../src/ports/parts/attachments.ts';
import type { ScheduledMessage } from '../../../src/ports/parts/schedule.ts';
import type { AdapterErrorCode } from '../../../src/ports/adapter-error.ts';
import type { ImportData } from '../commands/import.ts';
import type { ConnectionTest } from '../providers/provider.ts';
import type { ConnectionSettings, NewConnection, Webhooks } from '../providers/connections.ts';
import type { InvitationSetting } from '../../../src/domain/invitation-setting.ts';

/** Where a file can be fetched. */
interface SentFileAddress extends Omit<FileAddress, 'url'> {
  /** Relative to the API; `null` while it is still fetched from the provider: its message changes when it is there. */
  readonly url: string | null;
}

/**
 * Every body that crosses the network, by its name in the OpenAPI document. The document's schemas are made from these
 * types by `npm run openapi`, and the gateway checks requests against those schemas.
 */
export interface ApiTypes {
  Session: BackendSession;
  Conversation: Conversation;
  ConversationPage: Page<Conversation>;
  /** Reading with a body: names and numbers that are searched for never stand in an address or a log. */
  ConversationSearch: { readonly query: ConversationQuery; readonly page?: PageRequest };
  ConversationChange: ConversationChange;
  OpenRequest: OpenRequest;
  Message: Message;
  MessagePage: MessagePage;
  MessageSearch: { readonly query: MessageQuery; readonly page?: MessagePageRequest };
  /** Picked, as a schema of its name is there already. */
  MessageTextSearch: { readonly search: Pick<TextSearch, 'in' | 'text' | 'filesOnly'>; readonly page?: PageRequest };
  FoundMessages: Page<Message>;
  FoundMessage: { readonly message: Message | null };
  /** The client id is the `Idempotency-Key`. */
  NewMessage: Omit<OutgoingMessage, 'clientId'>;
  NewNote: Omit<OutgoingNote, 'clientId'>;
  Recipient: Recipient;
  RecipientPage: Page<Recipient>;
  RecipientSearch: { readonly text: string; readonly page?: PageRequest };
  CoWorkers: readonly CoWorker[];
  Branches: readonly Branch[];
  ConversationTemplates: readonly ConversationTemplate[];
  /** The client id is in the address; `sendAt` is epoch ms by the gateway's clock. */
  ScheduleRequest: { readonly message: Omit<OutgoingMessage, 'clientId'>; readonly sendAt: number };
  ScheduledMessage: ScheduledMessage;
  ScheduledMessages: readonly ScheduledMessage[];
  Routing: { readonly rules: readonly RoutingRule[] };
  TeamHoursList: readonly TeamHours[];
  /** `null` = always there. */
  HoursSetting: { readonly hours: OpeningHours | null };
  OutOfOffice: { readonly replies: readonly OutOfOfficeReply[] };
  BotSetting: { readonly bot: BotSettings | null };
  /** `null` takes the chatbot away. */
  NewBotSetting: { readonly bot: NewBot | null };
  BotEvent: BotEvent;
  BotAnswer: BotAnswer;
  InvitationState: { readonly invitation: InvitationSetting | null };
  Tags: readonly Tag[];
  Tag: Tag;
  NewTag: { readonly name: string };
  TagSettings: TagSettings;
  Teams: readonly Team[];
  TabCountRequest: { readonly scope: ConversationScope };
  TabCounts: TabCounts;
  CountRequest: { readonly queries: readonly ConversationQuery[] };
  Counts: readonly (number | null)[];
  LoadRequest: { readonly scope: 'branch' | 'all'; readonly target: WaitingTarget };
  CoWorkerLoads: readonly CoWorkerLoad[];
  ApprovedTemplate: ApprovedTemplate;
  ApprovedTemplatePage: Page<ApprovedTemplate>;
  ApprovedTemplateSearch: { readonly filter: ApprovedTemplateFilter; readonly page?: PageRequest };
  QuickReplyGroups: readonly QuickReplyGroup[];
  QuickReplyGroup: QuickReplyGroup;
  QuickReply: QuickReply;
  /** Its id stands in the path. */
  NewQuickReplyGroup: Omit<QuickReplyGroupDraft, 'id'>;
  /** Its id stands in the path. */
  NewQuickReply: Omit<QuickReplyDraft, 'id'>;
  QuickReplyOrder: QuickReplyOrder;
  /** `replaces` is the text that is changed or renamed; absent for a new one. */
  NewTemplate: { readonly template: ConversationTemplate; readonly replaces?: TemplateKey };
  TemplateKey: TemplateKey;
  PresentCoWorkers: readonly string[];
  SaidPresence: SaidPresence;
  BelievedPresence: { readonly believedMs: number };
  /** Its id stands in the path. */
  BulkBeginning: Omit<BulkRequest, 'operationId'>;
  BulkStatus: BulkStatus;
  BulkResultSearch: { readonly page?: PageRequest };
  BulkResultPage: Page<BulkResult>;
  PhoneRecordSearch: { readonly filter: ConversionFilter; readonly page?: PageRequest };
  PhoneRecordPage: Page<PhoneRecord>;
  PhoneChanges: { readonly changes: readonly PhoneChange[] };
  PhoneChangeResults: readonly PhoneChangeResult[];
  /** The client id is the `Idempotency-Key`. */
  NewUpload: Omit<UploadRequest, 'clientId'>;
  Upload: Upload;
  FileAddress: SentFileAddress;
  /** It is done; there is nothing more to say. */
  Done: { readonly done: true };
  Connection: { readonly connection: ConnectionSettings | null };
  NewConnection: NewConnection;
  Webhooks: Webhooks;
  ConnectionTest: ConnectionTest;
  /** How many there are. */
  Refreshed: { readonly templates: number };
  ImportData: ImportData;
  Imported: { readonly recipients: number; readonly conversations: number; readonly messages: number };
  ChangeBatch: ChangeBatch;
  Problem: Problem;
}

/** What went wrong, as RFC 9457 says it, with the stable code of an `AdapterError`. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: AdapterErrorCode;
  readonly detail: string;
  /** Whether the same request can succeed later. */
  readonly retry: boolean;
  /** How long to wait first, milliseconds. */
  readonly afterMs: number | null;
  /** Whether the request is known not to have been carried out. */
  readonly refused: boolean;
  /** The offending field. */
  readonly path: string | null;
  readonly requestId: string;
}
