import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ConversationQuery } from '../../src/domain/queries.ts';
import { AdapterError } from '../../src/ports/adapter-error.ts';
import type { MessagingAdapter } from '../../src/ports/adapter.ts';
import { override, World } from './world.ts';

const all = { scope: { kind: 'all' }, sort: 'newest' } as const satisfies ConversationQuery;
const unread = { ...all, unreadOnly: true };
const hidden = new Set(['counts']);
const withoutParts = (adapter: MessagingAdapter): MessagingAdapter =>
  override(adapter, {
    connect: async (host, options) => {
      const backend = await adapter.connect(host, options);
      const parts = backend.capabilities.parts.filter((name) => !hidden.has(name));
      return { ...backend, capabilities: { ...backend.capabilities, parts } };
    },
    part: (name) => (hidden.has(name) ? undefined : adapter.part(name)),
  });

describe('tallies', () => {
  it('[E2] count what answers each question, and again when something changed', async () => {
    const world = new World({ conversations: 3 });
    const tab = await world.startTab();
    const tallies = tab.session.openTallies(() => [all, unread]);
    await world.pass(2_000);
    assert.deepEqual(tallies.value, [3, 0]);
    await world.backend.incoming({ channel: 'sms', from: '0612345001', text: 'hello' });
    await world.pass(2_000);
    assert.deepEqual(tallies.value, [3, 1]);
  });

  it('ask once for a burst of changes', async () => {
    const world = new World({ conversations: 3 });
    const tab = await world.startTab();
    let asked = 0;
    tab.session.openTallies(() => {
      asked += 1;
      return [all];
    });
    await world.pass(2_000);
    const before = asked;
    for (let turn = 0; turn < 20; turn += 1)
      await world.backend.incoming({ channel: 'sms', from: '0612345001', text: `${turn}` });
    await world.pass(2_500);
    assert.ok(asked - before <= 3, `${asked - before} questions`);
  });

  it('[E6] ask again with each minute, as customers wait longer without anything happening', async () => {
    const world = new World({ conversations: 1 });
    const tab = await world.startTab();
    await world.backend.incoming({ channel: 'sms', from: '0612345001', text: 'hello' });
    const tallies = tab.session.openTallies((now) => [{ ...all, waitingBefore: now - 10 * 60_000 }]);
    await world.pass(2_000);
    assert.deepEqual(tallies.value, [0]);
    await world.pass(11 * 60_000);
    assert.deepEqual(tallies.value, [1]);
  });

  it('invent nothing where the backend has no counts', async () => {
    const world = new World({ conversations: 3, wrap: withoutParts });
    const tab = await world.startTab();
    const tallies = tab.session.openTallies(() => [all, { ...all, waitingBefore: 1 }]);
    const load = tab.session.openLoad({ scope: 'all', target: { dangerMs: 1, lateMs: 2 } });
    await world.pass(2_000);
    assert.deepEqual(tallies.value, [3, null]);
    assert.deepEqual(load.value, []);
  });

  it('keep what they knew when the backend fails, and stop when nobody listens', async () => {
    const world = new World({ conversations: 2, wrap: withoutParts });
    const tab = await world.startTab();
    const tallies = tab.session.openTallies(() => [all]);
    await world.pass(2_000);
    tab.adapter.faults.every({ kind: 'error', error: new AdapterError('unavailable', 'no') }, 'listConversations');
    await world.pass(120_000);
    assert.deepEqual(tallies.value, [2]);
    tallies.dispose();
    const calls = tab.adapter.faults.log.length;
    await world.pass(300_000);
    assert.equal(tab.adapter.faults.log.slice(calls).filter(({ call }) => call === 'listConversations').length, 0);
  });
});

describe('load per co-worker', () => {
  it('[E7] says what everybody has on the desk, then what is nobody’s', async () => {
    const world = new World({ conversations: 3 });
    const tab = await world.startTab();
    const load = tab.session.openLoad({ scope: 'all', target: { dangerMs: 1, lateMs: 2 } });
    await world.pass(2_000);
    const open = load.value?.reduce((sum, one) => sum + one.open, 0);
    assert.equal(open, 3);
    assert.equal(load.value?.at(-1)?.coWorkerId, null);
  });
});
