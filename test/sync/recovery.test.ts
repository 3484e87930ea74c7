import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AdapterError } from '../../src/ports/adapter-error.ts';
import { replyDraft, sendText, shown, textOf, World } from './world.ts';
import type { Tab } from './world.ts';

/** Types, sends and waits, in a process that ends at step `endsAt`. */
async function typeAndSend(world: World, endsAt: number): Promise<{ readonly tab: Tab; readonly isSafe: boolean }> {
  const tab = world.openTab();
  tab.life.endsAt = endsAt;
  const timeline = tab.session.openTimeline({ kind: 'conversation', conversationId: 'c1' });
  await world.pass(100);
  tab.session.openDraft(replyDraft()).setText('hello');
  await world.pass(1_000);
  const outcome = { isSafe: false };
  const sending = sendText(tab, 'hello', 'c1', replyDraft()).then(() => (outcome.isSafe = true));
  sending.catch(() => {});
  await world.pass(2_000);
  timeline.dispose();
  return { tab, isSafe: outcome.isSafe };
}

describe('a crash', () => {
  it('[I1] [I3] at any await of the send path loses and doubles nothing', async () => {
    let steps = Infinity;
    for (let endsAt = 1; endsAt <= steps; endsAt += 1) {
      const world = new World();
      const { tab, isSafe } = await typeAndSend(world, endsAt);
      if (!tab.life.isOver) steps = endsAt;
      const wasTyped = tab.storage.faults.log.includes('putDraft');
      world.crash(tab);
      await world.pass(60_000);
      const next = await world.startTab();
      await world.pass(60_000);
      const sent = (await world.stored()).map(textOf);
      const typed = next.session.openDraft(replyDraft()).value?.text;
      const where = `step ${endsAt}: sent ${sent.length}, typed ${String(typed)}`;
      assert.ok(sent.length + Number(typed !== undefined) <= 1, where);
      if (isSafe) assert.equal(sent.length, 1, where);
      else if (wasTyped) assert.equal(sent.length + Number(typed !== undefined), 1, where);
      assert.equal(new Set(world.dispatched).size, world.dispatched.length, where);
      assert.deepEqual(await world.outbox(), [], where);
    }
    assert.ok(steps > 25, `the send path has ${steps} steps`);
  });

  it('[I1] after the request left is asked about by the next tab, not repeated', async () => {
    const world = new World();
    const first = await world.startTab();
    first.adapter.faults.stalled = true;
    first.adapter.faults.next({ kind: 'lost-answer' }, 'send');
    first.adapter.faults.every({ kind: 'silence', commit: 'before' }, 'findMessage');
    const { clientId } = await sendText(first, 'hello');
    await world.pass(500);
    world.crash(first);
    await world.pass(30_000);
    const second = await world.startTab();
    await world.pass(10_000);
    assert.equal(second.adapter.faults.log.filter(({ call }) => call === 'send').length, 0);
    assert.equal(world.dispatches(clientId), 1);
    assert.deepEqual(await world.outbox(), []);
  });
});

describe('a restart', () => {
  it('[I7] in mid-send goes on within a second: nobody waits for a tab that is gone', async () => {
    const world = new World();
    const first = await world.startTab();
    first.adapter.faults.next({ kind: 'silence', commit: 'before' }, 'send');
    await sendText(first, 'cut off');
    await world.pass(500);
    world.crash(first);
    const second = await world.startTab();
    await sendText(second, 'after it');
    await world.pass(1_000);
    assert.deepEqual((await world.stored()).map(textOf), ['cut off', 'after it']);
    assert.deepEqual(await world.outbox(), []);
  });

  it('[I1] shows what was queued and sends it', async () => {
    const world = new World();
    const first = await world.startTab();
    first.connectivity.set(false);
    await sendText(first, 'hello');
    const closing = first.session.close();
    await world.pass(100);
    await closing;
    const second = world.openTab();
    const timeline = second.session.openTimeline({ kind: 'conversation', conversationId: 'c1' });
    await world.pass(30_000);
    assert.deepEqual(shown(timeline), ['hello · sent']);
  });

  it('[I8] keeps failed messages until a person decides', async () => {
    const world = new World();
    const first = await world.startTab();
    first.adapter.faults.next({ kind: 'error', error: new AdapterError('invalid', 'no') }, 'send');
    const { clientId } = await sendText(first, 'hello');
    await world.pass(100);
    world.crash(first);
    const second = await world.startTab();
    const timeline = second.session.openTimeline({ kind: 'conversation', conversationId: 'c1' });
    second.adapter.faults.resetStreams();
    await world.pass(3_600_000);
    assert.deepEqual(shown(timeline), ['hello · failed']);
    await second.session.retry(clientId);
    await world.pass(100);
    assert.deepEqual(shown(timeline), ['hello · sent']);
  });

  it('[I8] finds the draft that was being typed when the page was left', async () => {
    const world = new World();
    const first = await world.startTab();
    first.session.openDraft(replyDraft()).setText('half a sen');
    first.leave();
    world.crash(first);
    const second = await world.startTab();
    assert.equal(second.session.openDraft(replyDraft()).value?.text, 'half a sen');
  });

  it('[I8] does not find a draft that was emptied just before the page was left', async () => {
    const world = new World();
    const first = await world.startTab();
    const draft = first.session.openDraft(replyDraft());
    draft.setText('never mind');
    await draft.flush();
    draft.setText('');
    first.leave();
    world.crash(first);
    const second = await world.startTab();
    assert.equal(second.session.openDraft(replyDraft()).value, null);
  });
});

describe('closing a session', () => {
  it('leaves no timer, no listener and no call, and keeps what was typed', async () => {
    const world = new World();
    const tab = await world.startTab();
    const list = tab.session.openList({ scope: { kind: 'all' }, sort: 'newest' });
    const timeline = tab.session.openTimeline({ kind: 'conversation', conversationId: 'c1' });
    await world.pass(100);
    tab.session.openDraft(replyDraft()).setText('half');
    const closing = tab.session.close();
    await world.pass(1_000);
    await closing;
    list.dispose();
    timeline.dispose();
    assert.equal(tab.session.status.value.phase, 'closed');
    assert.equal(tab.connectivity.listeners, 0);
    assert.equal(tab.adapter.faults.underWay, 0);
    assert.equal(world.clock.pending, 0);
    const second = await world.startTab();
    assert.equal(second.session.openDraft(replyDraft()).value?.text, 'half');
  });

  it('[I7] while an attempt is being recorded fails no message: nobody refused it, and the next session sends it', async () => {
    const world = new World();
    const tab = await world.startTab();
    const enqueueAndLease = 2;
    const recording = tab.storage.faults.pauseAt(enqueueAndLease + 1);
    await sendText(tab, 'hello');
    await recording.reached;
    const releasing = tab.storage.faults.pauseAt(1);
    const closing = tab.session.close();
    await releasing.reached;
    recording.resume();
    await world.pass(100);
    assert.deepEqual(
      (await world.outbox()).map(({ state, failure }) => [state, failure]),
      [['queued', null]],
    );
    releasing.resume();
    await closing;
    await world.startTab();
    await world.pass(2_000);
    assert.deepEqual((await world.stored()).map(textOf), ['hello']);
    assert.deepEqual(await world.outbox(), []);
  });

  it('can be closed before it stands, and twice', async () => {
    const world = new World();
    const tab = world.openTab();
    const sending = assert.rejects(sendText(tab, 'hello'), { code: 'aborted' });
    await Promise.all([tab.session.close(), tab.session.close()]);
    await world.pass(1_000);
    await sending;
    assert.equal(world.clock.pending, 0);
  });
});
