import { defineAdapter } from '../../src/adapters/define-adapter/index.ts';
import type { SimpleBackend } from '../../src/adapters/define-adapter/index.ts';
import { createMemoryBackend } from '../../src/adapters/memory/index.ts';
import type { CmChannel } from '../../src/domain/cm-messages.ts';
import type { Conversation, Message } from '../../src/domain/model.ts';
import type { MessagingAdapter } from '../../src/ports/adapter.ts';
import { AdapterError } from '../../src/ports/adapter-error.ts';
import type { ConformanceSubject } from '../../src/testing/conformance/subject.ts';
import { manualClock } from '../../src/testing/manual-clock.ts';
import { rememberingProvider, smallBusiness } from './subjects.ts';

const host = { token: () => Promise.resolve(''), locale: 'en', timeZone: 'UTC', log: () => undefined };

/** Reads everything of another adapter, as a small backend's endpoints would answer. */
async function everything(adapter: MessagingAdapter): Promise<readonly Conversation[]> {
  const { items } = await adapter.listConversations({ scope: { kind: 'all' }, sort: 'oldest' }, { limit: 200 });
  return Promise.all(items.map((conversation) => grown(adapter, conversation)));
}

/** With a version that grows with the messages too, as polling asks for: the status of an older message is news. */
async function grown(adapter: MessagingAdapter, conversation: Conversation): Promise<Conversation> {
  const messages = await allMessages(adapter, conversation.id);
  const changes = messages.reduce((sum, { version }) => sum + version, 0);
  return { ...conversation, version: conversation.version * 10_000 + changes };
}

/** A change of exactly the version that was read. */
async function updated(
  adapter: MessagingAdapter,
  ...[id, change, options = {}]: Parameters<MessagingAdapter['update']>
): Promise<Conversation> {
  const { ifVersion, ...rest } = options;
  const current = await adapter.getConversation(id);
  if (ifVersion !== undefined && (await grown(adapter, current)).version !== ifVersion)
    throw new AdapterError('conflict', 'it changed meanwhile');
  const guard = ifVersion === undefined ? {} : { ifVersion: current.version };
  return grown(adapter, await adapter.update(id, change, { ...rest, ...guard }));
}

async function allMessages(adapter: MessagingAdapter, conversationId: string): Promise<readonly Message[]> {
  return (await adapter.listMessages({ kind: 'conversation', conversationId }, { limit: 200 })).items;
}

/** An adapter made by `defineAdapter`, over functions that a small backend would offer. */
export function simpleSubject(more: (backend: MessagingAdapter) => Partial<SimpleBackend>): () => ConformanceSubject {
  return () => {
    const clock = manualClock();
    const { provider, clientIds } = rememberingProvider();
    const backend = createMemoryBackend({ clock, data: smallBusiness(), provider });
    const defined = (agentId: string): MessagingAdapter => {
      const endpoints = backend.adapter({ agentId });
      return defineAdapter({
        agent: async () => (await endpoints.connect(host)).agent,
        channels: ['sms', 'whatsapp'],
        list: () => everything(endpoints),
        messages: (conversationId) => allMessages(endpoints, conversationId),
        send: (message) => endpoints.send(message),
        pollMs: 1000,
        clock,
        ...more(endpoints),
      });
    };
    return {
      adapter: defined('agent-1'),
      second: defined('agent-2'),
      incoming: async ({ channel, address, text }) => {
        await backend.incoming({ channel: channel as CmChannel, from: address, text });
      },
      advance: (ms) => clock.advance(ms),
      dispatched: () => Promise.resolve(clientIds),
      dispose: () => backend.close(),
    };
  };
}

/** Everything that `defineAdapter` can be given. */
export const allEndpoints = (endpoints: MessagingAdapter): Partial<SimpleBackend> => ({
  find: (clientId) => endpoints.findMessage(clientId),
  note: (note) => endpoints.addNote(note),
  open: async (request) => grown(endpoints, await endpoints.open(request)),
  update: (...request) => updated(endpoints, ...request),
  can: ['assign', 'changeBranch', 'archive', 'markSpam', 'tag', 'markUnread', 'markUnreadFrom', 'link'],
  conflictCheck: true,
  idempotencyMs: 1_000_000_000,
  parts: {
    directory: endpoints.part('directory')!,
    templates: endpoints.part('templates')!,
  },
});
