import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import * as entry from '../../src/adapters/define-adapter/index.ts';
import { defineAdapter } from '../../src/adapters/define-adapter/index.ts';
import type { SimpleBackend } from '../../src/adapters/define-adapter/index.ts';
import type { Conversation, Message } from '../../src/domain/model.ts';
import type { Change, ChangeSink, MessagingAdapter } from '../../src/ports/adapter.ts';
import { AdapterError } from '../../src/ports/adapter-error.ts';
import { aConversation, aCoWorker, aMessage } from '../../src/testing/builders.ts';
import type { ManualClock } from '../../src/testing/manual-clock.ts';
import { manualClock } from '../../src/testing/manual-clock.ts';

const host = { token: () => Promise.resolve('secret'), locale: 'en', timeZone: 'UTC', log: () => undefined };
const agent = aCoWorker({ id: 'agent-1' });

/** A backend that is two lists, and what its stream said. */
async function polled(more: Partial<SimpleBackend> = {}): Promise<{
  adapter: MessagingAdapter;
  clock: ManualClock;
  conversations: Conversation[];
  messages: Message[];
  heard: string[];
  sink: ChangeSink;
}> {
  const clock = manualClock();
  const conversations = [aConversation({ id: 'a', version: 1 })];
  const messages = [aMessage({ id: 'm1', conversationId: 'a' })];
  const adapter = defineAdapter({
    agent,
    channels: ['sms'],
    list: () => Promise.resolve([...conversations]),
    messages: (id) => Promise.resolve(messages.filter(({ conversationId }) => conversationId === id)),
    send: () => Promise.reject(new AdapterError('unsupported', '')),
    pollMs: 1000,
    clock,
    ...more,
  });
  await adapter.connect(host);
  const heard: string[] = [];
  const sink: ChangeSink = {
    batch: ({ changes }) => heard.push(...changes.map(told)),
    link: (state) => heard.push(state),
    reset: (cursor) => heard.push(`reset ${cursor}`),
  };
  return { adapter, clock, conversations, messages, heard, sink };
}

function told(change: Change): string {
  switch (change.type) {
    case 'conversation':
      return `conversation ${change.conversation.id}`;
    case 'message':
      return `message ${change.message.id}`;
    case 'conversation-removed':
      return `removed ${change.conversationId}`;
    case 'message-removed':
      return `removed ${change.messageId}`;
    case 'recipient':
      return `recipient ${change.recipient.id}`;
  }
}

describe('the entry of defineAdapter', () => {
  it('gives the error to reject with, so that an adapter needs no module that brings elements into a bundle', () => {
    assert.equal(entry.AdapterError, AdapterError);
    assert.ok(entry.adapterErrorCodes.includes('unavailable'));
    assert.equal(entry.toAdapterError(new Error('off')).code, 'unavailable');
  });
});

describe('defineAdapter, its stream', () => {
  it('is live after the first look and tells what differs at later ones', async () => {
    const { adapter, clock, conversations, messages, heard, sink } = await polled();
    adapter.subscribe({ kind: 'all' }, sink, null);
    await clock.advance(0);
    assert.deepEqual(heard, ['live']);
    messages.push(aMessage({ id: 'm2', conversationId: 'a' }));
    conversations[0] = aConversation({ id: 'a', version: 2 });
    await clock.advance(1000);
    assert.deepEqual(heard, ['live', 'message m1', 'message m2', 'conversation a']);
    await clock.advance(5000);
    assert.equal(heard.length, 4);
  });

  it('tells only messages that are new or changed once it knows a history', async () => {
    const { adapter, clock, conversations, messages, heard, sink } = await polled();
    adapter.subscribe({ kind: 'all' }, sink, null);
    await clock.advance(0);
    conversations[0] = aConversation({ id: 'a', version: 2 });
    await clock.advance(1000);
    heard.length = 0;
    messages.push(aMessage({ id: 'm2', conversationId: 'a' }));
    conversations[0] = aConversation({ id: 'a', version: 3 });
    await clock.advance(1000);
    assert.deepEqual(heard, ['message m2', 'conversation a']);
  });

  it('tells what is gone', async () => {
    const { adapter, clock, conversations, messages, heard, sink } = await polled();
    adapter.subscribe({ kind: 'all' }, sink, null);
    conversations[0] = aConversation({ id: 'a', version: 2 });
    await clock.advance(1000);
    conversations[0] = aConversation({ id: 'a', version: 3 });
    await clock.advance(1000);
    heard.length = 0;
    messages.length = 0;
    conversations[0] = aConversation({ id: 'a', version: 4 });
    await clock.advance(1000);
    conversations.length = 0;
    await clock.advance(1000);
    assert.deepEqual(heard, ['removed m1', 'conversation a', 'removed a']);
  });

  it('is offline while looking fails, and misses nothing meanwhile', async () => {
    let isDown = false;
    const list: Conversation[] = [aConversation({ id: 'a', version: 1 })];
    const { adapter, clock, heard, sink } = await polled({
      list: () => (isDown ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve([...list])),
    });
    adapter.subscribe({ kind: 'all' }, sink, null);
    await clock.advance(0);
    isDown = true;
    list[0] = aConversation({ id: 'a', version: 2 });
    await clock.advance(3000);
    isDown = false;
    await clock.advance(1000);
    assert.deepEqual(heard, ['live', 'offline', 'message m1', 'conversation a', 'live']);
  });

  it('starts anew from an old cursor', async () => {
    const { adapter, clock, heard, sink } = await polled();
    adapter.subscribe({ kind: 'all' }, sink, 'poll-7');
    await clock.advance(0);
    assert.deepEqual(heard, ['reset null', 'live']);
  });

  it('leaves no timer behind, ended or closed', async () => {
    const { adapter, clock, heard, sink } = await polled();
    const stop = adapter.subscribe({ kind: 'all' }, sink, null);
    adapter.subscribe({ kind: 'all' }, sink, null);
    await clock.advance(0);
    stop();
    await adapter.close();
    heard.length = 0;
    await clock.advance(5000);
    assert.deepEqual([clock.pending, heard], [0, []]);
  });

  it('looks once more when something happened while it looked, never twice at once', async () => {
    let running = 0;
    let most = 0;
    let looks = 0;
    const { adapter, clock, sink } = await polled({
      list: async () => {
        looks += 1;
        running += 1;
        most = Math.max(most, running);
        await Promise.resolve();
        running -= 1;
        return [];
      },
      open: () => Promise.resolve(aConversation()),
    });
    adapter.subscribe({ kind: 'all' }, sink, null);
    await adapter.open({ recipientId: 'r' });
    await clock.advance(0);
    assert.deepEqual([looks, most], [2, 1]);
  });
});

describe('defineAdapter, the rest', () => {
  it('signs in with the host’s token when the agent is a function', async () => {
    const tokens: string[] = [];
    const { adapter } = await polled({
      agent: async ({ token }) => {
        tokens.push(await token('connect'));
        return agent;
      },
    });
    await adapter.connect(host);
    assert.deepEqual(tokens, ['secret', 'secret']);
  });

  it('keeps read marks of a backend that has none, until somebody reads elsewhere', async () => {
    const { adapter, conversations } = await polled();
    conversations[0] = aConversation({ id: 'a', version: 3, unreadCount: 1, firstUnreadMessageId: 'm1' });
    const read = await adapter.update('a', { readUpTo: 'm1' });
    assert.deepEqual([read.unreadCount, read.firstUnreadMessageId, read.version], [0, null, 4]);
    conversations[0] = aConversation({ id: 'a', version: 4, unreadCount: 2, firstUnreadMessageId: 'm1' });
    assert.equal((await adapter.getConversation('a')).unreadCount, 1);
    conversations[0] = aConversation({ id: 'a', version: 5, unreadCount: 0 });
    assert.deepEqual(
      (({ unreadCount, version }) => [unreadCount, version])(await adapter.getConversation('a')),
      [0, 6],
    );
  });

  it('claims only what it was given', async () => {
    const { adapter } = await polled({ can: ['tag'], conflictCheck: true, note: () => Promise.reject(new Error()) });
    const { capabilities } = await adapter.connect(host);
    const claimed = Object.entries(capabilities.can).flatMap(([name, can]) => (can ? [name] : []));
    // Tags need `update`, and so does the check of versions.
    assert.deepEqual([claimed, capabilities.conflictCheck, capabilities.idempotencyMs], [['notes'], false, 0]);
  });
});

describe('an adapter of three functions that were written in a hurry', () => {
  const simple: SimpleBackend = {
    ...{ agent, channels: ['sms'] },
    ...{ list: () => Promise.resolve([]), messages: () => Promise.resolve([]) },
    send: () => Promise.reject(new AdapterError('unsupported', '')),
  };
  const list = async (
    answer: unknown,
  ): Promise<{ readonly ids: readonly string[]; readonly log: readonly string[] }> => {
    const log: string[] = [];
    const adapter = defineAdapter({ ...simple, list: () => answer as Promise<Conversation[]> });
    await adapter.connect({ ...host, log: (_level, line) => log.push(line) });
    const { items } = await adapter
      .listConversations({ scope: { kind: 'all' }, sort: 'newest', states: ['new', 'assigned'] })
      .catch((error: unknown) => Promise.reject(Object.assign(new Error(String(error)), { log })));
    return { ids: items.map(({ id }) => id), log };
  };

  it('names what is missing when it is made', () => {
    for (const name of ['list', 'messages', 'send', 'channels', 'agent'])
      assert.throws(() => defineAdapter({ ...simple, [name]: null }), {
        name: 'TypeError',
        message: new RegExp(`"${name}"`),
      });
  });

  it('keeps the good ones and tells where the others are wrong', async () => {
    const good = aConversation({ id: 'a' });
    const { ids, log } = await list(
      Promise.resolve([good, { id: 7 }, null, { ...good, id: 'b', lastActivityAt: 'today' }]),
    );
    assert.deepEqual(ids, ['a']);
    assert.match(log.join(), /^list answered \[1\]\.id that is not .+ \(and 2 more\)$/);
  });

  it('is never "no conversations" when nothing it answered is one', async () => {
    await assert.rejects(list(Promise.resolve([{}, {}])), /list answered \[0\]\.\w+ that is not/);
    await assert.rejects(list(Promise.resolve(null)), /list answered something that is not a list/);
  });

  it('tells once of what is no AdapterError, with its place and without its words', async () => {
    const log: string[] = [];
    const adapter = defineAdapter({ ...simple, list: () => Promise.reject(new RangeError('Hello Mrs Jansen')) });
    await adapter.connect({ ...host, log: (_level, line) => log.push(line) });
    for (const id of ['a', 'b']) await assert.rejects(adapter.getConversation(id), { code: 'unavailable' });
    assert.equal(log.length, 1);
    assert.match(log.join(), /rejected with RangeError, which is no AdapterError: .+define-adapter\.test\.ts:\d+/);
    assert.doesNotMatch(log.join(), /Jansen/);
  });
});
