import { statusRank } from '../domain/status-rank.ts';
import type {
  Attachment,
  Author,
  ChannelAccount,
  ChannelCapabilities,
  ChannelKind,
  Content,
  Conversation,
  ConversationChannel,
  ConversationPriority,
  ConversationState,
  CoWorker,
  DeliveryStatus,
  EarlierText,
  Failure,
  FailureReason,
  FilledPlace,
  ListSection,
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
  Snooze,
  SystemEvent,
  TemplateFilling,
  TemplateValue,
} from '../domain/model.ts';
import type { Check, Fields } from './validate.ts';
import {
  aBoolean,
  aCount,
  anId,
  aNumber,
  arrayOf,
  aString,
  aTime,
  oneOf,
  orAbsent,
  orNull,
  partial,
  shape,
  variant,
} from './validate.ts';

const maybeString = orNull(aString);
const maybeId = orNull(anId);
const maybeTime = orNull(aTime);
const maybeCount = orNull(aCount);
const strings = arrayOf(aString);

/** A channel the product knows. */
export const channelKind = oneOf<ChannelKind>({
  sms: 1,
  whatsapp: 1,
  viber: 1,
  rcs: 1,
  messenger: 1,
  instagram: 1,
  apple: 1,
  telegram: 1,
  x: 1,
  email: 1,
});
const maybeChannel = orNull(channelKind);

const maybeStatus = orNull(oneOf<DeliveryStatus>(statusRank));
const statusTimes = Object.fromEntries(Object.keys(statusRank).map((name) => [name, aTime]));

const direction = oneOf<MessageDirection>({ incoming: 1, outgoing: 1, note: 1, event: 1 });

/** Who wrote a message. */
export const author = shape<Author>({
  kind: oneOf<Author['kind']>({ customer: 1, 'co-worker': 1, bot: 1, system: 1, campaign: 1 }),
  id: maybeId,
  name: aString,
});

/** What went wrong with a message. */
export const failure = shape<Failure>({
  reason: oneOf<FailureReason>({
    'window-closed': 1,
    'unsupported-content': 1,
    blocked: 1,
    unreachable: 1,
    'invalid-number': 1,
    'opted-out': 1,
    'provider-down': 1,
    'rate-limited': 1,
    template: 1,
    media: 1,
    account: 1,
    policy: 1,
    expired: 1,
    rejected: 1,
    unknown: 1,
  }),
  providerCode: maybeString,
  detail: maybeString,
  at: aTime,
});

/** A file of a message. */
export const attachment = shape<Attachment>({
  id: anId,
  name: aString,
  mimeType: aString,
  sizeBytes: maybeCount,
  url: maybeString,
  thumbnailUrl: maybeString,
  altText: maybeString,
  durationMs: maybeCount,
});

const buttons = arrayOf(
  shape<MessageButton>({
    type: oneOf<MessageButton['type']>({ reply: 1, url: 1, phone: 1, 'copy-code': 1 }),
    label: aString,
    value: maybeString,
  }),
);

const by = { by: maybeString };
const stateEvent = shape(by);
const tagEvent = shape({ ...by, tag: aString });
const event = variant('type', {
  started: shape({}),
  assigned: shape({ ...by, coWorkerId: maybeId, coWorkerName: maybeString }),
  'branch-changed': shape({ ...by, branchId: maybeId, branchName: maybeString }),
  archived: stateEvent,
  reopened: stateEvent,
  spam: stateEvent,
  'not-spam': stateEvent,
  tagged: tagEvent,
  untagged: tagEvent,
  linked: shape({ ...by, recipientName: aString }),
  unlinked: shape({ ...by, recipientName: aString }),
} satisfies Record<SystemEvent['type'], Check>);

const templateValue = variant('type', {
  text: shape({ text: aString }),
  number: shape({ decimal: aString }),
  currency: shape({ decimal: aString, currency: aString }),
  date: shape({ date: aString }),
  'date-time': shape({ date: aString, time: aString }),
  media: shape({ attachment }),
  location: shape({ latitude: aNumber, longitude: aNumber, name: aString, address: aString }),
} satisfies Record<TemplateValue['type'], Check>);

const filling = shape<TemplateFilling>({
  templateId: anId,
  parameterFormat: oneOf<TemplateFilling['parameterFormat']>({ positional: 1, named: 1 }),
  places: arrayOf(
    shape<FilledPlace>({
      component: oneOf<FilledPlace['component']>({ header: 1, body: 1, button: 1 }),
      index: aCount,
      name: aString,
      value: templateValue,
      text: aString,
    }),
  ),
});

/** Colleagues named in a note. */
const mentions = arrayOf(shape<Mention>({ coWorkerId: anId, start: aCount, end: aCount }));

const media = shape({ attachment, caption: maybeString });
/** What a message carries. */
export const content = variant('kind', {
  text: shape({ text: aString, mentions: orAbsent(mentions) }),
  image: media,
  video: media,
  audio: media,
  document: media,
  sticker: media,
  location: shape({ latitude: aNumber, longitude: aNumber, label: maybeString }),
  contacts: shape({
    contacts: arrayOf(shape({ name: aString, phones: strings, emails: strings })),
  }),
  template: shape({
    name: aString,
    language: aString,
    header: maybeString,
    body: aString,
    footer: maybeString,
    buttons,
    filling: orAbsent(orNull(filling)),
  }),
  interactive: shape({ header: orAbsent(maybeString), body: aString, footer: maybeString, buttons }),
  list: shape({
    header: maybeString,
    body: aString,
    footer: maybeString,
    button: aString,
    sections: arrayOf(
      shape<ListSection>({
        title: maybeString,
        rows: arrayOf(shape({ title: aString, description: maybeString })),
      }),
    ),
  }),
  choice: shape({ title: aString, description: maybeString }),
  unsupported: shape({ description: aString }),
  event: shape({ event }),
} satisfies Record<Content['kind'], Check>);

const messageFields: Fields<Message> = {
  id: anId,
  clientId: maybeId,
  conversationId: anId,
  recipientId: anId,
  position: aNumber,
  version: aNumber,
  direction,
  channel: maybeChannel,
  accountId: maybeString,
  author,
  at: aTime,
  content,
  status: maybeStatus,
  statusTimes: partial<Message['statusTimes']>(statusTimes),
  failure: orNull(failure),
  replyToId: maybeId,
  reactions: arrayOf(shape<Reaction>({ emoji: aString, by: author, at: aTime })),
  editedAt: maybeTime,
  earlier: orAbsent(arrayOf(shape<EarlierText>({ text: aString, at: aTime }))),
  deletedAt: maybeTime,
};
/** One entry of a timeline. */
export const message = shape(messageFields);

/** What a conversation says of its recipient. */
export const summaryFields: Fields<RecipientSummary> = {
  id: anId,
  kind: oneOf<Recipient['kind']>({ contact: 1, resource: 1, unmatched: 1 }),
  name: aString,
  firstName: maybeString,
  organisation: maybeString,
  language: maybeString,
};

const mediaKind = oneOf<MediaRule['kind']>({ image: 1, video: 1, audio: 1, document: 1, sticker: 1 });
const overrides = partial<ChannelCapabilities>({
  maxTextLength: maybeCount,
  textUnit: oneOf<ChannelCapabilities['textUnit']>({ characters: 1, bytes: 1, 'sms-parts': 1 }),
  media: arrayOf(shape<MediaRule>({ kind: mediaKind, mimeTypes: strings, maxBytes: aCount })),
  attachmentsPerMessage: aCount,
  captions: aBoolean,
  maxCaptionLength: aCount,
  replyWindow: shape<ReplyWindowRule>({
    freeTextMs: maybeCount,
    afterwards: oneOf<ReplyWindowRule['afterwards']>({ template: 1, nothing: 1 }),
    humanAgentMs: maybeCount,
  }),
  approvedTemplates: aBoolean,
  mayStart: oneOf<ChannelCapabilities['mayStart']>({ 'free-text': 1, template: 1, no: 1 }),
  receipts: shape<ChannelCapabilities['receipts']>({ delivered: aBoolean, read: aBoolean }),
  quotes: aBoolean,
  formatting: oneOf<ChannelCapabilities['formatting']>({ none: 1, whatsapp: 1, html: 1 }),
});

const conversationChannel = shape<ConversationChannel>({
  channel: channelKind,
  accountId: maybeString,
  address: aString,
  lastIncomingAt: maybeTime,
  consent: oneOf<ConversationChannel['consent']>({ granted: 1, denied: 1, unknown: 1 }),
  overrides: orNull(overrides),
});

const preview = shape<MessagePreview>({
  id: anId,
  direction,
  channel: maybeChannel,
  text: aString,
  kind: aString,
  at: aTime,
  status: maybeStatus,
});

/** A conversation. */
export const conversation = shape<Conversation>({
  id: anId,
  version: aNumber,
  recipient: shape(summaryFields),
  state: oneOf<ConversationState>({ new: 1, assigned: 1, archived: 1, spam: 1 }),
  coWorkerId: maybeId,
  branchId: maybeId,
  teamId: maybeId,
  tags: strings,
  channels: arrayOf(conversationChannel),
  usedChannels: orAbsent(arrayOf(channelKind)),
  lastIncomingChannel: maybeChannel,
  startedAt: aTime,
  lastActivityAt: aTime,
  lastMessage: orNull(preview),
  unreadCount: aCount,
  firstUnreadMessageId: maybeId,
  waitingSince: maybeTime,
  snooze: orAbsent(orNull(shape<Snooze>({ until: maybeTime, untilReply: aBoolean, since: aTime }))),
  priority: orAbsent(orNull(oneOf<ConversationPriority>({ urgent: 1, high: 1, normal: 1, low: 1 }))),
  pinned: orAbsent(aBoolean),
  linkedFrom: orAbsent(maybeId),
});

/** A co-worker. */
export const coWorker = shape<CoWorker>({
  id: anId,
  name: aString,
  branchId: maybeId,
  teamIds: strings,
  permissions: strings,
});

/** An own number, page or sender. */
export const channelAccount = shape<ChannelAccount>({
  id: anId,
  channel: channelKind,
  name: aString,
  address: maybeString,
  branchId: maybeId,
  active: aBoolean,
});
