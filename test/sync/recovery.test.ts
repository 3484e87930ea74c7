import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { replyDraft, sendText, shown, textOf, World } from './world.ts';

/** A run of the send path uses fewer transactions than this; beyond it nothing crashes. */
const steps = 12;

describe('a crash', () => {
  for (const when of ['before-commit', 'after-commit'] as const)
    for (let step = 1; step <= steps; step += 1)
      it(`[I1] [I3] at transaction ${step} of typing and sending, ${when}, loses and doubles nothing`, async () => {
        const world = new World();
        const first = await world.startTab();
        first.storage.faults.crashAt(step, when);
        const draft = first.session.openDraft(replyDraft());
        draft.setText('hello');
        await world.pass(1_000);
        let resolved = '';
        void sendText(first, 'hello', 'c1', replyDraft()).then(
          ({ clientId }) => (resolved = clientId),
          () => {},
        );
        await world.pass(1_000);
        world.crash(first);
        await world.pass(60_000);
        const second = await world.startTab();
        await world.pass(60_000);
        const texts = (await world.stored()).map(textOf);
        const typed = second.session.openDraft(replyDraft()).value?.text;
        if (resolved) assert.deepEqual([texts, typed], [['hello'], undefined]);
        else
          assert.ok(texts.length + (typed === undefined ? 0 : 1) <= 1, `sent ${texts.length}, typed ${String(typed)}`);
        if (step > 2) assert.equal(texts.length + (typed === undefined ? 0 : 1), 1);
        assert.equal(new Set(world.dispatched).size, world.dispatched.length);
        assert.deepEqual(await world.outbox(), []);
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
    first.adapter.faults.next({ kind: 'malformed', with: null }, 'connect');
    first.adapter.faults.every({ kind: 'foreign', reason: null }, 'findMessage');
    first.adapter.faults.every({ kind: 'foreign', reason: null }, 'send');
    await sendText(first, 'hello');
    await world.pass(10_000);
    const closing = first.session.close();
    await world.pass(100);
    await closing;
    assert.equal((await world.outbox()).length, 1);
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
