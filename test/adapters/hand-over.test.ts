import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Provider } from '../../src/adapters/embedded/provider.ts';
import type { Message } from '../../src/domain/model.ts';
import type { MessagingAdapter } from '../../src/ports/adapter.ts';
import { AdapterError } from '../../src/ports/adapter-error.ts';
import { aConversation, settle } from '../../src/testing/index.ts';
import { annasData, aTextTo, aWorld, cmStatus, slowProvider } from './world.ts';

async function theMessage(adapter: MessagingAdapter, clientId: string): Promise<Message> {
  const message = await adapter.findMessage(clientId);
  assert.ok(message);
  return message;
}

function providerThat(send: Provider['send']): Provider {
  return { send };
}

describe('handing messages to the provider', () => {
  it('gives everything the provider needs', async () => {
    const instance = aWorld().start();
    await instance.adapter().send(aTextTo({ clientId: '019ca8e7-0000-7000-8000-0000000000AB' }));
    await settle();
    const [asked] = instance.asked;
    assert.equal(asked?.reference, '019ca8e70000700080000000000000AB');
    assert.equal(asked.address, '+31612345678');
    assert.equal(asked.channel, 'sms');
    assert.deepEqual(asked.content, { kind: 'text', text: 'Your order is ready' });
  });

  it('marks the message sent once the provider took it', async () => {
    const { provider, answers } = slowProvider();
    const { clock, start } = aWorld();
    const adapter = start({ provider }).adapter();
    await adapter.send(aTextTo({ clientId: 'one' }));
    await settle();
    assert.equal((await theMessage(adapter, 'one')).status, 'accepted');
    await clock.advance(700);
    answers[0]?.resolve({ status: 'sent' });
    await settle();
    const message = await theMessage(adapter, 'one');
    assert.equal(message.status, 'sent');
    assert.equal(message.statusTimes.sent, clock.now());
    assert.equal((await adapter.getConversation('c1')).lastMessage?.status, 'sent');
  });

  it('[I5] hands over one at a time per conversation, in order of acceptance', async () => {
    const { provider, answers } = slowProvider();
    const instance = aWorld().start({ provider });
    const adapter = instance.adapter();
    const texts = ['one', 'two', 'three'];
    for (const text of texts) await adapter.send(aTextTo({ content: { kind: 'text', text } }));
    for (const [index] of texts.entries()) {
      await settle();
      assert.equal(instance.asked.length, index + 1);
      answers[index]?.resolve({ status: 'sent' });
    }
    await settle();
    const order = instance.asked.map(({ content }) => (content.kind === 'text' ? content.text : ''));
    assert.deepEqual(order, texts);
  });

  it('lets one conversation wait without holding up another', async () => {
    const data = annasData();
    const second = aConversation({ ...data.conversations?.[0], id: 'c2' });
    const { provider } = slowProvider();
    const instance = aWorld({ ...data, conversations: [...(data.conversations ?? []), second] }).start({ provider });
    const adapter = instance.adapter();
    await adapter.send(aTextTo());
    await adapter.send(aTextTo({ conversationId: 'c2' }));
    await settle();
    assert.deepEqual(
      instance.asked.map(({ conversationId }) => conversationId),
      ['c1', 'c2'],
    );
  });

  it('keeps the reason when the provider refuses', async () => {
    const failure = { reason: 'invalid-number', providerCode: '303', detail: 'no such number' } as const;
    const provider = providerThat(() => Promise.resolve({ status: 'failed', failure }));
    const { clock, start } = aWorld();
    const adapter = start({ provider }).adapter();
    await adapter.send(aTextTo({ clientId: 'one' }));
    await settle();
    const message = await theMessage(adapter, 'one');
    assert.equal(message.status, 'failed');
    assert.deepEqual(message.failure, { ...failure, at: clock.now() });
  });

  it('counts a typed refusal as failed, because nothing left', async () => {
    const provider = providerThat(() => Promise.reject(new AdapterError('rate-limited', 'slow down')));
    const adapter = aWorld().start({ provider }).adapter();
    await adapter.send(aTextTo({ clientId: 'one' }));
    await settle();
    const message = await theMessage(adapter, 'one');
    assert.deepEqual([message.status, message.failure?.reason], ['failed', 'rate-limited']);
  });

  for (const [title, send] of [
    ['rejects without saying what happened', () => Promise.reject(new TypeError('network'))],
    [
      'throws at once',
      () => {
        throw new Error('oops');
      },
    ],
    ['is cut off after the request left', () => Promise.reject(new AdapterError('unavailable', 'connection lost'))],
  ] as const satisfies readonly (readonly [string, Provider['send']])[]) {
    it(`[I3] never asks again when the provider ${title}`, async () => {
      const { clock, start } = aWorld();
      const instance = start({ provider: providerThat(send) });
      const adapter = instance.adapter();
      await adapter.send(aTextTo({ clientId: 'one' }));
      await clock.advance(3_600_000);
      assert.equal(instance.asked.length, 1);
      const message = await theMessage(adapter, 'one');
      assert.equal(message.status, 'unknown', 'the agent sees that nobody knows');
      assert.notEqual(message.statusTimes.unknown, undefined);
    });
  }

  it('goes on with the next message after an unknown outcome', async () => {
    const { provider, answers } = slowProvider();
    const instance = aWorld().start({ provider });
    const adapter = instance.adapter();
    await adapter.send(aTextTo());
    await adapter.send(aTextTo());
    await settle();
    answers[0]?.reject(new TypeError('network'));
    await settle();
    assert.equal(instance.asked.length, 2);
  });

  it('stops waiting for a provider that never answers, and tells it', async () => {
    let signal: AbortSignal | null = null;
    const provider = providerThat((_, options) => {
      signal = options.signal;
      return new Promise(() => undefined);
    });
    const { clock, start } = aWorld();
    const adapter = start({ provider }).adapter();
    await adapter.send(aTextTo({ clientId: 'one' }));
    await clock.advance(29_999);
    assert.equal((await theMessage(adapter, 'one')).statusTimes.unknown, undefined);
    await clock.advance(1);
    assert.equal((await theMessage(adapter, 'one')).statusTimes.unknown, clock.now());
    assert.equal((signal as AbortSignal | null)?.aborted, true);
  });

  it('believes a provider that answers after all', async () => {
    const { provider, answers } = slowProvider();
    const { clock, start } = aWorld();
    const instance = start({ provider });
    const adapter = instance.adapter();
    await adapter.send(aTextTo({ clientId: 'one' }));
    await clock.advance(30_000);
    answers[0]?.resolve({ status: 'sent' });
    await settle();
    assert.equal((await theMessage(adapter, 'one')).status, 'sent');
    assert.equal(instance.asked.length, 1);
  });

  it('[I3] asks once although several instances serve the store', async () => {
    const world = aWorld();
    const instances = [world.start(), world.start(), world.start()];
    const adapters = instances.map((instance) => instance.adapter());
    for (const adapter of [...adapters, ...adapters]) await adapter.send(aTextTo());
    await world.clock.advance(60_000);
    const references = instances.flatMap(({ asked }) => asked.map(({ reference }) => reference));
    assert.equal(references.length, 6);
    assert.equal(new Set(references).size, 6);
  });

  it('[I3] never repeats what a killed instance was handing over: a report resolves it', async () => {
    const world = aWorld();
    const { provider } = slowProvider();
    const first = world.start({ provider });
    const outgoing = aTextTo({ clientId: '019ca8e7-0000-7000-8000-000000000001' });
    await first.adapter().send(outgoing);
    await settle();
    assert.equal(first.asked.length, 1);
    await first.kill();
    const second = world.start();
    const adapter = second.adapter();
    await adapter.connect({ token: () => Promise.resolve(''), locale: 'en', timeZone: 'UTC', log: () => undefined });
    await world.clock.advance(60_000);
    assert.equal(second.asked.length, 0);
    assert.notEqual((await theMessage(adapter, outgoing.clientId)).statusTimes.unknown, undefined);
    await second.status(cmStatus(outgoing, 'delivered'));
    assert.equal((await theMessage(adapter, outgoing.clientId)).status, 'delivered');
  });

  it('hands over what a killed instance had accepted but not begun', async () => {
    const world = aWorld();
    const { provider } = slowProvider();
    const first = world.start({ provider });
    const adapter = first.adapter();
    await adapter.send(aTextTo());
    await adapter.send(aTextTo({ clientId: 'waiting' }));
    await settle();
    await first.kill();
    const second = world.start();
    await second.adapter().getConversation('c1');
    await world.clock.advance(10_000);
    assert.deepEqual(
      second.asked.map(({ reference }) => reference),
      ['waiting'],
    );
    assert.equal((await theMessage(second.adapter(), 'waiting')).status, 'sent');
  });

  it('leaves alone what a living instance is handing over', async () => {
    const world = aWorld();
    const { provider, answers } = slowProvider();
    const first = world.start({ provider });
    await first.adapter().send(aTextTo({ clientId: 'one' }));
    await settle();
    const second = world.start();
    await second.adapter().getConversation('c1');
    await world.clock.advance(20_000);
    assert.equal((await theMessage(second.adapter(), 'one')).statusTimes.unknown, undefined);
    answers[0]?.resolve({ status: 'sent' });
    await settle();
    assert.equal((await theMessage(second.adapter(), 'one')).status, 'sent');
    assert.equal(second.asked.length, 0);
  });

  it('writes an outcome later when the store fails meanwhile, without asking again', async () => {
    const world = aWorld();
    const { provider, answers } = slowProvider();
    const instance = world.start({ provider });
    const adapter = instance.adapter();
    await adapter.send(aTextTo({ clientId: 'one' }));
    await settle();
    const transact = world.store.transact.bind(world.store);
    world.store.transact = (mode, body) =>
      mode === 'write' ? Promise.reject(new AdapterError('unavailable', 'disk full')) : transact(mode, body);
    answers[0]?.resolve({ status: 'sent' });
    await settle();
    world.store.transact = transact;
    await world.clock.advance(10_000);
    assert.equal((await theMessage(adapter, 'one')).status, 'sent');
    assert.equal(instance.asked.length, 1);
  });

  it('leaves no timer behind when it is closed in mid-air', async () => {
    const { clock, start } = aWorld();
    const { provider } = slowProvider();
    const instance = start({ provider });
    await instance.adapter().send(aTextTo());
    await settle();
    await instance.kill();
    assert.equal(clock.pending, 0);
  });
});

describe('status reports', () => {
  it('move a message forward and are told to subscribers', async () => {
    const { clock, start } = aWorld();
    const instance = start();
    const adapter = instance.adapter();
    const outgoing = aTextTo();
    const sent = await adapter.send(outgoing);
    await settle();
    const result = await instance.status(cmStatus(outgoing, 'delivered', clock.now() + 1_000));
    assert.equal(result.messageId, sent.id);
    const message = await theMessage(adapter, outgoing.clientId);
    assert.deepEqual([message.status, message.statusTimes.delivered], ['delivered', clock.now() + 1_000]);
    assert.equal((await adapter.getConversation('c1')).lastMessage?.status, 'delivered');
  });

  it('[DS1] end the same in whatever order and however often they arrive', async () => {
    const instance = aWorld().start();
    const adapter = instance.adapter();
    const outgoing = aTextTo();
    await adapter.send(outgoing);
    for (const status of ['read', 'sent', 'delivered', 'read', 'delivered'] as const) {
      await instance.status(cmStatus(outgoing, status));
    }
    assert.equal((await theMessage(adapter, outgoing.clientId)).status, 'read');
  });

  it('change nothing the second time', async () => {
    const instance = aWorld().start();
    const adapter = instance.adapter();
    const outgoing = aTextTo();
    await adapter.send(outgoing);
    await settle();
    await instance.status(cmStatus(outgoing, 'failed'));
    const first = await theMessage(adapter, outgoing.clientId);
    await instance.status(cmStatus(outgoing, 'failed'));
    assert.deepEqual(await theMessage(adapter, outgoing.clientId), first);
    assert.equal(first.failure?.reason, 'invalid-number');
  });

  it('are found although the provider changed the capitals of our reference', async () => {
    const instance = aWorld().start();
    const adapter = instance.adapter();
    const clientId = '019ca8e7-abcd-7000-8000-0000000000ef';
    await adapter.send(aTextTo({ clientId }));
    const result = await instance.status(cmStatus({ clientId: clientId.toUpperCase() }, 'delivered'));
    assert.notEqual(result.messageId, null);
  });
});
