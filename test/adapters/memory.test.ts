import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMemoryAdapter, createMemoryBackend } from '../../src/adapters/memory/index.ts';
import type { MessagingAdapter } from '../../src/ports/adapter.ts';
import { manualClock, settle } from '../../src/testing/index.ts';
import { annasData, aTextTo, host, recorder } from './world.ts';

describe('createMemoryBackend', () => {
  it('serves several agents who hear each other at once', async () => {
    const backend = createMemoryBackend({ clock: manualClock(), data: annasData() });
    const [sanne, tim] = [backend.adapter({ agentId: 'sanne' }), backend.adapter({ agentId: 'tim' })];
    const sink = recorder();
    tim.subscribe({ kind: 'all' }, sink, (await tim.connect(host)).cursor);
    const sent = await sanne.send(aTextTo());
    await settle();
    const ids = sink.batches.flatMap(({ changes }) =>
      changes.map((change) => (change.type === 'message' ? change.message.id : '')),
    );
    assert.ok(ids.includes(sent.id));
    await backend.close();
  });

  it('does the same again for the same calls', async () => {
    const run = async (): Promise<unknown> => {
      const clock = manualClock();
      const backend = createMemoryBackend({ clock, data: annasData() });
      const adapter = backend.adapter();
      await adapter.send(aTextTo({ clientId: 'one' }));
      await clock.advance(5_000);
      await backend.incoming({ channel: 'sms', from: '06-12345678', text: 'Thanks' });
      await backend.incoming({ channel: 'whatsapp', from: '+31687654321', text: 'Hi', name: 'Bob' });
      await adapter.update('c1', { coWorkerId: 'tim' });
      await settle();
      return everything(adapter);
    };
    assert.deepEqual(await run(), await run());
  });

  it('lets a customer write in few words', async () => {
    const clock = manualClock();
    const backend = createMemoryBackend({ clock, data: annasData() });
    const first = await backend.incoming({ channel: 'sms', from: '06-12345678', text: 'Hello' });
    const second = await backend.incoming({ channel: 'sms', from: '06-12345678', text: 'Hello' });
    assert.deepEqual([first.duplicate, second.duplicate], [false, false]);
    const conversation = await backend.adapter().getConversation('c1');
    assert.deepEqual([conversation.unreadCount, conversation.waitingSince], [2, clock.now()]);
  });

  it('has a co-worker of its own when it is given no data', async () => {
    const adapter = createMemoryAdapter({ clock: manualClock() });
    const { agent, tenantId, capabilities } = await adapter.connect(host);
    assert.deepEqual([agent.name, tenantId, capabilities.durable], ['Agent', 'memory', false]);
    const conversation = await adapter.open({ channel: 'sms', address: '06-12345678' });
    const sent = await adapter.send(aTextTo({ conversationId: conversation.id }));
    assert.equal(sent.author.id, 'agent-1');
    await adapter.backend.close();
  });

  it('sends only on the channels it was given', async () => {
    const adapter = createMemoryAdapter({ clock: manualClock(), data: annasData(), channels: ['sms'] });
    assert.deepEqual((await adapter.connect(host)).channels, ['sms']);
    await assert.rejects(adapter.send(aTextTo({ channel: 'whatsapp' })), { code: 'unsupported' });
  });

  it('reads national numbers as the country’s that was given', async () => {
    const backend = createMemoryBackend({ clock: manualClock(), defaultCountry: 'BE' });
    const conversation = await backend.adapter().open({ channel: 'sms', address: '0470 12 34 56' });
    assert.equal(conversation.channels[0]?.address, '+32470123456');
  });

  it('leaves no timer behind', async () => {
    const clock = manualClock();
    const backend = createMemoryBackend({ clock, data: annasData() });
    const adapter = backend.adapter();
    adapter.subscribe({ kind: 'all' }, recorder(), null);
    await adapter.send(aTextTo());
    await settle();
    await adapter.close();
    await backend.close();
    assert.equal(clock.pending, 0);
  });
});

async function everything(adapter: MessagingAdapter): Promise<unknown> {
  const { items } = await adapter.listConversations({ scope: { kind: 'all' }, sort: 'newest' });
  const messages = await adapter.listMessages({ kind: 'recent', scope: { kind: 'all' } });
  return [items, messages, await adapter.connect(host)];
}
