import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AdapterError } from '../../src/ports/adapter-error.ts';
import { aConversation } from '../../src/testing/index.ts';
import { history, override, sendText, shown, World } from './world.ts';

const all = { scope: { kind: 'all' }, sort: 'newest' } as const;

describe('a timeline', () => {
  it('shows the newest page first and pages back to the beginning without a hole', async () => {
    const world = new World({ data: { messages: history(120) } });
    const tab = await world.startTab();
    const timeline = tab.session.openTimeline({ kind: 'conversation', conversationId: 'c1' });
    await world.pass(100);
    assert.deepEqual([timeline.value.entries.length, timeline.value.hasOlder], [50, true]);
    await timeline.loadOlder();
    await timeline.loadOlder();
    assert.deepEqual([timeline.value.entries.length, timeline.value.hasOlder], [120, false]);
    assert.deepEqual(
      shown(timeline),
      history(120).map((_, index) => `old ${index + 1} · incoming`),
    );
    await timeline.loadOlder();
    assert.equal(timeline.value.entries.length, 120);
  });

  it('is one for everybody who shows the same history, and asks once', async () => {
    const world = new World({ data: { messages: history(3) } });
    const tab = await world.startTab();
    const query = { kind: 'conversation', conversationId: 'c1' } as const;
    const [one, two] = [tab.session.openTimeline(query), tab.session.openTimeline(query)];
    await world.pass(100);
    one.dispose();
    one.dispose();
    assert.equal(two.value.entries.length, 3);
    assert.equal(tab.adapter.faults.log.filter(({ call }) => call === 'listMessages').length, 1);
  });

  it('is there at once when it is opened again, and true', async () => {
    const world = new World({ data: { messages: history(3) } });
    const tab = await world.startTab();
    const query = { kind: 'conversation', conversationId: 'c1' } as const;
    const first = tab.session.openTimeline(query);
    await world.pass(100);
    first.dispose();
    await world.backend.incoming({ channel: 'sms', from: '0612345001', text: 'meanwhile' });
    await world.pass(100);
    const again = tab.session.openTimeline(query);
    assert.deepEqual(shown(again).at(-1), 'meanwhile · incoming');
    assert.equal(again.value.loaded, true);
  });

  it('[I9] keeps only a few histories that nobody looks at', async () => {
    const world = new World({ conversations: 20 });
    const tab = await world.startTab();
    for (let number = 1; number <= 20; number += 1) {
      const timeline = tab.session.openTimeline({ kind: 'conversation', conversationId: `c${number}` });
      await world.pass(10);
      timeline.dispose();
    }
    const calls = tab.adapter.faults.log.length;
    tab.session.openTimeline({ kind: 'conversation', conversationId: 'c20' });
    tab.session.openTimeline({ kind: 'conversation', conversationId: 'c1' });
    await world.pass(100);
    assert.equal(tab.adapter.faults.log.length - calls, 1);
  });

  it('keeps what it has and says what went wrong; a reload mends it', async () => {
    const world = new World({ data: { messages: history(3) } });
    const tab = await world.startTab();
    const timeline = tab.session.openTimeline({ kind: 'conversation', conversationId: 'c1' });
    await world.pass(100);
    tab.adapter.faults.next({ kind: 'error', error: new AdapterError('forbidden', 'no') }, 'listMessages');
    await timeline.reload();
    assert.deepEqual([timeline.value.state, timeline.value.error?.code], ['error', 'forbidden']);
    assert.equal(timeline.value.entries.length, 3);
    await timeline.reload();
    assert.deepEqual([timeline.value.state, timeline.value.error], ['idle', null]);
  });

  it('[I7] reads again by itself when the link is back', async () => {
    const world = new World({ data: { messages: history(3) } });
    const tab = await world.startTab();
    tab.adapter.faults.offline = true;
    const timeline = tab.session.openTimeline({ kind: 'conversation', conversationId: 'c1' });
    const list = tab.session.openList(all);
    const conversation = tab.session.openConversation('c2');
    await world.pass(100);
    assert.deepEqual([timeline.value.state, list.value.state, conversation.value], ['error', 'error', null]);
    tab.adapter.faults.offline = false;
    await world.pass(1_000);
    assert.deepEqual([timeline.value.entries.length, list.value.rows.length], [3, 2]);
    assert.equal(conversation.value?.id, 'c2');
  });

  it('[I6] does not lose a change of a message that is on a page under way', async () => {
    const world = new World({ plan: { latencyMs: 1_000 }, data: { messages: history(60) } });
    const tab = await world.startTab();
    await world.pass(3_000);
    const sent = sendText(tab, 'hello');
    await world.pass(10_000);
    const { clientId } = await sent;
    for (let count = 0; count < 60; count += 1)
      await world.backend.incoming({ channel: 'sms', from: '0612345001', text: `in ${count}` });
    const timeline = tab.session.openTimeline({ kind: 'conversation', conversationId: 'c1' });
    await world.pass(5_000);
    const loading = timeline.loadOlder();
    await world.pass(600);
    await world.backend.status(deliveredStatus(clientId));
    await world.pass(5_000);
    await loading;
    assert.ok(shown(timeline).includes('hello · delivered'), shown(timeline).join('\n'));
  });

  it('shows the last hundred messages over all conversations (A2)', async () => {
    const world = new World({ data: { messages: [...history(80), ...history(80, 'c2')] } });
    const tab = await world.startTab();
    const timeline = tab.session.openTimeline({ kind: 'recent', scope: { kind: 'all' } });
    await world.pass(100);
    assert.deepEqual([timeline.value.entries.length, timeline.value.hasOlder], [100, false]);
    await world.backend.incoming({ channel: 'sms', from: '0612345002', text: 'newest' });
    await world.pass(100);
    assert.equal(timeline.value.entries.length, 100);
    assert.equal(shown(timeline).at(-1), 'newest · incoming');
  });

  it('reads the last messages again where only the backend knows what is in scope', async () => {
    const world = new World();
    const tab = await world.startTab();
    const timeline = tab.session.openTimeline({ kind: 'recent', scope: { kind: 'mine' } });
    await world.pass(100);
    await world.backend.incoming({ channel: 'sms', from: '0612345002', text: 'mine too' });
    await world.pass(2_000);
    assert.deepEqual(shown(timeline), ['mine too · incoming']);
  });

  it('shows one recipient’s history over all conversations (A13)', async () => {
    const world = new World({ data: { messages: history(2) } });
    const tab = await world.startTab();
    const timeline = tab.session.openTimeline({ kind: 'recipient', recipientId: 'r1' });
    await world.pass(100);
    await sendText(tab, 'hello');
    assert.equal(shown(timeline).at(-1), 'hello · queued');
    await world.pass(100);
    assert.deepEqual(shown(timeline), ['old 1 · incoming', 'old 2 · incoming', 'hello · sent']);
  });

  it('keeps a waiting message at the end, where it will be, and a failed one in its time', async () => {
    const world = new World();
    const tab = await world.startTab();
    const timeline = tab.session.openTimeline({ kind: 'conversation', conversationId: 'c1' });
    await world.pass(100);
    tab.adapter.faults.next({ kind: 'error', error: new AdapterError('invalid', 'no') }, 'send');
    await sendText(tab, 'failed');
    await world.pass(1_000);
    tab.connectivity.set(false);
    await sendText(tab, 'waiting');
    await world.pass(1_000);
    await world.backend.incoming({ channel: 'sms', from: '0612345001', text: 'between' });
    await world.pass(100);
    assert.deepEqual(shown(timeline), ['failed · failed', 'between · incoming', 'waiting · queued']);
  });

  it('keeps rows that did not change the same objects', async () => {
    const world = new World({ data: { messages: history(10) } });
    const tab = await world.startTab();
    const timeline = tab.session.openTimeline({ kind: 'conversation', conversationId: 'c1' });
    await world.pass(100);
    tab.connectivity.set(false);
    await sendText(tab, 'waiting');
    const before = timeline.value;
    assert.equal(timeline.value, before);
    await sendText(tab, 'more');
    const after = timeline.value.entries;
    before.entries.forEach((entry, index) => assert.equal(after[index], entry));
  });
});

describe('a list', () => {
  it('moves a row when its conversation changes and tells nobody else', async () => {
    const world = new World({ conversations: 3 });
    const tab = await world.startTab();
    const list = tab.session.openList(all);
    const other = tab.session.openList({ scope: { kind: 'recipient', recipientId: 'r1' }, sort: 'newest' });
    await world.pass(100);
    let told = 0;
    other.subscribe(() => (told += 1));
    await world.backend.incoming({ channel: 'sms', from: '0612345003', text: 'me first' });
    await world.pass(100);
    assert.deepEqual(
      list.value.rows.map(({ conversation }) => conversation.id),
      ['c3', 'c1', 'c2'],
    );
    assert.equal(told, 0);
  });

  it('[C15] leaves out what is put aside, counts it, and shows it by itself when its time has come', async () => {
    const world = new World({ conversations: 3 });
    const tab = await world.startTab();
    const awake = tab.session.openList({ ...all, snoozed: false });
    const counts = tab.session.openCounts({ kind: 'all' });
    await world.pass(2_000);
    const until = world.clock.now() + 5 * 60_000;
    await tab.session.update('c2', { snooze: { until, untilReply: false, since: world.clock.now() } });
    await world.pass(3_000);
    const ids = (): string[] => awake.value.rows.map(({ conversation }) => conversation.id).sort();
    assert.deepEqual([ids(), awake.value.total, awake.value.asleep, counts.value?.all], [['c1', 'c3'], 2, 1, 2]);
    await world.pass(7 * 60_000);
    assert.deepEqual([ids(), awake.value.total, awake.value.asleep, counts.value?.all], [['c1', 'c2', 'c3'], 3, 0, 3]);
  });

  it('[C15] has what is pinned on top although it is older than a whole page, and moves it when it is no longer', async () => {
    const world = new World({ conversations: 120 });
    const tab = await world.startTab();
    const plain = tab.session.openList(all);
    await world.pass(100);
    while (plain.value.hasMore) await plain.loadMore();
    const oldest = plain.value.rows.at(-1)?.conversation.id ?? '';
    await tab.session.update(oldest, { pinned: true });
    const list = tab.session.openList({ ...all, pinnedFirst: true });
    await world.pass(2_000);
    const first = (): string | undefined => list.value.rows[0]?.conversation.id;
    assert.equal(first(), oldest);
    await list.loadMore();
    await list.loadMore();
    const ids = list.value.rows.map(({ conversation }) => conversation.id);
    assert.deepEqual([ids.length, new Set(ids).size], [120, 120]);
    await tab.session.update(oldest, { pinned: false });
    await world.pass(2_000);
    assert.deepEqual([first() === oldest, list.value.rows.at(-1)?.conversation.id], [false, oldest]);
  });

  it('pages without a hole while rows move', async () => {
    const world = new World({ conversations: 120 });
    const tab = await world.startTab();
    const list = tab.session.openList(all);
    await world.pass(100);
    assert.deepEqual([list.value.rows.length, list.value.hasMore, list.value.total], [50, true, 120]);
    // The last row of the page and one beyond it move to the front: the cursor still continues behind the old last row.
    for (const number of ['0612345050', '0612345051']) {
      await world.backend.incoming({ channel: 'sms', from: number, text: 'hi' });
      await world.pass(100);
    }
    await list.loadMore();
    await list.loadMore();
    const ids = list.value.rows.map(({ conversation }) => conversation.id);
    assert.equal(new Set(ids).size, 120);
    assert.deepEqual(ids.slice(0, 3), ['c51', 'c50', 'c1']);
    assert.equal(list.value.hasMore, false);
  });

  it('keeps the old rows until another question is answered, and forgets the answer to an older one', async () => {
    const world = new World({ plan: { latencyMs: 500 }, conversations: 3 });
    const tab = await world.startTab();
    const list = tab.session.openList(all);
    await world.pass(3_000);
    list.setQuery({ ...all, unreadOnly: true });
    list.setQuery({ scope: { kind: 'recipient', recipientId: 'r2' }, sort: 'newest' });
    assert.deepEqual([list.value.rows.length, list.value.loaded], [3, false]);
    await world.pass(3_000);
    assert.deepEqual(
      list.value.rows.map(({ conversation }) => conversation.id),
      ['c2'],
    );
    assert.equal(list.value.loaded, true);
  });

  it('keeps the total true when conversations it has not loaded come and go', async () => {
    const world = new World({ conversations: 120 });
    const tab = await world.startTab();
    const list = tab.session.openList({ ...all, unreadOnly: true });
    const everything = tab.session.openList(all);
    await world.pass(100);
    assert.deepEqual([list.value.total, everything.value.total], [0, 120]);
    await world.backend.incoming({ channel: 'sms', from: '0612345100', text: 'hi' });
    await world.backend.incoming({ channel: 'sms', from: '0687654321', text: 'a stranger' });
    await world.pass(5_000);
    assert.deepEqual([list.value.total, everything.value.total], [2, 121]);
    await tab.session.markRead('c100');
    await world.pass(5_000);
    assert.deepEqual([list.value.total, everything.value.total], [1, 121]);
  });

  it('counts what failed and what waits per row', async () => {
    const world = new World();
    const tab = await world.startTab();
    const list = tab.session.openList(all);
    await world.pass(100);
    tab.adapter.faults.next({ kind: 'error', error: new AdapterError('invalid', 'no') }, 'send');
    await sendText(tab, 'failed', 'c2');
    await world.pass(100);
    tab.connectivity.set(false);
    await sendText(tab, 'waiting', 'c2');
    const row = list.value.rows.find(({ conversation }) => conversation.id === 'c2');
    assert.deepEqual([row?.failedCount, row?.pendingCount], [1, 1]);
  });

  it('refuses a question in words and mends itself', async () => {
    const world = new World();
    const tab = await world.startTab();
    tab.adapter.faults.next({ kind: 'error', error: new AdapterError('forbidden', 'no') }, 'listConversations');
    const list = tab.session.openList(all);
    await world.pass(100);
    assert.deepEqual([list.value.state, list.value.error?.code, list.value.loaded], ['error', 'forbidden', false]);
    await list.reload();
    assert.equal(list.value.rows.length, 2);
  });
});

describe('a conversation', () => {
  it('is loaded when it is opened and stays true', async () => {
    const world = new World();
    const tab = await world.startTab();
    const conversation = tab.session.openConversation('c1');
    const unread = (): number | undefined => conversation.value?.unreadCount;
    assert.equal(unread(), undefined);
    await world.pass(100);
    assert.equal(unread(), 0);
    await world.backend.incoming({ channel: 'sms', from: '0612345001', text: 'hi' });
    await world.pass(100);
    assert.equal(unread(), 1);
    await tab.session.markRead('c1');
    assert.equal(unread(), 0);
    await tab.session.markUnread('c1');
    assert.equal(unread(), 1);
    const first = conversation.value?.firstUnreadMessageId ?? '';
    await world.backend.incoming({ channel: 'sms', from: '0612345001', text: 'more' });
    await world.pass(100);
    await tab.session.markRead('c1');
    await tab.session.markUnreadFrom('c1', first);
    assert.equal(unread(), 2);
    conversation.dispose();
  });

  it('is null when it does not exist, and asked for once', async () => {
    const world = new World();
    const tab = await world.startTab();
    const conversation = tab.session.openConversation('nobody');
    await world.pass(60_000);
    assert.equal(conversation.value, null);
    assert.equal(tab.adapter.faults.log.filter(({ call }) => call === 'getConversation').length, 1);
  });

  it('rejects a change made on an outdated version and changes nothing (D1)', async () => {
    const world = new World();
    const tab = await world.startTab();
    const before = await tab.session.update('c1', { addTags: ['urgent'] });
    await assert.rejects(tab.session.update('c1', { coWorkerId: null }, before.version - 1), { code: 'conflict' });
    await tab.session.update('c1', { coWorkerId: null }, before.version);
  });

  it('disappears from every view when the backend removes it', async () => {
    const world = new World({
      data: { messages: history(3) },
      wrap: (adapter) =>
        override(adapter, {
          subscribe: (scope, sink, from) => {
            remove = () =>
              sink.batch({
                cursor: 'x',
                previous: null,
                changes: [{ type: 'conversation-removed', conversationId: 'c1' }],
              });
            return adapter.subscribe(scope, sink, from);
          },
        }),
    });
    let remove = (): void => {};
    const tab = await world.startTab();
    const list = tab.session.openList(all);
    const timeline = tab.session.openTimeline({ kind: 'conversation', conversationId: 'c1' });
    const conversation = tab.session.openConversation('c1');
    await world.pass(100);
    remove();
    assert.deepEqual(
      list.value.rows.map((row) => row.conversation.id),
      ['c2'],
    );
    assert.deepEqual(timeline.value.entries, []);
    assert.equal(conversation.value, null);
  });

  it('disappears when a reset shows that the backend has lost it', async () => {
    const gone = new AdapterError('not-found', 'gone');
    const world = new World();
    const tab = await world.startTab();
    const conversation = tab.session.openConversation('c1');
    await world.pass(100);
    assert.equal(conversation.value?.id, 'c1');
    tab.adapter.faults.every({ kind: 'error', error: gone }, 'getConversation');
    tab.adapter.faults.resetStreams();
    await world.pass(1_000);
    assert.deepEqual(conversation.value, null);
  });

  it('takes the newer copy, whichever way it came', async () => {
    const late = aConversation({ id: 'c1', version: 0, unreadCount: 99 });
    const world = new World({ wrap: (adapter) => override(adapter, { getConversation: () => Promise.resolve(late) }) });
    const tab = await world.startTab();
    const list = tab.session.openList(all);
    await world.pass(100);
    const conversation = tab.session.openConversation('c1');
    tab.adapter.faults.resetStreams();
    await world.pass(2_000);
    assert.ok(tab.adapter.faults.log.some(({ call }) => call === 'getConversation'));
    assert.equal(conversation.value?.unreadCount, 0);
    assert.equal(list.value.rows[0]?.conversation.unreadCount, 0);
  });
});

function deliveredStatus(clientId: string): unknown {
  return {
    account: 'test',
    messages: {
      msg: {
        received: '2026-03-01T09:00:30',
        to: '0031612345001',
        reference: clientId.replaceAll('-', ''),
        status: { code: '2', errorCode: '', errorDescription: '' },
      },
    },
  };
}
