import type {
  Content,
  Conversation,
  ConversationChannel,
  CoWorker,
  Message,
  Recipient,
} from '../../src/domain/model.ts';

/** Sunday 22 November 2026, 12:00 UTC. */
export const T0 = Date.UTC(2026, 10, 22, 12);
export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

export const agent: CoWorker = { id: 'w1', name: 'Saskia', branchId: 'b1', teamIds: [], permissions: [] };

export function aRecipient(changes: Partial<Recipient> = {}): Recipient {
  return {
    id: 'r1',
    kind: 'contact',
    name: 'Aïsha de Vries',
    firstName: 'Aïsha',
    organisation: 'De Vries Bouw',
    language: 'nl',
    addresses: [{ channel: 'phone', value: '+31612345678' }],
    coWorkerId: null,
    branchId: 'b1',
    ...changes,
  };
}

export function aChannel(changes: Partial<ConversationChannel> = {}): ConversationChannel {
  return {
    channel: 'sms',
    accountId: null,
    address: '+31612345678',
    lastIncomingAt: null,
    consent: 'unknown',
    overrides: null,
    ...changes,
  };
}

export function aConversation(changes: Partial<Conversation> = {}): Conversation {
  const { id, kind, name, firstName, organisation, language } = aRecipient();
  return {
    id: 'c1',
    version: 1,
    recipient: { id, kind, name, firstName, organisation, language },
    state: 'new',
    coWorkerId: null,
    branchId: 'b1',
    teamId: null,
    tags: [],
    channels: [aChannel()],
    lastIncomingChannel: null,
    startedAt: T0 - day,
    lastActivityAt: T0 - day,
    lastMessage: null,
    unreadCount: 0,
    firstUnreadMessageId: null,
    waitingSince: null,
    ...changes,
  };
}

export function text(words: string): Content {
  return { kind: 'text', text: words };
}

/** A message; `incoming` on SMS unless changed. */
export function aMessage(changes: Partial<Message> = {}): Message {
  const direction = changes.direction ?? 'incoming';
  return {
    id: 'm1',
    clientId: null,
    conversationId: 'c1',
    recipientId: 'r1',
    position: 1,
    version: 1,
    direction,
    channel: direction === 'note' || direction === 'event' ? null : 'sms',
    accountId: null,
    author:
      direction === 'incoming'
        ? { kind: 'customer', id: 'r1', name: 'Aïsha de Vries' }
        : { kind: 'co-worker', id: 'w1', name: 'Saskia' },
    at: T0,
    content: text('Hallo'),
    status: direction === 'outgoing' ? 'accepted' : null,
    statusTimes: {},
    failure: null,
    replyToId: null,
    reactions: [],
    editedAt: null,
    deletedAt: null,
    ...changes,
  };
}
