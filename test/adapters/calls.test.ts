import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CallOptions, MessagingAdapter } from '../../src/ports/adapter.ts';
import { settle } from '../../src/testing/index.ts';
import { annasData, aTextTo, aWorld, codeOf, errorOf, host } from './world.ts';

const calls: Readonly<Record<string, (adapter: MessagingAdapter, options: CallOptions) => Promise<unknown>>> = {
  connect: (adapter, options) => adapter.connect(host, options),
  listConversations: (adapter, options) =>
    adapter.listConversations({ scope: { kind: 'all' }, sort: 'newest' }, {}, options),
  getConversation: (adapter, options) => adapter.getConversation('c1', options),
  listMessages: (adapter, options) => adapter.listMessages({ kind: 'recipient', recipientId: 'anna' }, {}, options),
  findMessage: (adapter, options) => adapter.findMessage('x', options),
  send: (adapter, options) => adapter.send(aTextTo(), options),
  addNote: (adapter, options) => adapter.addNote({ clientId: 'n', conversationId: 'c1', text: 'x' }, options),
  open: (adapter, options) => adapter.open({ channel: 'sms', address: '0687654321' }, options),
  update: (adapter, options) => adapter.update('c1', { addTags: ['x'] }, options),
  getRecipient: async (adapter, options) => adapter.part('directory')?.getRecipient('anna', options),
  searchRecipients: async (adapter, options) => adapter.part('directory')?.searchRecipients('', {}, options),
  getInvitation: async (adapter, options) => adapter.part('templates')?.getInvitation(options),
};

for (const [name, call] of Object.entries(calls)) {
  describe(name, () => {
    it('does nothing when it was aborted before it began', async () => {
      const instance = aWorld().start();
      const adapter = instance.adapter();
      await adapter.connect(host);
      const { cursor } = await adapter.connect(host);
      const error = await errorOf(call(adapter, { signal: AbortSignal.abort() }));
      assert.deepEqual([error.code, error.refused], ['aborted', true]);
      await settle();
      assert.equal((await adapter.connect(host)).cursor, cursor);
    });

    it('rejects at once when it is aborted on its way, without knowing the outcome', async () => {
      const world = aWorld();
      const adapter = world.start().adapter();
      await adapter.connect(host);
      world.store.transact = () => new Promise(() => undefined);
      const controller = new AbortController();
      const pending = errorOf(call(adapter, { signal: controller.signal }));
      await settle();
      controller.abort();
      const error = await pending;
      assert.deepEqual([error.code, error.refused], ['aborted', false]);
    });

    it('rejects with a typed error whatever the store throws', async () => {
      const world = aWorld();
      const adapter = world.start().adapter();
      await adapter.connect(host);
      world.store.transact = () => Promise.reject(new TypeError('bug'));
      assert.equal(await codeOf(call(adapter, {})), 'unavailable');
    });

    it('is refused after the adapter was closed', async () => {
      const adapter = aWorld().start().adapter();
      await adapter.close();
      const error = await errorOf(call(adapter, {}));
      assert.deepEqual([error.code, error.retry, error.refused], ['unavailable', false, true]);
    });

    it('is refused to somebody who is no co-worker', async () => {
      assert.equal(await codeOf(call(aWorld().start().adapter('intruder'), {})), 'unauthenticated');
    });
  });
}

describe('connect', () => {
  it('says who, what and when', async () => {
    const { clock, start } = aWorld();
    const session = await start().adapter('tim').connect(host);
    assert.equal(session.agent.name, 'Tim Smit');
    assert.equal(session.now, clock.now());
    const adapter = start().adapter();
    for (const part of session.capabilities.parts) assert.ok(adapter.part(part), part);
  });

  it('fills the store once, however many ask together', async () => {
    let asked = 0;
    const data = {
      ...annasData(),
      get branches() {
        asked += 1;
        return [];
      },
    };
    const world = aWorld(data);
    const [one, other] = [world.start().adapter(), world.start().adapter()];
    await Promise.all([one.connect(host), one.connect(host), other.connect(host)]);
    assert.equal(asked, 1);
  });

  it('fills the store later when that failed', async () => {
    const world = aWorld();
    const adapter = world.start().adapter();
    const transact = world.store.transact.bind(world.store);
    world.store.transact = () => Promise.reject(new TypeError('not yet'));
    assert.equal(await codeOf(adapter.connect(host)), 'unavailable');
    world.store.transact = transact;
    assert.equal((await adapter.connect(host)).agent.id, 'sanne');
  });
});

describe('part', () => {
  it('knows nothing of what objects inherit', () => {
    const adapter = aWorld().start().adapter();
    assert.equal(adapter.part('constructor' as 'directory'), undefined);
  });
});

describe('reset', () => {
  it('fills the store anew and tells subscriptions of all instances to start over', async () => {
    const world = aWorld();
    const [one, other] = [world.start(), world.start()];
    await one.adapter().send(aTextTo());
    const heard: string[] = [];
    const sink = {
      batch: () => heard.push('batch'),
      link: (state: string) => heard.push(state),
      reset: () => heard.push('reset'),
    };
    const adapter = other.adapter();
    adapter.subscribe({ kind: 'all' }, sink, null);
    await settle();
    await one.backend.reset();
    await settle();
    assert.deepEqual(heard, ['connecting', 'live', 'reset']);
    assert.deepEqual((await adapter.listMessages({ kind: 'conversation', conversationId: 'c1' })).items, []);
    await adapter.send(aTextTo());
    await settle();
    assert.ok(heard.includes('batch'));
  });
});
