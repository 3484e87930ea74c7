import type { ApprovedTemplate } from '../domain/approved-template.ts';
import type {
  Attachment,
  Branch,
  Content,
  Conversation,
  ConversationTemplate,
  CoWorker,
  Message,
  MessagePreview,
  Recipient,
  RecipientSummary,
} from '../domain/model.ts';
import type { QuickReplyGroup } from '../domain/quick-replies.ts';
import type { Draft, OutboxEntry } from '../ports/storage.ts';

/** When the builders' world stands still: 1 March 2026, 09:00 UTC, the start of `manualClock` too. */
export const builtAt = Date.UTC(2026, 2, 1, 9);

let built = 0;

/** A client id in the shape of a UUIDv7, the same for the same number. */
export function aClientId(number = nextNumber()): string {
  const hex = number.toString(16).padStart(12, '0');
  return `019ca8e7-0000-7000-8000-${hex}`;
}

/** A recipient with a Dutch mobile number; give only what the test is about. */
export function aRecipient(fields: Partial<Recipient> = {}): Recipient {
  return {
    id: `recipient-${nextNumber()}`,
    kind: 'contact',
    name: 'Anna de Vries',
    firstName: 'Anna',
    organisation: 'Bakkerij De Vries',
    language: 'nl',
    addresses: [
      { channel: 'phone', value: '+31612345678' },
      { channel: 'whatsapp', value: '+31612345678' },
    ],
    coWorkerId: null,
    branchId: null,
    ...fields,
  };
}

/** What a list needs to know of a recipient. */
export function aRecipientSummary(recipient: Partial<Recipient> = {}): RecipientSummary {
  const { id, kind, name, firstName, organisation, language } = aRecipient(recipient);
  return { id, kind, name, firstName, organisation, language };
}

/** A co-worker without special permissions. */
export function aCoWorker(fields: Partial<CoWorker> = {}): CoWorker {
  return {
    id: `co-worker-${nextNumber()}`,
    name: 'Sanne Bakker',
    branchId: null,
    teamIds: [],
    permissions: [],
    ...fields,
  };
}

/** A branch. */
export function aBranch(fields: Partial<Branch> = {}): Branch {
  return { id: `branch-${nextNumber()}`, name: 'Utrecht', ...fields };
}

/** A message; incoming on WhatsApp unless said otherwise. `text` is short for a text content. */
export function aMessage(fields: Partial<Message> & { readonly text?: string } = {}): Message {
  const { text = 'Hello', ...given } = fields;
  const number = nextNumber();
  const direction = given.direction ?? 'incoming';
  const at = given.at ?? builtAt;
  const status = given.status === undefined ? (direction === 'outgoing' ? 'accepted' : null) : given.status;
  return {
    id: `message-${number}`,
    clientId: direction === 'outgoing' || direction === 'note' ? aClientId(number) : null,
    conversationId: 'conversation-1',
    recipientId: 'recipient-1',
    position: number,
    version: 1,
    direction,
    channel: direction === 'note' || direction === 'event' ? null : 'whatsapp',
    accountId: null,
    author: authorOf(direction),
    at,
    content: direction === 'event' ? { kind: 'event', event: { type: 'started' } } : aText(text),
    status,
    statusTimes: status === null ? {} : { [status]: at },
    failure: null,
    replyToId: null,
    reactions: [],
    editedAt: null,
    deletedAt: null,
    ...given,
  };
}

/** The last message of a conversation as a list shows it. */
export function aPreview(message: Message): MessagePreview {
  const { id, direction, channel, content, at, status } = message;
  return { id, direction, channel, text: content.kind === 'text' ? content.text : '', kind: content.kind, at, status };
}

/** An open conversation over SMS and WhatsApp without messages; give only what the test is about. */
export function aConversation(fields: Partial<Conversation> = {}): Conversation {
  return {
    id: `conversation-${nextNumber()}`,
    version: 1,
    recipient: aRecipientSummary({ id: 'recipient-1' }),
    state: 'assigned',
    coWorkerId: 'co-worker-1',
    branchId: null,
    teamId: null,
    tags: [],
    channels: [
      {
        channel: 'whatsapp',
        accountId: null,
        address: '+31612345678',
        lastIncomingAt: builtAt,
        consent: 'granted',
        overrides: null,
      },
      {
        channel: 'sms',
        accountId: null,
        address: '+31612345678',
        lastIncomingAt: null,
        consent: 'unknown',
        overrides: null,
      },
    ],
    lastIncomingChannel: 'whatsapp',
    startedAt: builtAt,
    lastActivityAt: builtAt,
    lastMessage: null,
    unreadCount: 0,
    firstUnreadMessageId: null,
    waitingSince: null,
    ...fields,
  };
}

/** A conversation template. */
export function aTemplate(fields: Partial<ConversationTemplate> = {}): ConversationTemplate {
  return { code: 'GREETING', language: 'nl', isDefault: true, text: 'Beste {{Customer}},', ...fields };
}

/** An approved template: `Dear {{1}}, your order is ready.`, ready to be sent. */
export function anApprovedTemplate(fields: Partial<ApprovedTemplate> = {}): ApprovedTemplate {
  const parameter = { name: '1', type: 'text', label: null, example: null, currency: null, source: null } as const;
  return {
    id: `template-${nextNumber()}`,
    name: 'order_ready',
    language: 'en',
    channel: 'whatsapp',
    accountId: null,
    category: 'utility',
    status: 'approved',
    statusReason: null,
    quality: 'green',
    parameterFormat: 'positional',
    header: null,
    body: { text: 'Dear {{1}}, your order is ready.', parameters: [parameter] },
    footer: null,
    buttons: [],
    ...fields,
  };
}

/** A group of quick replies; one reply with `text` unless `replies` are given. */
export function aQuickReplyGroup(fields: Partial<QuickReplyGroup> & { readonly text?: string } = {}): QuickReplyGroup {
  const { text = 'Good morning {{FirstName}}', ...rest } = fields;
  const reply = { id: `reply-${nextNumber()}`, version: 1, texts: [{ language: null, text }], attachments: [] };
  return { id: `group-${nextNumber()}`, version: 1, name: 'Greetings', replies: [reply], ...rest };
}

/** A file of a message. */
export function anAttachment(fields: Partial<Attachment> = {}): Attachment {
  return {
    id: `attachment-${nextNumber()}`,
    name: 'photo.jpg',
    mimeType: 'image/jpeg',
    sizeBytes: 12_345,
    url: null,
    thumbnailUrl: null,
    altText: null,
    durationMs: null,
    ...fields,
  };
}

/** What somebody typed and has not sent. */
export function aDraft(fields: Partial<Draft> = {}): Draft {
  return {
    key: { conversationId: 'conversation-1', mode: 'reply', channel: 'whatsapp' },
    clientId: aClientId(),
    text: 'Half a sentence',
    replyToId: null,
    updatedAt: builtAt,
    ...fields,
  };
}

/** A message that waits in the outbox. */
export function anOutboxEntry(fields: Partial<OutboxEntry> = {}): OutboxEntry {
  const number = nextNumber();
  return {
    version: 1,
    clientId: aClientId(number),
    command: 'send',
    target: {
      conversationId: 'conversation-1',
      recipientId: 'recipient-1',
      recipientName: 'Anna de Vries',
      channel: 'whatsapp',
      accountId: null,
      address: '+31612345678',
    },
    content: aText('Hello'),
    replyToId: null,
    order: number,
    queuedAt: builtAt,
    state: 'queued',
    attempts: 0,
    notBefore: 0,
    failure: null,
    ...fields,
  };
}

/** A text content. */
export function aText(text: string): Extract<Content, { readonly kind: 'text' }> {
  return { kind: 'text', text };
}

function authorOf(direction: Message['direction']): Message['author'] {
  if (direction === 'incoming') return { kind: 'customer', id: 'recipient-1', name: 'Anna de Vries' };
  if (direction === 'event') return { kind: 'system', id: null, name: '' };
  return { kind: 'co-worker', id: 'co-worker-1', name: 'Sanne Bakker' };
}

function nextNumber(): number {
  built += 1;
  return built;
}
