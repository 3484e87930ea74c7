import type { BackendSession, MessagingAdapter, Page } from '../../src/ports/adapter.ts';
import { aConversation, aCoWorker, aMessage, builtAt } from '../../src/testing/builders.ts';

/** A well-formed answer to `connect`. */
export const aSession: BackendSession = {
  tenantId: 'tenant-1',
  agent: aCoWorker(),
  capabilities: {
    realtime: 'push',
    resume: 'exact',
    sequence: 'dense',
    idempotencyMs: Infinity,
    conflictCheck: true,
    durable: true,
    limits: { maxPageSize: 100, maxTextLength: 4096 },
    can: {
      findByClientId: true,
      notes: true,
      open: true,
      assign: true,
      changeBranch: true,
      archive: true,
      markSpam: true,
      tag: true,
      markUnread: true,
      markUnreadFrom: true,
      link: true,
      search: true,
    },
    parts: [],
  },
  channels: ['sms', 'whatsapp'],
  cursor: 'c0',
  now: builtAt,
};

/** An adapter that answers politely; each test breaks what it is about, wrongly typed on purpose. */
export function politeAdapter(broken: Readonly<Record<string, unknown>> = {}): MessagingAdapter {
  const page: Page<never> = { items: [], nextCursor: null, total: null };
  const polite: MessagingAdapter = {
    name: 'polite',
    connect: () => Promise.resolve(aSession),
    listConversations: () => Promise.resolve(page),
    getConversation: (id) => Promise.resolve(aConversation({ id })),
    listMessages: () => Promise.resolve({ items: [], olderCursor: null, newerCursor: null }),
    findMessage: () => Promise.resolve(null),
    send: ({ clientId, conversationId }) =>
      Promise.resolve(aMessage({ direction: 'outgoing', clientId, conversationId })),
    addNote: ({ clientId, conversationId }) =>
      Promise.resolve(aMessage({ direction: 'note', clientId, conversationId })),
    open: () => Promise.resolve(aConversation()),
    update: (id) => Promise.resolve(aConversation({ id })),
    subscribe: () => () => undefined,
    part: () => undefined,
    close: () => Promise.resolve(),
  };
  return { ...polite, ...broken };
}
