import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ConversationChange, MessagingAdapter } from '../../src/ports/adapter.ts';
import { aRecipient, settle } from '../../src/testing/index.ts';
import { annasData, aTextTo, aWorld, cmIncoming, codeOf, errorOf } from './world.ts';

async function eventsOf(adapter: MessagingAdapter, conversationId: string): Promise<readonly string[]> {
  const { items } = await adapter.listMessages({ kind: 'conversation', conversationId });
  return items.flatMap(({ content }) => (content.kind === 'event' ? [content.event.type] : []));
}

describe('opening a conversation', () => {
  it('finds the open one', async () => {
    const adapter = aWorld().start().adapter();
    assert.equal((await adapter.open({ recipientId: 'anna' })).id, 'c1');
    assert.equal((await adapter.open({ channel: 'sms', address: '06 12 34 56 78' })).id, 'c1');
  });

  it('starts one for a recipient without, owned by who starts it', async () => {
    const data = annasData();
    const bob = aRecipient({ id: 'bob', addresses: [{ channel: 'phone', value: '0470 12 34 56' }] });
    const adapter = aWorld({ ...data, recipients: [...(data.recipients ?? []), bob] })
      .start()
      .adapter('tim');
    const conversation = await adapter.open({ recipientId: 'bob' });
    assert.deepEqual(
      [conversation.state, conversation.coWorkerId, conversation.branchId, conversation.version],
      ['assigned', 'tim', 'gent', 1],
    );
    assert.deepEqual(await eventsOf(adapter, conversation.id), ['started']);
    assert.equal((await adapter.send(aTextTo({ conversationId: conversation.id }))).status, 'accepted');
  });

  it('[CR4] leaves it to the co-worker of the record', async () => {
    const bob = aRecipient({ id: 'bob', coWorkerId: 'sanne', branchId: 'utrecht' });
    const adapter = aWorld({ ...annasData(), recipients: [bob] })
      .start()
      .adapter('tim');
    const conversation = await adapter.open({ recipientId: 'bob' });
    assert.deepEqual([conversation.coWorkerId, conversation.branchId], ['sanne', 'utrecht']);
  });

  it('starts one for a number that is no record yet, and the same one for two who ask together', async () => {
    const world = aWorld();
    const adapters = [world.start().adapter('sanne'), world.start().adapter('tim')];
    const spellings = ['+31687654321', '06-87654321'];
    const opened = await Promise.all(
      adapters.map((adapter, index) => adapter.open({ channel: 'sms', address: spellings[index] ?? '' })),
    );
    assert.equal(opened[0]?.id, opened[1]?.id);
    assert.equal(opened[0]?.recipient.kind, 'unmatched');
    assert.equal(opened[0].channels[0]?.address, '+31687654321');
  });

  it('receives the answer in the conversation that was opened', async () => {
    const instance = aWorld().start();
    const conversation = await instance.adapter().open({ channel: 'sms', address: '0687654321' });
    const { conversationId } = await instance.receive(cmIncoming({ from: '+31687654321' }));
    assert.equal(conversationId, conversation.id);
  });

  it('adds the number that was asked for when the same person has several', async () => {
    const addresses = [
      { channel: 'phone', value: '+31612345678' },
      { channel: 'phone', value: '+31687654321' },
    ] as const;
    const instance = aWorld({ ...annasData(), recipients: [aRecipient({ id: 'anna', addresses })] }).start();
    const adapter = instance.adapter();
    const conversation = await adapter.open({ channel: 'sms', address: '06-87654321' });
    assert.equal(conversation.id, 'c1');
    assert.deepEqual(
      conversation.channels.map(({ channel, address }) => `${channel} ${address}`),
      ['sms +31687654321', 'sms +31612345678', 'whatsapp +31612345678'],
    );
    await adapter.send(aTextTo());
    await settle();
    assert.equal(instance.asked[0]?.address, '+31687654321');
    assert.equal((await adapter.open({ channel: 'sms', address: '06-87654321' })).version, conversation.version + 2);
  });

  it('starts a new one after archiving', async () => {
    const adapter = aWorld().start().adapter();
    await adapter.update('c1', { state: 'archived' });
    assert.notEqual((await adapter.open({ recipientId: 'anna' })).id, 'c1');
  });

  it('refuses an unknown recipient and a text that is no number', async () => {
    const adapter = aWorld().start().adapter();
    assert.equal(await codeOf(adapter.open({ recipientId: 'nobody' })), 'not-found');
    const error = await errorOf(adapter.open({ channel: 'whatsapp', address: 'tomorrow' }));
    assert.deepEqual([error.code, error.path], ['invalid', 'address']);
  });
});

describe('changing a conversation', () => {
  for (const { change, events } of [
    { change: { coWorkerId: 'tim' }, events: ['assigned'] },
    { change: { branchId: 'gent' }, events: ['branch-changed'] },
    { change: { state: 'archived' }, events: ['archived'] },
    { change: { state: 'spam' }, events: ['spam'] },
    { change: { addTags: ['vip', 'late'] }, events: ['tagged', 'tagged'] },
    {
      change: { coWorkerId: 'tim', branchId: 'gent', state: 'archived' },
      events: ['assigned', 'branch-changed', 'archived'],
    },
    { change: { coWorkerId: 'sanne' }, events: [] },
    { change: {}, events: [] },
  ] as const satisfies readonly { change: ConversationChange; events: readonly string[] }[]) {
    it(`tells of ${JSON.stringify(change)} in the timeline`, async () => {
      const adapter = aWorld().start().adapter();
      const before = await adapter.getConversation('c1');
      const after = await adapter.update('c1', change);
      assert.deepEqual(await eventsOf(adapter, 'c1'), events);
      assert.equal(after.version, before.version + (events.length > 0 ? 1 : 0));
      assert.deepEqual(await adapter.getConversation('c1'), after);
    });
  }

  it('names who did it', async () => {
    const adapter = aWorld().start().adapter('tim');
    await adapter.update('c1', { coWorkerId: 'tim' });
    const { items } = await adapter.listMessages({ kind: 'conversation', conversationId: 'c1' });
    assert.deepEqual(items[0]?.content, {
      kind: 'event',
      event: { type: 'assigned', coWorkerId: 'tim', coWorkerName: 'Tim Smit', by: 'Tim Smit' },
    });
    assert.deepEqual(items[0].author, { kind: 'co-worker', id: 'tim', name: 'Tim Smit' });
  });

  it('[D1] lets one of two win who take it together, and tells the other', async () => {
    const world = aWorld();
    const [sanne, tim] = [world.start().adapter('sanne'), world.start().adapter('tim')];
    await sanne.update('c1', { coWorkerId: null });
    const { version: ifVersion } = await sanne.getConversation('c1');
    const taken = await Promise.allSettled([
      sanne.update('c1', { coWorkerId: 'sanne' }, { ifVersion }),
      tim.update('c1', { coWorkerId: 'tim' }, { ifVersion }),
    ]);
    assert.deepEqual(
      taken.map(({ status }) => status),
      ['fulfilled', 'rejected'],
    );
    assert.equal((await tim.getConversation('c1')).coWorkerId, 'sanne');
    assert.equal(await codeOf(tim.update('c1', { coWorkerId: 'tim' }, { ifVersion })), 'conflict');
  });

  for (const { title, change, code, path } of [
    { title: 'an unknown co-worker', change: { coWorkerId: 'nobody' }, code: 'invalid', path: 'coWorkerId' },
    { title: 'an unknown branch', change: { branchId: 'nowhere' }, code: 'invalid', path: 'branchId' },
    { title: 'an unknown message to read up to', change: { readUpTo: 'm?' }, code: 'invalid', path: 'readUpTo' },
  ] as const) {
    it(`refuses ${title} and changes nothing`, async () => {
      const adapter = aWorld().start().adapter();
      const before = await adapter.getConversation('c1');
      const error = await errorOf(adapter.update('c1', { ...change, addTags: ['vip'] }));
      assert.deepEqual([error.code, error.path], [code, path]);
      assert.deepEqual(await adapter.getConversation('c1'), before);
    });
  }

  it('rejects for a conversation that does not exist', async () => {
    assert.equal(await codeOf(aWorld().start().adapter().update('none', {})), 'not-found');
  });
});

describe('reading', () => {
  async function withThree(): Promise<{ readonly adapter: MessagingAdapter; readonly ids: readonly string[] }> {
    const { clock, start } = aWorld();
    const instance = start();
    const ids: string[] = [];
    for (const text of ['one', 'two', 'three']) {
      await clock.advance(60_000);
      ids.push(...(await instance.receive(cmIncoming({ text, at: clock.now() }))).messageIds);
    }
    await settle();
    return { adapter: instance.adapter(), ids };
  }

  it('[CR12] counts what came after the message that was read', async () => {
    const { adapter, ids } = await withThree();
    const after = await adapter.update('c1', { readUpTo: ids[1] ?? '' });
    assert.deepEqual([after.unreadCount, after.firstUnreadMessageId], [1, ids[2]]);
    const again = await adapter.update('c1', { readUpTo: ids[0] ?? '' });
    assert.deepEqual(again, after);
    const all = await adapter.update('c1', { readUpTo: ids[2] ?? '' });
    assert.deepEqual([all.unreadCount, all.firstUnreadMessageId], [0, null]);
  });

  it('reads everything up to an own message', async () => {
    const { adapter } = await withThree();
    const sent = await adapter.send(aTextTo());
    assert.equal((await adapter.update('c1', { readUpTo: sent.id })).unreadCount, 0);
  });

  it('[C5] marks the customer’s last message unread', async () => {
    const { adapter, ids } = await withThree();
    await adapter.update('c1', { readUpTo: ids[2] ?? '' });
    const after = await adapter.update('c1', { readUpTo: 'none' });
    assert.deepEqual([after.unreadCount, after.firstUnreadMessageId], [1, ids[2]]);
  });

  it('[A10] marks unread from a message of the customer on, and refuses any other', async () => {
    const { adapter, ids } = await withThree();
    await adapter.update('c1', { readUpTo: ids[2] ?? '' });
    const after = await adapter.update('c1', { unreadFrom: ids[1] ?? '' });
    assert.deepEqual([after.unreadCount, after.firstUnreadMessageId], [2, ids[1]]);
    const sent = await adapter.send(aTextTo());
    for (const unreadFrom of [sent.id, 'm?'])
      await assert.rejects(adapter.update('c1', { unreadFrom }), { code: 'invalid', path: 'unreadFrom' });
  });
});
