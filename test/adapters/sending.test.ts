import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Conversation } from '../../src/domain/model.ts';
import { anAttachment, settle } from '../../src/testing/index.ts';
import { annasData, aTextTo, aWorld, cmStatus, codeOf, errorOf } from './world.ts';

const day = 24 * 3_600_000;

function annaWith(change: Partial<Conversation>): ReturnType<typeof annasData> {
  const data = annasData();
  return { ...data, conversations: (data.conversations ?? []).map((one) => ({ ...one, ...change })) };
}

describe('sending', () => {
  it('stores the message, its conversation and one batch of changes together', async () => {
    const adapter = aWorld().start().adapter();
    const message = await adapter.send(aTextTo({ clientId: 'client-1' }));
    assert.equal(message.status, 'accepted');
    assert.deepEqual(message.author, { kind: 'co-worker', id: 'sanne', name: 'Sanne Bakker' });
    const conversation = await adapter.getConversation('c1');
    assert.equal(conversation.lastMessage?.id, message.id);
    assert.equal((await adapter.findMessage('client-1'))?.id, message.id);
  });

  it('gives the first result for the same client id and body, and sends nothing again', async () => {
    const instance = aWorld().start();
    const adapter = instance.adapter();
    const outgoing = aTextTo();
    const [first, second] = await Promise.all([adapter.send(outgoing), adapter.send({ ...outgoing })]);
    await settle();
    const third = await adapter.send(outgoing);
    assert.equal(second.id, first.id);
    assert.equal(third.id, first.id);
    await settle();
    assert.equal(instance.asked.length, 1);
    const page = await adapter.listMessages({ kind: 'conversation', conversationId: 'c1' });
    assert.equal(page.items.length, 1);
  });

  it('does not take the order of fields for another body', async () => {
    const adapter = aWorld().start().adapter();
    const outgoing = aTextTo();
    const first = await adapter.send(outgoing);
    const turned = Object.fromEntries(Object.entries(outgoing).reverse()) as unknown as typeof outgoing;
    assert.equal((await adapter.send(turned)).id, first.id);
  });

  it('recognises the first result although the reply window closed meanwhile', async () => {
    const { clock, start } = aWorld();
    const adapter = start().adapter();
    const outgoing = aTextTo({ channel: 'whatsapp' });
    const first = await adapter.send(outgoing);
    await clock.advance(2 * day);
    assert.equal((await adapter.send(outgoing)).id, first.id);
  });

  for (const [title, change] of [
    ['text', { content: { kind: 'text', text: 'Something else' } }],
    ['channel', { channel: 'whatsapp' }],
    ['conversation', { conversationId: 'c2' }],
  ] as const) {
    it(`refuses a client id that stood for another ${title}`, async () => {
      const adapter = aWorld().start().adapter();
      const outgoing = aTextTo();
      await adapter.send(outgoing);
      assert.equal(await codeOf(adapter.send({ ...outgoing, ...change })), 'key-reused');
    });
  }

  it('refuses a note under the client id of a message, and a message under that of a note', async () => {
    const adapter = aWorld().start().adapter();
    const outgoing = aTextTo({ clientId: 'one' });
    await adapter.send(outgoing);
    assert.equal(await codeOf(adapter.addNote({ clientId: 'one', conversationId: 'c1', text: 'psst' })), 'key-reused');
    await adapter.addNote({ clientId: 'two', conversationId: 'c1', text: 'psst' });
    assert.equal(await codeOf(adapter.send({ ...outgoing, clientId: 'two' })), 'key-reused');
  });

  it('[RW2] goes by the backend’s clock and refuses free text at the limit of the window', async () => {
    const { clock, start } = aWorld();
    const adapter = start().adapter();
    await clock.advance(23 * 3_600_000 - 1);
    await adapter.send(aTextTo({ channel: 'whatsapp' }));
    await clock.advance(1);
    assert.equal(await codeOf(adapter.send(aTextTo({ channel: 'whatsapp' }))), 'window-closed');
  });

  it('refuses a channel on which the customer has to write first', async () => {
    const channel = { channel: 'telegram', accountId: null, address: 'tg-1', lastIncomingAt: null } as const;
    const world = aWorld(annaWith({ channels: [{ ...channel, consent: 'unknown', overrides: null }] }));
    assert.equal(
      await codeOf(
        world
          .start()
          .adapter()
          .send(aTextTo({ channel: 'telegram' })),
      ),
      'window-closed',
    );
  });

  it('sends nothing to an address that opted out', async () => {
    const channel = { channel: 'sms', accountId: null, address: '+31612345678', lastIncomingAt: null } as const;
    const world = aWorld(annaWith({ channels: [{ ...channel, consent: 'denied', overrides: null }] }));
    const instance = world.start();
    assert.equal(await codeOf(instance.adapter().send(aTextTo())), 'forbidden');
    await settle();
    assert.equal(instance.asked.length, 0);
  });

  it('uses the number of another channel, and from then on knows it as an address', async () => {
    const instance = aWorld().start();
    const adapter = instance.adapter();
    await adapter.send(aTextTo({ channel: 'rcs' }));
    await settle();
    assert.equal(instance.asked[0]?.address, '+31612345678');
    const { channels } = await adapter.getConversation('c1');
    assert.deepEqual(
      channels.map(({ channel }) => channel),
      ['sms', 'whatsapp', 'rcs'],
    );
  });

  for (const { title, change, code, path } of [
    {
      title: 'an empty text',
      change: { content: { kind: 'text', text: ' \n' } },
      code: 'invalid',
      path: 'content.text',
    },
    {
      title: 'a megabyte',
      change: { content: { kind: 'text', text: 'x'.repeat(1e6) } },
      code: 'invalid',
      path: 'content.text',
    },
    {
      title: 'more SMS parts than allowed',
      change: { content: { kind: 'text', text: 'x'.repeat(1_300) } },
      code: 'invalid',
      path: 'content.text',
    },
    { title: 'an unknown conversation', change: { conversationId: '__proto__' }, code: 'not-found', path: null },
    { title: 'a channel without address', change: { channel: 'messenger' }, code: 'invalid', path: 'channel' },
    {
      title: 'a picture by text message',
      change: { content: { kind: 'image', attachment: anAttachment(), caption: null } },
      code: 'unsupported',
      path: 'content.kind',
    },
    {
      title: 'an event as a message',
      change: { content: { kind: 'event', event: { type: 'started' } } },
      code: 'unsupported',
      path: 'content.kind',
    },
    { title: 'an empty client id', change: { clientId: '' }, code: 'invalid', path: 'clientId' },
  ] as const) {
    it(`refuses ${title} and stores nothing`, async () => {
      const instance = aWorld().start();
      const adapter = instance.adapter();
      const error = await errorOf(adapter.send(aTextTo({ clientId: 'refused', ...change })));
      assert.equal(error.code, code);
      assert.equal(error.path, path);
      await settle();
      assert.equal(instance.asked.length, 0);
      assert.equal(await adapter.findMessage('refused'), null);
      assert.deepEqual((await adapter.listMessages({ kind: 'conversation', conversationId: 'c1' })).items, []);
    });
  }

  it('keeps a note inside the business', async () => {
    const instance = aWorld().start();
    const adapter = instance.adapter();
    const note = await adapter.addNote({ clientId: 'n1', conversationId: 'c1', text: 'Careful, she is angry' });
    await settle();
    assert.equal(note.direction, 'note');
    assert.equal(note.channel, null);
    assert.equal(note.status, null);
    assert.equal(instance.asked.length, 0);
    assert.equal(
      (await adapter.addNote({ clientId: 'n1', conversationId: 'c1', text: 'Careful, she is angry' })).id,
      note.id,
    );
    assert.equal((await adapter.getConversation('c1')).lastMessage, null);
  });

  it('refuses a note without text', async () => {
    const adapter = aWorld().start().adapter();
    const error = await errorOf(adapter.addNote({ clientId: 'n1', conversationId: 'c1', text: '' }));
    assert.deepEqual([error.code, error.path], ['invalid', 'text']);
  });

  it('finds nothing for a client id that was never stored', async () => {
    assert.equal(await aWorld().start().adapter().findMessage('never'), null);
  });

  it('applies a status that came before its message, and does not hand that message over again', async () => {
    const instance = aWorld().start();
    const outgoing = aTextTo();
    const early = await instance.status(cmStatus(outgoing, 'delivered'));
    assert.equal(early.messageId, null);
    const message = await instance.adapter().send(outgoing);
    await settle();
    assert.equal(message.status, 'delivered');
    assert.equal(instance.asked.length, 0);
  });
});
