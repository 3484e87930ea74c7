import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { aBranch, aCoWorker, aRecipient } from '../../src/testing/index.ts';
import { aWorld, cmIncoming } from './world.ts';

const card = (id: string, kind: 'contact' | 'resource', value: string) =>
  aRecipient({ id, kind, coWorkerId: 'joris', branchId: 'b2', addresses: [{ channel: 'phone', value }] });
const data = {
  coWorkers: [aCoWorker({ id: 'sanne' }), aCoWorker({ id: 'joris' })],
  branches: [aBranch({ id: 'b1' }), aBranch({ id: 'b2' })],
  recipients: [
    card('spaces', 'contact', '06 22 33 44 55'),
    card('zeros', 'resource', '0031 6-33445566'),
    card('belgian', 'resource', '+32 (0)470 12 34 56'),
    card('digits', 'contact', '31644556677'),
    card('mother', 'contact', '06-55667788'),
    card('daughter', 'contact', '+31 6 5566 7788'),
  ],
};

describe('matching a sender with the mobile numbers of contacts and resources', () => {
  for (const [id, senders] of [
    ['spaces', ['0031622334455', '+31622334455', '31622334455', '0622334455']],
    ['zeros', ['0031633445566', '+31 6 3344 5566']],
    ['belgian', ['0032470123456', '32470123456']],
    ['digits', ['0031644556677', '06-44556677']],
  ] as const)
    for (const from of senders)
      it(`[E3] knows ${id} by ${from}, and takes co-worker and branch from the card`, async () => {
        const instance = aWorld(data).start();
        const { conversationId } = await instance.receive(cmIncoming({ from }));
        const { recipient, coWorkerId, branchId, state } = await instance
          .adapter()
          .getConversation(conversationId ?? '');
        assert.deepEqual([recipient.id, coWorkerId, branchId, state], [id, 'joris', 'b2', 'assigned']);
      });

  it('[E3] shows who has a number that several have, and takes none of them', async () => {
    const instance = aWorld(data).start();
    const adapter = instance.adapter();
    const { conversationId } = await instance.receive(cmIncoming({ from: '0031655667788' }));
    const { recipient, coWorkerId, branchId } = await adapter.getConversation(conversationId ?? '');
    assert.deepEqual([recipient.kind, coWorkerId, branchId], ['unmatched', null, null]);
    const { items } = (await adapter.part('directory')?.searchRecipients('+31655667788')) ?? { items: [] };
    assert.deepEqual(
      items
        .filter(({ kind }) => kind !== 'unmatched')
        .map(({ id }) => id)
        .sort(),
      ['daughter', 'mother'],
    );
  });

  it('[D10] links a sender to the record that was chosen, with the history, and knows it afterwards', async () => {
    const instance = aWorld(data).start();
    const adapter = instance.adapter();
    const { conversationId } = await instance.receive(cmIncoming({ from: '0031655667788' }));
    const id = conversationId ?? '';
    const linked = await adapter.update(id, { recipientId: 'daughter' });
    assert.deepEqual([linked.recipient.id, linked.recipient.kind, linked.coWorkerId], ['daughter', 'contact', null]);
    const { items } = await adapter.listMessages({ kind: 'recipient', recipientId: 'daughter' });
    assert.deepEqual(
      items.map(({ content }) => (content.kind === 'event' ? content.event.type : content.kind)),
      ['started', 'text', 'linked'],
    );
    assert.deepEqual(
      items.map(({ recipientId }) => recipientId),
      Array(3).fill('daughter'),
    );
    await adapter.update(id, { state: 'archived' });
    const later = await instance.receive(cmIncoming({ from: '0031655667788', reference: 'mo-later' }));
    assert.notEqual(later.conversationId, id);
    assert.equal((await adapter.getConversation(later.conversationId ?? '')).recipient.id, 'daughter');
  });

  it('[D10] links once: another record is a conflict, and nobody is no record', async () => {
    const instance = aWorld(data).start();
    const adapter = instance.adapter();
    const { conversationId } = await instance.receive(cmIncoming({ from: '0031655667788' }));
    const id = conversationId ?? '';
    const standIn = (await adapter.getConversation(id)).recipient.id;
    await assert.rejects(adapter.update(id, { recipientId: 'nobody' }), { code: 'invalid' });
    const linked = await adapter.update(id, { recipientId: 'mother' });
    assert.deepEqual(await adapter.update(id, { recipientId: 'mother' }), linked);
    await assert.rejects(adapter.update(id, { recipientId: 'daughter' }), { code: 'conflict' });
    await assert.rejects(adapter.update(id, { recipientId: standIn }), { code: 'invalid' });
  });

  it('[E3] [E5] knows a sender by the number that the conversion report wrote', async () => {
    const phones = [{ recipientId: 'digits', value: '06-44556677', country: 'NL' }];
    const instance = aWorld({ ...data, phones }).start();
    const part = instance.adapter().part('phoneConversion');
    await part?.writePhoneChanges([{ recipientId: 'digits', from: '06-44556677', to: '+31611223344' }]);
    const { conversationId } = await instance.receive(cmIncoming({ from: '0031611223344' }));
    const { recipient } = await instance.adapter().getConversation(conversationId ?? '');
    assert.equal(recipient.id, 'digits');
  });
});
