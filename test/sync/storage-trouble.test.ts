import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Capabilities } from '../../src/ports/adapter.ts';
import { replyDraft, sendText, shown, textOf, World } from './world.ts';
import type { Tab } from './world.ts';

const forgetful = (capabilities: Capabilities): Capabilities => ({ ...capabilities, idempotencyMs: 0 });

function sends(tab: Tab): number {
  return tab.adapter.faults.log.filter(({ call }) => call === 'send').length;
}

describe('storage that refuses', () => {
  it('the record of an attempt: nothing leaves, and the message waits for its turn, not for a person', async () => {
    const world = new World({ capabilities: forgetful });
    const tab = await world.startTab();
    tab.storage.faults.failNext('quota', 'updateEntry');
    await sendText(tab, 'hello');
    await world.pass(100);
    assert.equal(sends(tab), 0);
    assert.deepEqual(tab.session.status.value.outbox, { pending: 1, failed: 0 });
    await world.pass(10_000);
    assert.deepEqual((await world.stored()).map(textOf), ['hello']);
  });

  it('[I3] the result of an attempt: it is asked about before anything is repeated', async () => {
    const world = new World();
    const tab = await world.startTab();
    tab.adapter.faults.stalled = true;
    const pause = tab.storage.faults.pauseAt(3); // enqueue, acquireLease, then the record
    tab.adapter.faults.next({ kind: 'lost-answer' }, 'send');
    const { clientId } = await sendText(tab, 'hello');
    await pause.reached;
    pause.resume();
    tab.storage.faults.failNext('quota', 'updateEntry');
    await world.pass(30_000);
    assert.equal(world.dispatches(clientId), 1);
    assert.deepEqual(await world.outbox(), []);
  });

  it('[I7] the lease: another attempt follows', async () => {
    const world = new World();
    const tab = await world.startTab();
    tab.storage.faults.failNext('quota', 'acquireLease');
    await sendText(tab, 'hello');
    await world.pass(10_000);
    assert.deepEqual((await world.stored()).map(textOf), ['hello']);
  });

  it('[I7] to be read at the beginning: it is read again', async () => {
    const world = new World();
    const first = await world.startTab();
    first.connectivity.set(false);
    await sendText(first, 'hello');
    first.session.openDraft(replyDraft()).setText('half');
    await world.pass(1_000);
    world.crash(first);
    const second = world.openTab();
    second.storage.faults.failNext('corrupt', 'loadOutbox');
    second.storage.faults.failNext('corrupt', 'loadDrafts');
    const draft = second.session.openDraft(replyDraft());
    await world.pass(30_000);
    assert.deepEqual((await world.stored()).map(textOf), ['hello']);
    assert.equal(draft.value?.text, 'half');
  });

  it('[I7] to be read for long: what is known here leaves all the same', async () => {
    const world = new World();
    const tab = await world.startTab();
    for (let count = 0; count < 50; count += 1) tab.storage.faults.failNext('corrupt', 'loadOutbox');
    const other = await world.startTab();
    other.session.openDraft(replyDraft('c2')).setText('wakes the listeners');
    await world.pass(1_000);
    await sendText(tab, 'hello');
    await world.pass(30_000);
    assert.deepEqual((await world.stored()).map(textOf), ['hello']);
  });

  it('[I2] to remove a sent message: it is removed later and never shown twice', async () => {
    const world = new World();
    const tab = await world.startTab();
    const timeline = tab.session.openTimeline({ kind: 'conversation', conversationId: 'c1' });
    tab.storage.faults.failNext('quota', 'removeEntry');
    await sendText(tab, 'hello');
    await world.pass(100);
    assert.deepEqual(shown(timeline), ['hello · sent']);
    assert.equal((await world.outbox()).length, 1);
    await world.pass(3_000);
    assert.deepEqual(await world.outbox(), []);
    assert.deepEqual(shown(timeline), ['hello · sent']);
  });
});

describe('tabs that cannot be told', () => {
  it('do not keep this one from working', async () => {
    const world = new World();
    const tab = await world.startTab();
    world.links.links[0]!.post = () => {
      throw new Error('DataCloneError');
    };
    await sendText(tab, 'hello');
    await world.pass(10_000);
    assert.deepEqual((await world.stored()).map(textOf), ['hello']);
    assert.ok(tab.log.some((line) => line.startsWith('debug')));
  });
});
