import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { EmbeddedData } from '../../src/adapters/embedded/data.ts';
import type { Message } from '../../src/domain/model.ts';
import { settle } from '../../src/testing/index.ts';
import { annasData, aWorld, cmIncoming } from './world.ts';
import type { Instance } from './world.ts';

const hour = 3_600_000;
const day = [{ fromMinute: 540, toMinute: 1020 }];

/** The clock stands at a Sunday: the service is closed, and sales always there. */
const data: EmbeddedData = {
  ...annasData(),
  teams: [
    { id: 'service', name: 'Service', isDefault: true },
    { id: 'sales', name: 'Sales', isDefault: false },
  ],
  routing: [{ channel: 'whatsapp', accountId: null, teamId: 'sales' }],
  openingHours: [
    { teamId: 'service', hours: { timeZone: 'UTC', week: [day, day, day, day, day, [], []], exceptions: [] } },
  ],
  outOfOffice: [
    { channel: 'sms', isActive: true, text: 'Back on Monday.' },
    { channel: 'whatsapp', isActive: true, text: 'Back on Monday.' },
  ],
};

async function answers(instance: Instance, conversationId: string): Promise<readonly Message[]> {
  const { items } = await instance.adapter().listMessages({ kind: 'conversation', conversationId });
  return items.filter(({ author }) => author.id === 'out-of-office');
}

describe('the embedded backend while nobody is there', () => {
  it('[OO1] [OO2] answers once in a closed period, and again in the next one', async () => {
    const world = aWorld(data);
    const instance = world.start();
    const now = (): number => world.clock.now();
    await instance.receive(cmIncoming({ text: 'Hello?', at: now(), reference: 'a' }));
    await instance.receive(cmIncoming({ text: 'Anybody?', at: now() + 1000, reference: 'b' }));
    await settle();
    const [first, ...more] = await answers(instance, 'c1');
    assert.deepEqual([first?.content, more.length], [{ kind: 'text', text: 'Back on Monday.' }, 0]);
    assert.deepEqual(
      instance.asked.map(({ address }) => address),
      ['+31612345678'],
    );
    const { waitingSince } = await instance.adapter().getConversation('c1');
    assert.ok(waitingSince !== null, 'the customer still waits');
    await world.clock.advance(26 * hour);
    await instance.receive(cmIncoming({ text: 'At work', at: now(), reference: 'c' }));
    assert.equal((await answers(instance, 'c1')).length, 1);
    await world.clock.advance(10 * hour);
    await instance.receive(cmIncoming({ text: 'In the evening', at: now(), reference: 'd' }));
    assert.equal((await answers(instance, 'c1')).length, 2);
  });

  it('answers once although two tabs take the message in', async () => {
    const world = aWorld(data);
    const [first, second] = [world.start(), world.start()];
    const body = cmIncoming({ at: world.clock.now() });
    await Promise.all([first.receive(body), second.receive(body)]);
    assert.equal((await answers(first, 'c1')).length, 1);
  });

  it('[RO1] routes by channel to a team that is always there', async () => {
    const world = aWorld(data);
    const instance = world.start();
    const body = cmIncoming({ from: '0031687654321', channel: 'whatsapp', at: world.clock.now() });
    const { conversationId } = await instance.receive(body);
    const conversation = await instance.adapter().getConversation(conversationId ?? '');
    assert.equal(conversation.teamId, 'sales');
    assert.deepEqual(await answers(instance, conversation.id), []);
  });

  it('[RO2] [OO4] routes the rest to the default team, and answers no spam', async () => {
    const world = aWorld(data);
    const instance = world.start();
    const from = '0031687654321';
    const { conversationId } = await instance.receive(cmIncoming({ from, at: world.clock.now() - 41 * hour }));
    const id = conversationId ?? '';
    assert.equal((await instance.adapter().getConversation(id)).teamId, 'service');
    await instance.adapter().update(id, { state: 'spam' });
    await instance.receive(cmIncoming({ from, text: 'More', at: world.clock.now() }));
    assert.deepEqual(await answers(instance, id), []);
  });
});
