import { describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { createMemoryBackend } from '../../src/adapters/memory/index.ts';
import { aClientId, aConversation, aCoWorker, aMessage, aRecipient, builtAt } from '../../src/testing/builders.ts';
import { manualClock } from '../../src/testing/manual-clock.ts';
import type { ChangeBatch } from '../../src/ports/adapter.ts';

const host = { token: async () => 't', locale: 'en', timeZone: 'UTC', log: () => {} };

describe('createMemoryBackend', () => {
  it('tells a second agent what the first one sent', async () => {
    const conversation = aConversation({ id: 'c1', coWorkerId: 'a' });
    const backend = createMemoryBackend({
      clock: manualClock(),
      data: {
        coWorkers: [aCoWorker({ id: 'a' }), aCoWorker({ id: 'b' })],
        recipients: [aRecipient({ id: 'recipient-1' })],
        conversations: [conversation],
        messages: [aMessage({ conversationId: 'c1', at: builtAt })],
      },
    });
    const [a, b] = [backend.adapter({ agentId: 'a' }), backend.adapter({ agentId: 'b' })];
    const session = await b.connect(host);
    const batches: ChangeBatch[] = [];
    const links: string[] = [];
    b.subscribe(
      { kind: 'all' },
      { batch: (batch) => batches.push(batch), link: (state) => links.push(state), reset: () => assert.fail('reset') },
      session.cursor,
    );
    const sent = await a.send({
      clientId: aClientId(),
      conversationId: 'c1',
      channel: 'sms',
      accountId: null,
      content: { kind: 'text', text: 'Hello' },
      replyToId: null,
    });
    await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(links, ['connecting', 'live']);
    assert.deepEqual(batches.map(({ changes }) => changes.map(({ type }) => type)), [["conversation", "message"], ["message", "conversation"]]);
    assert.equal(batches[0]?.previous, session.cursor);
    const page = await b.listMessages({ kind: 'conversation', conversationId: 'c1' });
    assert.equal(page.items.at(-1)?.id, sent.id);
    assert.equal(page.items.at(-1)?.status, 'sent');
    const list = await b.listConversations({ scope: { kind: 'mine' }, sort: 'newest' });
    assert.equal(list.items.length, 0);
    assert.equal((await a.listConversations({ scope: { kind: 'mine' }, sort: 'newest' })).items.length, 1);
    assert.equal((await a.listMessages({ kind: 'recent', scope: { kind: 'all' } })).items.length, 2);
  });
});
