import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import type { OutgoingMessage } from '../../src/ports/adapter.ts';
import type { SchedulePart } from '../../src/ports/parts/schedule.ts';
import { settle } from '../../src/testing/index.ts';
import { aTextTo, aWorld, cmIncoming, codeOf, errorOf, type Instance, type World } from './world.ts';

const hour = 3_600_000;

function partOf(instance: Instance): SchedulePart {
  const part = instance.adapter().part('schedule');
  assert.ok(part);
  return part;
}

/** Ids of what was handed over, in order. */
const left = (...instances: readonly Instance[]): readonly string[] =>
  instances.flatMap(({ asked }) => asked.map(({ reference }) => reference));
const referenceOf = ({ clientId }: OutgoingMessage): string => clientId.replaceAll('-', '');

async function pass(world: World, ms: number): Promise<void> {
  await world.clock.advance(ms);
  await settle();
}

describe('scheduling a message', () => {
  it('lets it leave at its time, not before, and once', async () => {
    const world = aWorld();
    const [first, second] = [world.start(), world.start()];
    const message = aTextTo();
    const at = world.clock.now() + 2 * hour;
    assert.deepEqual(await partOf(first).sendAt(message, at), {
      message,
      sendAt: at,
      author: { kind: 'co-worker', id: 'sanne', name: 'Sanne Bakker' },
      state: 'waiting',
      failure: null,
    });
    await pass(world, 2 * hour - 1);
    assert.deepEqual(left(first, second), []);
    await pass(world, 1);
    assert.deepEqual(left(first, second), [referenceOf(message)]);
    const stored = await first.adapter().findMessage(message.clientId);
    assert.deepEqual([stored?.status, stored?.author.id], ['sent', 'sanne']);
    assert.deepEqual(await partOf(first).list('c1'), []);
  });

  it('needs no tab that was open when it was scheduled', async () => {
    const world = aWorld();
    const first = world.start();
    const message = aTextTo();
    await partOf(first).sendAt(message, world.clock.now() + hour);
    await first.kill();
    await pass(world, 3 * hour);
    const later = world.start();
    await later.adapter('tim').findMessage('anything');
    await settle();
    assert.deepEqual(left(later), [referenceOf(message)]);
    assert.equal((await later.adapter('tim').findMessage(message.clientId))?.author.id, 'sanne');
  });

  it('keeps the order of messages that are due together', async () => {
    const world = aWorld();
    const instance = world.start();
    const messages = [3, 1, 2].map((place) => ({ place, message: aTextTo() }));
    for (const { place, message } of messages) await partOf(instance).sendAt(message, world.clock.now() + place);
    await pass(world, 10);
    const order = [...messages].sort((a, b) => a.place - b.place).map(({ message }) => referenceOf(message));
    assert.deepEqual(left(instance), order);
  });

  it('moves it when it is scheduled again, and refuses another body', async () => {
    const world = aWorld();
    const instance = world.start();
    const part = partOf(instance);
    const message = aTextTo();
    const now = world.clock.now();
    await part.sendAt(message, now + hour);
    assert.equal((await part.sendAt(structuredClone(message), now + 2 * hour)).sendAt, now + 2 * hour);
    const other = { ...message, content: { kind: 'text', text: 'Something else' } } as const;
    assert.equal(await codeOf(part.sendAt(other, now + hour)), 'key-reused');
    assert.equal(await codeOf(instance.adapter().send(message)), 'key-reused', 'sent at once under the same id');
    assert.equal((await part.list('c1')).length, 1);
    await pass(world, hour);
    assert.deepEqual(left(instance), []);
    await pass(world, hour);
    assert.deepEqual(left(instance), [referenceOf(message)]);
    assert.equal((await part.sendAt(message, now + 9 * hour)).state, 'sent');
  });

  it('takes it back until it has left', async () => {
    const world = aWorld();
    const instance = world.start();
    const part = partOf(instance);
    const [kept, cancelled] = [aTextTo(), aTextTo()];
    for (const message of [kept, cancelled]) await part.sendAt(message, world.clock.now() + hour);
    for (let round = 0; round < 2; round += 1) assert.equal((await part.cancel(cancelled.clientId)).state, 'cancelled');
    assert.equal((await part.sendAt(cancelled, world.clock.now() + 1)).state, 'cancelled', 'asked again, late');
    await pass(world, hour);
    assert.deepEqual(left(instance), [referenceOf(kept)]);
    assert.equal(await codeOf(part.cancel(kept.clientId)), 'conflict');
    assert.equal(await codeOf(part.cancel('__proto__')), 'not-found');
  });

  it('either leaves or is taken back when both happen at once', async () => {
    const world = aWorld();
    const instance = world.start();
    const part = partOf(instance);
    for (let round = 0; round < 10; round += 1) {
      const message = aTextTo();
      await part.sendAt(message, world.clock.now() + 1);
      const [, outcome] = await Promise.all([
        world.clock.advance(1),
        part.cancel(message.clientId).then(
          ({ state }) => state,
          (error: unknown) => (error as { code: string }).code,
        ),
      ]);
      await settle();
      assert.equal(left(instance).includes(referenceOf(message)), outcome === 'conflict');
    }
  });

  it('[SL1] [SL2] refuses a time that is past or too far', async () => {
    const world = aWorld();
    const part = partOf(world.start());
    for (const ms of [0, -1, part.maxAheadMs + 1, NaN]) {
      const error = await errorOf(part.sendAt(aTextTo(), world.clock.now() + ms));
      assert.deepEqual([error.code, error.path], ['invalid', 'sendAt']);
    }
    await part.sendAt(aTextTo(), world.clock.now() + part.maxAheadMs);
  });

  it('[SL3] refuses free text for after the end of its window, and what could not be sent now', async () => {
    const world = aWorld();
    const part = partOf(world.start());
    const message = aTextTo({ channel: 'whatsapp' });
    await part.sendAt(message, world.clock.now() + 23 * hour - 1);
    assert.equal(await codeOf(part.sendAt(message, world.clock.now() + 23 * hour)), 'window-closed');
    assert.equal(await codeOf(part.sendAt(aTextTo({ conversationId: 'gone' }), world.clock.now() + 1)), 'not-found');
    const picture = { kind: 'location', latitude: 1, longitude: 1, label: null } as const;
    assert.equal(await codeOf(part.sendAt(aTextTo({ content: picture }), world.clock.now() + 1)), 'unsupported');
  });

  it('looks at the window again when it leaves: what may not be sent any more waits for a person', async () => {
    const world = aWorld();
    const instance = world.start();
    const part = partOf(instance);
    const message = aTextTo({ channel: 'whatsapp' });
    await part.sendAt(message, world.clock.now() + 22 * hour);
    // Nobody had a tab open until the window had closed.
    await instance.kill();
    await pass(world, 25 * hour);
    const later = world.start();
    const again = partOf(later);
    await again.list('c1');
    await settle();
    const [failed] = await again.list('c1');
    assert.deepEqual([failed?.state, failed?.failure?.reason], ['failed', 'window-closed']);
    assert.equal(await later.adapter().findMessage(message.clientId), null);
    assert.deepEqual(left(later), []);
    // The customer writes, and the agent chooses another time.
    await later.receive(cmIncoming({ channel: 'whatsapp', at: world.clock.now() }));
    assert.equal((await again.sendAt(message, world.clock.now() + hour)).state, 'waiting');
    await pass(world, hour);
    assert.deepEqual(left(later), [referenceOf(message)]);
  });

  it('lists what waits, the next one first', async () => {
    const world = aWorld();
    const part = partOf(world.start());
    const [later, sooner] = [aTextTo(), aTextTo()];
    await part.sendAt(later, world.clock.now() + 2);
    await part.sendAt(sooner, world.clock.now() + 1);
    const ids = (await part.list('c1')).map(({ message }) => message.clientId);
    assert.deepEqual(ids, [sooner.clientId, later.clientId]);
    assert.deepEqual(await part.list('another'), []);
  });
});
