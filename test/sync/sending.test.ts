import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AdapterError } from '../../src/ports/adapter-error.ts';
import { replyDraft, sendText, shown, textOf, World } from './world.ts';

describe('sending', () => {
  it('[I4] shows a message as queued once it is committed here, and with the same key as accepted by the backend', async () => {
    const world = new World();
    const tab = await world.startTab();
    const timeline = tab.session.openTimeline({ kind: 'conversation', conversationId: 'c1' });
    await world.pass(10);
    const entry = await sendText(tab, 'hello');
    assert.deepEqual(shown(timeline), ['hello · queued']);
    const [key] = timeline.value.entries.map((row) => row.key);
    await world.pass(100);
    assert.deepEqual(shown(timeline), ['hello · sent']);
    assert.deepEqual(
      timeline.value.entries.map((row) => [row.key, row.source]),
      [[key, 'server']],
    );
    assert.equal(key, entry.clientId);
  });

  it('[I2] never shows a message twice or not at all, not even for a moment', async () => {
    const world = new World();
    const tab = await world.startTab();
    const timeline = tab.session.openTimeline({ kind: 'conversation', conversationId: 'c1' });
    await world.pass(10);
    await sendText(tab, 'hello');
    const rows: number[] = [];
    timeline.subscribe(() => rows.push(timeline.value.entries.length));
    await world.pass(1_000);
    assert.ok(rows.length > 1);
    assert.deepEqual(new Set(rows), new Set([1]));
  });

  it('[I1] moves the draft into the outbox in one transaction and empties the composer', async () => {
    const world = new World();
    const tab = await world.startTab();
    const draft = tab.session.openDraft(replyDraft());
    draft.setText('hello');
    const { clientId } = draft.value!;
    const before = tab.storage.faults.log.length;
    const entry = await sendText(tab, 'hello', 'c1', replyDraft());
    assert.equal(entry.clientId, clientId);
    assert.equal(draft.value, null);
    assert.deepEqual(tab.storage.faults.log.slice(before, before + 1), ['enqueue']);
  });

  it('[I1] rejects and keeps the draft when storage refuses', async () => {
    const world = new World();
    const tab = await world.startTab();
    const draft = tab.session.openDraft(replyDraft());
    draft.setText('hello');
    await draft.flush();
    tab.storage.faults.failNext('quota', 'enqueue');
    await assert.rejects(sendText(tab, 'hello', 'c1', replyDraft()), { name: 'StorageError', problem: 'quota' });
    assert.equal(draft.value?.text, 'hello');
    assert.deepEqual(await world.outbox(), []);
    await sendText(tab, 'hello', 'c1', replyDraft());
    await world.pass(100);
    assert.deepEqual((await world.stored()).map(textOf), ['hello']);
  });

  it('[I3] makes one message of two presses of Enter', async () => {
    const world = new World();
    const tab = await world.startTab();
    tab.session.openDraft(replyDraft()).setText('hello');
    const [first, second] = await Promise.all([
      sendText(tab, 'hello', 'c1', replyDraft()),
      sendText(tab, 'hello', 'c1', replyDraft()),
    ]);
    await world.pass(100);
    assert.equal(first.clientId, second.clientId);
    assert.deepEqual((await world.stored()).map(textOf), ['hello']);
  });

  it('[I1] makes two messages when another text is sent while the first is being made safe', async () => {
    const world = new World();
    const tab = await world.startTab();
    const draft = tab.session.openDraft(replyDraft());
    draft.setText('one');
    const pause = tab.storage.faults.pauseAt(1);
    const first = sendText(tab, 'one', 'c1', replyDraft());
    await pause.reached;
    draft.setText('two');
    const second = sendText(tab, 'two', 'c1', replyDraft());
    pause.resume();
    assert.notEqual((await first).clientId, (await second).clientId);
    await world.pass(1_000);
    assert.deepEqual((await world.stored()).map(textOf), ['one', 'two']);
    assert.equal(draft.value, null);
  });

  it('keeps what is typed while the message is being made safe, as a draft of its own', async () => {
    const world = new World();
    const tab = await world.startTab();
    const draft = tab.session.openDraft(replyDraft());
    draft.setText('hello');
    const pause = tab.storage.faults.pauseAt(1);
    const sending = sendText(tab, 'hello', 'c1', replyDraft());
    await pause.reached;
    draft.setText('hello again');
    pause.resume();
    const entry = await sending;
    await world.pass(1_000);
    assert.equal(draft.value?.text, 'hello again');
    assert.notEqual(draft.value.clientId, entry.clientId);
    assert.deepEqual(
      (await tab.storage.peer().loadDrafts()).map(({ text }) => text),
      ['hello again'],
    );
  });

  it('[I5] sends the messages of one conversation in the order in which they were queued', async () => {
    const world = new World({ plan: { latencyMs: 500 } });
    const tab = await world.startTab();
    tab.session.openConversation('c1');
    await world.pass(2_000);
    const sent = [];
    for (const text of ['one', 'two', 'three', 'four']) sent.push(sendText(tab, text));
    await world.pass(10_000);
    await Promise.all(sent);
    assert.deepEqual((await world.stored()).map(textOf), ['one', 'two', 'three', 'four']);
  });

  it('[I5] has one message of a conversation on its way at a time, and four conversations at once', async () => {
    const world = new World({ conversations: 6 });
    const tab = await world.startTab();
    tab.adapter.faults.every({ kind: 'silence', commit: 'before' }, 'send');
    for (const id of ['c1', 'c2', 'c3', 'c4', 'c5', 'c6'])
      for (const text of ['one', 'two']) await sendText(tab, text, id);
    await world.pass(100);
    assert.equal(tab.adapter.faults.underWay, 4);
  });

  it('[I5] lets later messages pass one that needs a person', async () => {
    const world = new World();
    const tab = await world.startTab();
    tab.adapter.faults.next({ kind: 'error', error: new AdapterError('invalid', 'poison') }, 'send');
    const timeline = tab.session.openTimeline({ kind: 'conversation', conversationId: 'c1' });
    await sendText(tab, 'poison');
    await sendText(tab, 'after');
    await world.pass(100);
    assert.deepEqual((await world.stored()).map(textOf), ['after']);
    assert.deepEqual([...shown(timeline)].sort(), ['after · sent', 'poison · failed']);
    assert.deepEqual(tab.session.status.value.outbox, { pending: 0, failed: 1 });
  });

  it('sends a note by a command of its own', async () => {
    const world = new World();
    const tab = await world.startTab();
    await tab.session.addNote({ conversationId: 'c1', text: 'for us', draft: null });
    await world.pass(100);
    assert.deepEqual(
      (await world.stored()).map((message) => `${message.direction} ${textOf(message)}`),
      ['note for us'],
    );
    assert.deepEqual(world.dispatched, []);
  });

  it('records the attempt before the request leaves', async () => {
    const world = new World();
    const tab = await world.startTab();
    tab.storage.faults.failNext('quota', 'updateEntry');
    await sendText(tab, 'hello');
    await world.pass(100);
    assert.deepEqual(
      tab.adapter.faults.log.filter(({ call }) => call === 'send'),
      [],
    );
    await world.pass(10_000);
    assert.deepEqual((await world.stored()).map(textOf), ['hello']);
  });

  it('does not wait long for the name of a recipient it does not know', async () => {
    const world = new World();
    const tab = await world.startTab();
    tab.adapter.faults.every({ kind: 'silence', commit: 'before' }, 'getConversation');
    const sending = sendText(tab, 'hello');
    await world.pass(4_000);
    assert.equal((await sending).target.recipientName, '');
  });

  it('freezes recipient, channel and address when Send is pressed', async () => {
    const world = new World();
    const tab = await world.startTab();
    const { target } = await sendText(tab, 'hello');
    assert.deepEqual(target, {
      conversationId: 'c1',
      recipientId: 'r1',
      recipientName: 'Customer 1',
      channel: 'sms',
      accountId: null,
      address: '+31612345001',
    });
  });
});

describe('sending without storage', () => {
  it('resolves when the backend took the message', async () => {
    const world = new World({ storage: 'none' });
    const tab = await world.startTab();
    tab.session.openDraft(replyDraft()).setText('hello');
    const sending = sendText(tab, 'hello', 'c1', replyDraft());
    await world.pass(100);
    await sending;
    assert.deepEqual((await world.stored()).map(textOf), ['hello']);
    assert.equal(tab.session.openDraft(replyDraft()).value, null);
  });

  it('[I1] rejects and keeps the text while the backend cannot be reached', async () => {
    const world = new World({ storage: 'none' });
    const tab = await world.startTab();
    const draft = tab.session.openDraft(replyDraft());
    draft.setText('hello');
    tab.connectivity.set(false);
    await assert.rejects(sendText(tab, 'hello', 'c1', replyDraft()), { code: 'unavailable' });
    assert.equal(draft.value?.text, 'hello');
    assert.deepEqual(await tab.storage.loadOutbox(), []);
  });

  it('[I1] rejects with the reason and keeps the text when the backend refuses', async () => {
    const world = new World({ storage: 'none' });
    const tab = await world.startTab();
    const draft = tab.session.openDraft(replyDraft());
    draft.setText('hello');
    tab.adapter.faults.next({ kind: 'error', error: new AdapterError('window-closed', 'too late') }, 'send');
    const refused = assert.rejects(sendText(tab, 'hello', 'c1', replyDraft()), { code: 'window-closed' });
    await world.pass(100);
    await refused;
    assert.equal(draft.value?.text, 'hello');
    assert.deepEqual(await tab.storage.loadOutbox(), []);
  });

  it('[I1] resolves with an entry that stays visible when nobody knows whether the backend has it', async () => {
    const world = new World({ storage: 'none' });
    const tab = await world.startTab();
    tab.adapter.faults.next({ kind: 'lost-request' }, 'send');
    const sending = sendText(tab, 'hello');
    await world.pass(100);
    assert.equal((await sending).state, 'unknown');
    assert.equal(tab.session.status.value.outbox.pending, 1);
    await world.pass(5_000);
    assert.deepEqual((await world.stored()).map(textOf), ['hello']);
  });
});
