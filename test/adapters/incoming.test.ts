import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cmReference, toCmIncoming } from '../../src/domain/cm-messages.ts';
import type { CmIncomingDraft } from '../../src/domain/cm-messages.ts';
import type { Message } from '../../src/domain/model.ts';
import { aConversation, aRecipient, aRecipientSummary, builtAt, settle } from '../../src/testing/index.ts';
import { annasData, aTextTo, aWorld, cmIncoming, errorOf } from './world.ts';

const stranger = '0031687654321';

describe('receiving what a customer writes', () => {
  it('appends to the open conversation and derives what follows from it', async () => {
    const instance = aWorld().start();
    const adapter = instance.adapter();
    const result = await instance.receive(cmIncoming({ text: 'Where is it?', at: builtAt + 5_000 }));
    assert.deepEqual(result, { messageIds: result.messageIds, conversationId: 'c1', duplicate: false });
    const conversation = await adapter.getConversation('c1');
    assert.equal(conversation.unreadCount, 1);
    assert.equal(conversation.firstUnreadMessageId, result.messageIds[0]);
    assert.equal(conversation.waitingSince, builtAt + 5_000);
    assert.equal(conversation.lastIncomingChannel, 'sms');
    assert.equal(conversation.lastMessage?.text, 'Where is it?');
  });

  for (const from of ['+31612345678', '0031612345678', '31612345678', '0612345678', '06 1234 5678']) {
    it(`knows Anna by ${from}`, async () => {
      const instance = aWorld().start();
      assert.equal((await instance.receive(cmIncoming({ from }))).conversationId, 'c1');
    });
  }

  it('takes each message in once, however often it is delivered', async () => {
    const instance = aWorld().start();
    const body = cmIncoming({});
    const [first, second] = await Promise.all([instance.receive(body), instance.receive(structuredClone(body))]);
    const third = await instance.receive(body);
    assert.deepEqual([first.duplicate, second.duplicate, third.duplicate], [false, true, true]);
    assert.deepEqual(third.messageIds, first.messageIds);
    const conversation = await instance.adapter().getConversation('c1');
    assert.equal(conversation.unreadCount, 1);
  });

  it('takes a message in once although it is delivered to two instances', async () => {
    const world = aWorld();
    const body = cmIncoming({});
    const results = await Promise.all([world.start().receive(body), world.start().receive(body)]);
    assert.deepEqual(results.map(({ duplicate }) => duplicate).sort(), [false, true]);
  });

  it('takes in two equal texts that are two messages', async () => {
    const instance = aWorld().start();
    await instance.receive(cmIncoming({ text: 'Hello?', reference: 'a' }));
    await instance.receive(cmIncoming({ text: 'Hello?', reference: 'b' }));
    assert.equal((await instance.adapter().getConversation('c1')).unreadCount, 2);
  });

  it('puts a late message where the provider’s time says, and does not move the waiting time forward', async () => {
    const instance = aWorld().start();
    await instance.receive(cmIncoming({ text: 'second', at: builtAt + 60_000 }));
    await instance.receive(cmIncoming({ text: 'first', at: builtAt - 60_000 }));
    const { items } = await instance.adapter().listMessages({ kind: 'conversation', conversationId: 'c1' });
    const texts = items.map(({ content }) => (content.kind === 'text' ? content.text : ''));
    assert.deepEqual(texts, ['first', 'second']);
    assert.equal((await instance.adapter().getConversation('c1')).waitingSince, builtAt - 60_000);
  });

  it('keeps an answer given within the same second behind the question', async () => {
    const { clock, start } = aWorld();
    const instance = start();
    const adapter = instance.adapter();
    await clock.advance(300);
    await adapter.send(aTextTo({ content: { kind: 'text', text: 'question' } }));
    await clock.advance(200);
    await instance.receive(cmIncoming({ text: 'answer', at: clock.now() }));
    const { items } = await adapter.listMessages({ kind: 'conversation', conversationId: 'c1' });
    assert.deepEqual(
      items.map(({ direction }) => direction),
      ['outgoing', 'incoming'],
    );
  });

  it('puts a reaction on the message it names and takes it back; no message, unread nowhere', async () => {
    const { clock, start } = aWorld();
    const instance = start();
    const adapter = instance.adapter();
    const { id, clientId } = await adapter.send(aTextTo({ content: { kind: 'text', text: 'Tomorrow?' } }));
    const before = await adapter.getConversation('c1');
    const react = async (emoji: string | null): Promise<unknown> => {
      await clock.advance(1_000);
      const draft = { channel: 'sms', from: '0031612345678', to: '3669', at: clock.now() } as const;
      const messageContext = cmReference(clientId ?? '');
      const reference = `reaction-${emoji ?? 'none'}`;
      const body = toCmIncoming({ ...draft, reference, messageContext, content: { kind: 'reaction', emoji } });
      const { messageIds } = await instance.receive(body);
      assert.deepEqual(messageIds, [id]);
      const { items } = await adapter.listMessages({ kind: 'conversation', conversationId: 'c1' });
      assert.equal(items.length, 1);
      return items[0]?.reactions.map(({ emoji: shown, by }) => [shown, by.kind]);
    };
    assert.deepEqual(await react('👍'), [['👍', 'customer']]);
    assert.deepEqual(await react('🙏'), [['🙏', 'customer']]);
    assert.deepEqual(await react(null), []);
    const after = await adapter.getConversation('c1');
    assert.equal(after.unreadCount, before.unreadCount);
    assert.equal(after.channels[0]?.lastIncomingAt, clock.now());
  });

  it('[ED1] [ED2] [ED4] changes and takes back what its writer changes, by what CM.com calls it, and nothing else', async () => {
    const { clock, start } = aWorld();
    const instance = start();
    const adapter = instance.adapter();
    const write = async (fields: Partial<CmIncomingDraft>): Promise<readonly string[]> => {
      await clock.advance(1_000);
      const draft = { channel: 'sms', from: '0031612345678', to: '3669', at: clock.now() } as const;
      const content = { kind: 'text', text: 'At seven' } as const;
      const body = toCmIncoming({ ...draft, reference: `r${clock.now()}`, content, ...fields });
      return (await instance.receive(body)).messageIds;
    };
    const change = (text: string, from = '0031612345678'): Promise<readonly string[]> =>
      write({ revision: 'edited', messageContext: 'R-1', content: { kind: 'text', text }, from });
    const [id] = await write({ reference: 'R-1' });
    const find = async (): Promise<Message | undefined> =>
      (await adapter.listMessages({ kind: 'conversation', conversationId: 'c1' })).items.find((one) => one.id === id);
    assert.deepEqual(await change('At eight'), [id]);
    assert.deepEqual(
      (await find())?.earlier?.map(({ text }) => text),
      ['At seven'],
    );
    assert.equal((await adapter.getConversation('c1')).lastMessage?.text, 'At eight');
    assert.notDeepEqual(await change('Somebody else', '0031687654321'), [id]);
    assert.deepEqual(await write({ revision: 'deleted', messageContext: id ?? '' }), [id], 'by its own id as well');
    assert.deepEqual([(await find())?.deletedAt, (await find())?.earlier], [clock.now(), []]);
    assert.deepEqual(await write({ revision: 'deleted', messageContext: 'unknown' }), []);
  });

  it('remembers which message of ours is answered', async () => {
    const instance = aWorld().start();
    const sent = await instance.adapter().send(aTextTo({ clientId: '019ca8e7-0000-7000-8000-00000000000a' }));
    const { messageIds } = await instance.receive(cmIncoming({ messageContext: cmReference(sent.clientId ?? '') }));
    const page = await instance.adapter().listMessages({ kind: 'conversation', conversationId: 'c1' });
    assert.equal(page.items.find(({ id }) => id === messageIds[0])?.replyToId, sent.id);
  });

  it('starts a conversation with a stranger under a recipient that stands in for the record', async () => {
    const instance = aWorld().start();
    const adapter = instance.adapter();
    const { conversationId } = await instance.receive(cmIncoming({ from: stranger }));
    const conversation = await adapter.getConversation(conversationId ?? '');
    assert.equal(conversation.state, 'new');
    assert.equal(conversation.recipient.kind, 'unmatched');
    assert.equal(conversation.recipient.name, '+31687654321');
    const recipient = await adapter.part('directory')?.getRecipient(conversation.recipient.id);
    assert.deepEqual(recipient?.addresses, [{ channel: 'sms', value: '+31687654321' }]);
    assert.equal((await instance.receive(cmIncoming({ from: stranger }))).conversationId, conversationId);
  });

  it('tells in the timeline that a conversation began, before its first message', async () => {
    const instance = aWorld().start();
    const { conversationId } = await instance.receive(cmIncoming({ from: stranger }));
    const query = { kind: 'conversation', conversationId: conversationId ?? '' } as const;
    const { items } = await instance.adapter().listMessages(query);
    assert.deepEqual(
      items.map(({ direction }) => direction),
      ['event', 'incoming'],
    );
  });

  it('[CR4] gives a new conversation to the co-worker and branch of the record', async () => {
    const data = annasData();
    const known = aRecipient({
      ...{ id: 'bob', addresses: [{ channel: 'whatsapp', value: stranger }], coWorkerId: 'tim', branchId: 'gent' },
    });
    const instance = aWorld({ ...data, recipients: [known] }).start();
    const { conversationId } = await instance.receive(cmIncoming({ from: stranger }));
    const conversation = await instance.adapter().getConversation(conversationId ?? '');
    assert.deepEqual(
      [conversation.state, conversation.coWorkerId, conversation.branchId, conversation.recipient.id],
      ['assigned', 'tim', 'gent', 'bob'],
    );
  });

  it('knows from the record how else a customer can be reached', async () => {
    const addresses = [
      { channel: 'phone', value: stranger },
      { channel: 'messenger', value: 'psid-7' },
    ] as const;
    const recipients = [aRecipient({ id: 'bob', addresses })];
    const instance = aWorld({ ...annasData(), recipients }).start();
    const { conversationId } = await instance.receive(cmIncoming({ channel: 'messenger', from: 'psid-7' }));
    const { channels } = await instance.adapter().getConversation(conversationId ?? '');
    assert.deepEqual(
      channels.map(({ channel, address }) => `${channel} ${address}`),
      ['messenger psid-7', 'sms +31687654321'],
    );
  });

  it('[CR3] guesses between several records no more than it invents one', async () => {
    const data = annasData();
    const addresses = [{ channel: 'phone', value: stranger }] as const;
    const recipients = [aRecipient({ id: 'son', addresses }), aRecipient({ id: 'father', addresses })];
    const instance = aWorld({ ...data, recipients }).start();
    const { conversationId } = await instance.receive(cmIncoming({ from: stranger }));
    const conversation = await instance.adapter().getConversation(conversationId ?? '');
    assert.equal(conversation.recipient.kind, 'unmatched');
    assert.equal((await instance.receive(cmIncoming({ from: stranger }))).conversationId, conversationId);
  });

  it('[CR5] starts a new conversation after archiving', async () => {
    const instance = aWorld().start();
    const adapter = instance.adapter();
    await adapter.update('c1', { state: 'archived' });
    const { conversationId } = await instance.receive(cmIncoming({}));
    assert.notEqual(conversationId, 'c1');
    const conversation = await adapter.getConversation(conversationId ?? '');
    assert.equal(conversation.recipient.id, 'anna');
    assert.equal((await adapter.getConversation('c1')).state, 'archived');
  });

  it('[CR6] leaves spam where it is, without an owner', async () => {
    const instance = aWorld().start();
    const adapter = instance.adapter();
    await adapter.update('c1', { state: 'spam' });
    const { conversationId } = await instance.receive(cmIncoming({}));
    assert.equal(conversationId, 'c1');
    const conversation = await adapter.getConversation('c1');
    assert.deepEqual([conversation.state, conversation.coWorkerId, conversation.waitingSince], ['spam', null, null]);
  });

  it('opens the reply window by the provider’s time', async () => {
    const { clock, start } = aWorld();
    const instance = start();
    await clock.advance(48 * 3_600_000);
    await instance.receive(cmIncoming({ channel: 'whatsapp', at: clock.now() }));
    assert.equal((await instance.adapter().send(aTextTo({ channel: 'whatsapp' }))).status, 'accepted');
  });

  it('tells subscribers everything of one message in one batch', async () => {
    const instance = aWorld().start();
    const batches: string[][] = [];
    const sink = {
      batch: ({ changes }: { readonly changes: readonly { readonly type: string }[] }) =>
        batches.push(changes.map(({ type }) => type)),
      link: () => undefined,
      reset: () => undefined,
    };
    instance.adapter().subscribe({ kind: 'all' }, sink, null);
    await settle();
    await instance.receive(cmIncoming({ from: stranger }));
    await settle();
    assert.deepEqual(batches, [['recipient', 'conversation', 'message', 'message']]);
  });

  it('does not look at archived conversations, of which there may be thousands', async () => {
    const data = annasData();
    const [open] = data.conversations ?? [];
    const archived = Array.from({ length: 300 }, (_, index) =>
      aConversation({ ...open, id: `old-${index}`, state: 'archived', recipient: aRecipientSummary({ id: 'anna' }) }),
    );
    const world = aWorld({ ...data, conversations: [...(data.conversations ?? []), ...archived] });
    const instance = world.start();
    await instance.adapter().getConversation('c1');
    let rows = 0;
    const transact = world.store.transact.bind(world.store);
    world.store.transact = (mode, body) =>
      transact(mode, (tx) =>
        body({
          get: (table, key) => tx.get(table, key),
          scan: async (table, index, scan) => {
            const found = await tx.scan(table, index, scan);
            rows += found.length;
            return found;
          },
          scanKeys: (table, index, scan) => tx.scanKeys(table, index, scan),
          put: (table, row) => tx.put(table, row),
          delete: (table, key) => tx.delete(table, key),
          deleteRange: (table, range) => tx.deleteRange(table, range),
        }),
      );
    await instance.receive(cmIncoming({}));
    assert.ok(rows < 10, `${rows} rows were read`);
  });
});

describe('bodies that are none', () => {
  for (const { title, body, path } of [
    { title: 'null', body: null, path: '' },
    { title: 'an unknown channel', body: { channel: 'Smoke' }, path: 'channel' },
    { title: 'a missing sender', body: { channel: 'SMS', timeUtc: '2026-03-01T09:00:00' }, path: 'from.number' },
    { title: 'a bad time', body: { channel: 'SMS', from: { number: '1' }, timeUtc: 'noon' }, path: 'timeUtc' },
  ]) {
    it(`refuses ${title}, names the field and keeps the body`, async () => {
      const { clock, start } = aWorld();
      const instance = start();
      const error = await errorOf(instance.receive(body));
      assert.deepEqual([error.code, error.path], ['invalid', path]);
      const [letter] = await instance.deadLetters();
      assert.deepEqual(letter?.body, body);
      assert.deepEqual([letter.kind, letter.path, letter.at], ['message', path, clock.now()]);
    });
  }

  it('refuses a status report without reference', async () => {
    const instance = aWorld().start();
    const error = await errorOf(instance.status({ messages: { msg: { status: { code: '2' } } } }));
    assert.deepEqual([error.code, error.path], ['invalid', 'messages.msg.reference']);
    assert.equal((await instance.deadLetters())[0]?.kind, 'status');
  });

  it('keeps what cannot be stored as text', async () => {
    const instance = aWorld().start();
    const loop: { self?: unknown } = {};
    loop.self = loop;
    await errorOf(instance.receive(loop));
    assert.equal((await instance.deadLetters())[0]?.body, '[object Object]');
  });

  it('are kept in a number that a disk can bear', async () => {
    const world = aWorld();
    const instance = world.start();
    for (let number = 0; number < 1_003; number += 1) await errorOf(instance.receive(number));
    const kept = await world.store.transact('read', (tx) => tx.scan('deadLetters', null, {}));
    assert.equal(kept.length, 1_000);
    assert.equal(kept[0]?.body, 3);
  });

  it('shows the newest letter first', async () => {
    const { clock, start } = aWorld();
    const instance = start();
    await errorOf(instance.receive('first'));
    await clock.advance(1_000);
    await errorOf(instance.receive('second'));
    assert.deepEqual(
      (await instance.deadLetters()).map(({ body }) => body),
      ['second', 'first'],
    );
  });
});

describe('what an address exchanged', () => {
  it('is what the customer’s phone shows: both directions, all its channels, no notes', async () => {
    const { clock, start } = aWorld();
    const instance = start();
    const adapter = instance.adapter();
    await adapter.send(aTextTo());
    await clock.advance(1_000);
    await adapter.addNote({ clientId: 'n', conversationId: 'c1', text: 'psst' });
    await adapter.update('c1', { state: 'archived' });
    await instance.receive(cmIncoming({ channel: 'whatsapp', at: clock.now() }));
    await instance.receive(cmIncoming({ from: stranger, at: clock.now() }));
    const { items } = await instance.exchangedWith({ channel: 'phone', value: '06-12345678' });
    assert.deepEqual(
      items.map(({ direction, channel }) => `${direction} ${String(channel)}`),
      ['outgoing sms', 'incoming whatsapp'],
    );
  });
});
