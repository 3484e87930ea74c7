import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Change, ChangeBatch } from '../../src/ports/adapter.ts';
import { AdapterError } from '../../src/ports/adapter-error.ts';
import { aConversation, settle } from '../../src/testing/index.ts';
import { annasData, aTextTo, aWorld, cmIncoming, host, recorder } from './world.ts';

const all = { kind: 'all' } as const;

describe('subscribing to changes', () => {
  it('says connecting and live after it returned, and hears nothing of before', async () => {
    const adapter = aWorld().start().adapter();
    await adapter.send(aTextTo());
    await settle();
    const sink = recorder();
    adapter.subscribe(all, sink, null);
    assert.deepEqual(sink.heard, []);
    await settle();
    assert.deepEqual(sink.heard, ['connecting', 'live']);
  });

  it('names in each batch the cursor before it', async () => {
    const adapter = aWorld().start().adapter();
    const { cursor } = await adapter.connect(host);
    const sink = recorder();
    adapter.subscribe(all, sink, cursor);
    for (let number = 0; number < 5; number += 1) await adapter.send(aTextTo());
    await settle();
    let previous = cursor;
    assert.ok(sink.batches.length >= 5);
    for (const batch of sink.batches) {
      assert.equal(batch.previous, previous);
      previous = batch.cursor;
    }
  });

  it('misses nothing between connect and the subscription', async () => {
    const adapter = aWorld().start().adapter();
    const { cursor } = await adapter.connect(host);
    const sent = await adapter.send(aTextTo());
    const sink = recorder();
    adapter.subscribe(all, sink, cursor);
    await settle();
    const changes = sink.batches.flatMap((batch) => batch.changes);
    assert.ok(changes.some((change) => change.type === 'message' && change.message.id === sent.id));
    assert.deepEqual(sink.heard.slice(0, 2), ['connecting', 'live']);
  });

  it('resumes exactly: what two subscriptions heard together is what one heard alone', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('send', 'receive', 'leave', 'return'), { maxLength: 12 }),
        async (acts) => {
          const instance = aWorld().start();
          const adapter = instance.adapter();
          const { cursor } = await adapter.connect(host);
          const constant = recorder();
          const coming = recorder();
          adapter.subscribe(all, constant, cursor);
          let leave: (() => void) | null = adapter.subscribe(all, coming, cursor);
          for (const act of [...acts, 'return'] as const) {
            if (act === 'send') await adapter.send(aTextTo());
            if (act === 'receive') await instance.receive(cmIncoming({}));
            if (act === 'leave') {
              leave?.();
              leave = null;
            }
            if (act === 'return') leave ??= adapter.subscribe(all, coming, coming.batches.at(-1)?.cursor ?? cursor);
            await settle();
          }
          assert.deepEqual(coming.batches, constant.batches);
        },
      ),
      { numRuns: 40 },
    );
  });

  for (const [title, cursor] of [
    ['it does not understand', 'nonsense'],
    ['of another set of data', 'feed-9999.3'],
    ['from the future', 'feed-0002.99'],
  ] as const) {
    it(`resets for a cursor ${title}, and goes on from there`, async () => {
      const adapter = aWorld().start().adapter();
      const { cursor: now } = await adapter.connect(host);
      const sink = recorder();
      adapter.subscribe(all, sink, cursor);
      await settle();
      assert.deepEqual(sink.heard, ['connecting', `reset ${String(now)}`, 'live']);
      await adapter.send(aTextTo());
      await settle();
      assert.equal(sink.batches[0]?.previous, now);
    });
  }

  it('resets for a cursor older than the feed that is kept', async () => {
    const adapter = aWorld().start({ feedKept: 20 }).adapter();
    const { cursor } = await adapter.connect(host);
    for (let number = 0; number < 60; number += 1)
      await adapter.addNote({ clientId: `n${number}`, conversationId: 'c1', text: 'x' });
    const sink = recorder();
    adapter.subscribe(all, sink, cursor);
    await settle();
    assert.equal(sink.heard[1]?.startsWith('reset '), true);
    assert.equal(sink.batches.length, 0);
  });

  it('keeps the feed bounded', async () => {
    const world = aWorld();
    const adapter = world.start({ feedKept: 20 }).adapter();
    for (let number = 0; number < 200; number += 1)
      await adapter.addNote({ clientId: `n${number}`, conversationId: 'c1', text: 'x' });
    const kept = await world.store.transact('read', (tx) => tx.scan('feed', null, {}));
    assert.ok(kept.length <= 70, `${kept.length} batches are kept`);
  });

  it('delivers a long absence in order and whole', async () => {
    const adapter = aWorld().start().adapter();
    const { cursor } = await adapter.connect(host);
    for (let number = 0; number < 250; number += 1)
      await adapter.addNote({ clientId: `n${number}`, conversationId: 'c1', text: String(number) });
    const sink = recorder();
    adapter.subscribe(all, sink, cursor);
    await settle();
    const texts = sink.batches.flatMap(({ changes }) => changes.flatMap(noteText));
    assert.deepEqual(
      texts,
      Array.from({ length: 250 }, (_, number) => String(number)),
    );
  });

  it('is silent after it was ended, even in the middle of a batch', async () => {
    const adapter = aWorld().start().adapter();
    const { cursor } = await adapter.connect(host);
    await adapter.send(aTextTo());
    await adapter.send(aTextTo());
    const sink = recorder();
    const batch = (heard: ChangeBatch): void => {
      sink.batch(heard);
      end();
    };
    const end = adapter.subscribe(all, { ...sink, batch }, cursor);
    await settle();
    assert.equal(sink.batches.length, 1);
    const never = recorder();
    adapter.subscribe(all, never, cursor)();
    await settle();
    assert.deepEqual(never.heard, []);
  });

  it('goes on for the others when one sink throws', async () => {
    const adapter = aWorld().start().adapter();
    const fail = (): never => {
      throw new Error('sink');
    };
    adapter.subscribe(all, { batch: fail, link: fail, reset: fail }, null);
    const sink = recorder();
    adapter.subscribe(all, sink, null);
    await settle();
    await adapter.send(aTextTo());
    await settle();
    assert.ok(sink.batches.length > 0);
  });

  it('says offline while the store cannot be read, and catches up afterwards', async () => {
    const world = aWorld();
    const instance = world.start();
    const adapter = instance.adapter();
    const sink = recorder();
    adapter.subscribe(all, sink, null);
    await settle();
    const transact = world.store.transact.bind(world.store);
    world.store.transact = (mode, body) =>
      mode === 'read' ? Promise.reject(new AdapterError('unavailable', 'gone')) : transact(mode, body);
    await instance.receive(cmIncoming({}));
    await settle();
    assert.equal(sink.heard.at(-1), 'offline');
    world.store.transact = transact;
    await instance.receive(cmIncoming({}));
    await settle();
    assert.deepEqual(sink.heard.slice(2), ['offline', 'live', 'batch', 'batch']);
  });

  it('ends with the adapter', async () => {
    const instance = aWorld().start();
    const adapter = instance.adapter();
    const sink = recorder();
    adapter.subscribe(all, sink, null);
    await settle();
    await adapter.close();
    await instance.receive(cmIncoming({}));
    await settle();
    assert.deepEqual(sink.heard, ['connecting', 'live']);
  });

  it('tells every instance of what one of them did', async () => {
    const world = aWorld();
    const [one, other] = [world.start(), world.start()];
    const sink = recorder();
    other.adapter('tim').subscribe(all, sink, null);
    await settle();
    const sent = await one.adapter('sanne').send(aTextTo());
    await settle();
    const ids = sink.batches.flatMap(({ changes }) => changes.flatMap(messageId));
    assert.ok(ids.includes(sent.id));
  });
});

describe('scope of a subscription', () => {
  it('leaves out what concerns others', async () => {
    const data = annasData();
    const other = aConversation({ ...data.conversations?.[0], id: 'c2', coWorkerId: 'tim', branchId: 'gent' });
    const instance = aWorld({ ...data, conversations: [...(data.conversations ?? []), other] }).start();
    const adapter = instance.adapter('sanne');
    const [mine, branch] = [recorder(), recorder()];
    adapter.subscribe({ kind: 'mine' }, mine, null);
    adapter.subscribe({ kind: 'branch' }, branch, null);
    await settle();
    await adapter.send(aTextTo({ conversationId: 'c2' }));
    await settle();
    assert.deepEqual([mine.batches.length, branch.batches.length], [0, 0]);
    await adapter.send(aTextTo({ conversationId: 'c1' }));
    await settle();
    assert.ok(mine.batches.length > 0 && branch.batches.length > 0);
    assert.equal(mine.batches[1]?.previous, mine.batches[0]?.cursor);
  });

  it('tells that a conversation leaves it', async () => {
    const adapter = aWorld().start().adapter('sanne');
    const sink = recorder();
    adapter.subscribe({ kind: 'mine' }, sink, null);
    await settle();
    await adapter.update('c1', { coWorkerId: 'tim' });
    await settle();
    const owners = sink.batches.flatMap(({ changes }) => changes.flatMap(ownerOf));
    assert.deepEqual(owners, ['tim']);
    await adapter.send(aTextTo());
    await settle();
    assert.equal(sink.batches.length, 1);
  });
});

function noteText(change: Change): readonly string[] {
  return change.type === 'message' && change.message.content.kind === 'text' ? [change.message.content.text] : [];
}

function messageId(change: Change): readonly string[] {
  return change.type === 'message' ? [change.message.id] : [];
}

function ownerOf(change: Change): readonly (string | null)[] {
  return change.type === 'conversation' ? [change.conversation.coWorkerId] : [];
}
