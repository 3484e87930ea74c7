/**
 * The public API: element classes (without registering them), `createSession`, the adapter interface and the types of
 * everything that crosses it. Importing this has no side effect; `conversation-elements/define` registers the elements.
 */
export { ChannelComposer } from './elements/channel-composer/channel-composer.ts';
export { ConversationCues } from './elements/conversation-cues/conversation-cues.ts';
export { ConversationDetails } from './elements/conversation-details/conversation-details.ts';
export { ConversationList } from './elements/conversation-list/conversation-list.ts';
export { ConversationMonitor } from './elements/conversation-monitor/conversation-monitor.ts';
export { ConversationNotifications } from './elements/conversation-notifications/conversation-notifications.ts';
export { ConversationProvider } from './elements/conversation-provider/conversation-provider.ts';
export { ConversationTimeline } from './elements/conversation-timeline/conversation-timeline.ts';
export { ConversationView } from './elements/conversation-view/conversation-view.ts';
export { defineAll } from './elements/define-all.ts';
export type { ConversationElementsEventMap, ViewCommand } from './elements/events.ts';
export { MyConversations } from './elements/my-conversations/my-conversations.ts';
export { PhoneNumberConversion } from './elements/phone-number-conversion/phone-number-conversion.ts';
export { PhoneNumberField } from './elements/phone-number-field/phone-number-field.ts';
export { TemplateEditor } from './elements/template-editor/template-editor.ts';
export type { DefineOptions, ElementName } from './elements/tags.ts';
export { version } from './controllers/version.ts';

export type {
  ApprovalStatus,
  ApprovedTemplate,
  ParameterType,
  TemplateButton,
  TemplateCategory,
  TemplateHeader,
  TemplateMedia,
  TemplateParameter,
  TemplateQuality,
} from './domain/approved-template.ts';
export type {
  Address,
  Attachment,
  Author,
  Branch,
  ChannelAccount,
  ChannelCapabilities,
  ChannelKind,
  CoWorker,
  Content,
  Conversation,
  ConversationChannel,
  ConversationState,
  ConversationTemplate,
  DeliveryStatus,
  Failure,
  FailureReason,
  FilledPlace,
  MediaRule,
  Mention,
  Message,
  MessageButton,
  MessageDirection,
  MessagePreview,
  Reaction,
  Recipient,
  RecipientSummary,
  ReplyWindowRule,
  SystemEvent,
  TemplateFilling,
  TemplateValue,
} from './domain/model.ts';
export type { QuickReply, QuickReplyGroup, QuickReplyText } from './domain/quick-replies.ts';
export type { TemplateKey } from './domain/template-editing.ts';
export type { ConversationQuery, ConversationScope, ConversationSort, MessageQuery } from './domain/queries.ts';
export type {
  AdapterParts,
  BackendSession,
  CallOptions,
  Capabilities,
  Change,
  ChangeBatch,
  ChangeOptions,
  ChangeSink,
  ConversationChange,
  DirectoryPart,
  HostContext,
  LinkState,
  MessagePage,
  MessagePageRequest,
  MessagingAdapter,
  OpenRequest,
  OutgoingMessage,
  OutgoingNote,
  Page,
  PageRequest,
  TemplatesPart,
} from './ports/adapter.ts';
export { AdapterError, adapterErrorCodes, toAdapterError } from './ports/adapter-error.ts';
export type { AdapterErrorCode } from './ports/adapter-error.ts';
export type { Clock } from './ports/clock.ts';
export type { Connectivity } from './ports/connectivity.ts';
export type { ApprovedTemplateFilter, ApprovedTemplatesPart } from './ports/parts/approved-templates.ts';
export type {
  AssistantChunk,
  AssistantPart,
  AssistantRequest,
  AssistantTask,
  AssistantTone,
} from './ports/parts/assistant.ts';
export type {
  AttachmentsPart,
  FileAddress,
  Upload,
  UploadOptions,
  UploadPiece,
  UploadRequest,
} from './ports/parts/attachments.ts';
export type { OwnPresence, Presence, PresencePart, PresenceSink } from './ports/parts/presence.ts';
export type {
  QuickRepliesPart,
  QuickReplyDraft,
  QuickReplyGroupDraft,
  QuickReplyOrder,
} from './ports/parts/quick-replies.ts';
export type { ScheduledMessage, SchedulePart } from './ports/parts/schedule.ts';
export type { InvitationSetting, SaveTemplateOptions, TemplateEditingPart } from './ports/parts/template-editing.ts';
export type {
  ComposerMode,
  Draft,
  DraftKey,
  Lease,
  LocalStorage,
  OutboxEntry,
  OutboxTarget,
  StorageMode,
  StorageProblem,
} from './ports/storage.ts';
export type { TabLink } from './ports/tab-link.ts';
export { withAssistant } from './adapters/with-assistant.ts';
export { createSession } from './session.ts';
export type { Block, BlockList } from './store/block-list.ts';
export type { SessionOptions } from './session.ts';
export type {
  ConversationRow,
  DraftHandle,
  ListHandle,
  ListSnapshot,
  LoadState,
  MessagingSession,
  OpenReadable,
  Readable,
  SendRequest,
  SessionStatus,
  TimelineEntry,
  TimelineHandle,
  TimelineSnapshot,
} from './sync/session-api.ts';
