import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ListParts } from '../../src/sync/context.ts';
import type { ListHandle } from '../../src/sync/session-api.ts';
import { deferred, settle } from '../../src/testing/index.ts';
import { history, override, World } from './world.ts';

const all = { scope: { kind: 'all' }, sort: 'newest' } as const;

/** A world in which what shows lists comes when the test says so; it counts what the backend is asked. */
function late() {
  const arrived = deferred();
  const asked: string[] = [];
  let loads = 0;
  const world = new World({
    data: { messages: history(3) },
    wrap: (adapter) =>
      override(adapter, {
        listConversations: (question, ...rest) => {
          asked.push(question.sort);
          return adapter.listConversations(question, ...rest);
        },
      }),
    loadLists: async (parts) => {
      loads += 1;
      await arrived.promise;
      return parts;
    },
  });
  return { world, asked, loads: () => loads, arrive: () => arrived.resolve() };
}

/** A world in which it cannot be loaded the first `failures` times. */
function broken(failures: number) {
  let loads = 0;
  const loadLists = (parts: ListParts): Promise<ListParts> => {
    loads += 1;
    return loads <= failures ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve(parts);
  };
  return { world: new World({ loadLists }), loads: () => loads };
}

const idsIn = (list: ListHandle) => list.value.rows.map(({ conversation }) => conversation.id);

describe('what shows lists, loaded when the first one is opened', () => {
  it('is not asked for by a page with one conversation', async () => {
    const { world, loads } = late();
    const { session } = await world.startTab();
    session.openTimeline({ kind: 'conversation', conversationId: 'c1' });
    session.openConversation('c1');
    await world.pass(1_000);
    assert.equal(loads(), 0);
  });

  it('comes once for all lists and figures, while the session signs in', async () => {
    const { world, loads, arrive } = late();
    const { session } = world.openTab();
    const list = session.openList(all);
    session.openList({ ...all, unreadOnly: true });
    const counts = session.openCounts({ kind: 'all' });
    assert.equal(loads(), 1);
    assert.equal(session.status.value.phase, 'starting');
    arrive();
    await settle();
    assert.deepEqual(idsIn(list), ['c1', 'c2']);
    assert.equal(counts.value?.all, 2);
    assert.equal(loads(), 1);
  });

  it('is waited for by a list that says it is loading, and tells when there is more', async () => {
    const { world, arrive } = late();
    const { session } = await world.startTab();
    const list = session.openList(all);
    const seen: string[] = [];
    list.subscribe(() => seen.push(list.value.state));
    await settle();
    const { state, rows, loaded, error, query } = list.value;
    assert.deepEqual(
      { state, rows, loaded, error, query },
      { state: 'loading', rows: [], loaded: false, error: null, query: all },
    );
    assert.equal(list.value, list.value);
    assert.equal(seen.length, 0);
    arrive();
    await settle();
    assert.equal(seen.at(-1), 'idle');
    assert.equal(list.value.loaded, true);
    const second = session.openList(all);
    await settle();
    assert.deepEqual(idsIn(second), ['c1', 'c2']);
  });

  it('answers the last question that was put before', async () => {
    const { world, asked, arrive } = late();
    const { session } = await world.startTab();
    const list = session.openList(all);
    list.setQuery({ ...all, sort: 'oldest' });
    assert.equal(list.value.query.sort, 'oldest');
    arrive();
    await settle();
    assert.deepEqual(idsIn(list), ['c2', 'c1']);
    list.setQuery(all);
    await settle();
    assert.deepEqual(idsIn(list), ['c1', 'c2']);
    assert.deepEqual(asked, ['oldest', 'newest']);
  });

  it('lets whoever reloads wait for the rows', async () => {
    const { world, arrive } = late();
    const { session } = await world.startTab();
    const list = session.openList(all);
    const reloaded = list.reload().then(() => idsIn(list));
    const more = list.loadMore();
    arrive();
    assert.deepEqual(await reloaded, ['c1', 'c2']);
    await more;
  });

  it('asks nothing for a list that was closed before', async () => {
    const { world, asked, arrive } = late();
    const { session } = await world.startTab();
    const list = session.openList(all);
    const seen: string[] = [];
    list.subscribe(() => seen.push(list.value.state));
    list.dispose();
    arrive();
    await list.reload();
    await settle();
    assert.deepEqual(asked, []);
    assert.deepEqual(seen, []);
  });

  it('[I7] says that it cannot be loaded, and tries again until it can, without a click', async () => {
    const { world, loads } = broken(3);
    const tab = await world.startTab();
    const list = tab.session.openList(all);
    const seen: string[] = [];
    list.subscribe(() => seen.push(list.value.state));
    await settle();
    assert.deepEqual(seen, ['error']);
    assert.equal(list.value.error?.code, 'unavailable');
    assert.equal(tab.session.openList(all).value.state, 'error');
    await world.pass(120_000);
    assert.equal(loads(), 4);
    assert.equal(list.value.state, 'idle');
    assert.deepEqual(idsIn(list), ['c1', 'c2']);
    assert.equal(tab.log.filter((line) => line.includes('could not be loaded')).length, 3);
  });

  it('[I7] tries again at once when somebody asks, or the device wakes up', async () => {
    const { world, loads } = broken(2);
    const tab = await world.startTab();
    const list = tab.session.openList(all);
    await settle();
    const reloaded = list.reload();
    assert.equal(list.value.state, 'loading');
    await settle();
    assert.equal(loads(), 2);
    assert.equal(list.value.state, 'error');
    tab.wake();
    await reloaded;
    assert.equal(loads(), 3);
    assert.deepEqual(idsIn(list), ['c1', 'c2']);
  });

  it('is asked for no more when the session is closed', async () => {
    const { world, loads } = broken(Number.POSITIVE_INFINITY);
    const { session } = await world.startTab();
    const list = session.openList(all);
    await settle();
    await session.close();
    await list.reload();
    await world.pass(600_000);
    assert.equal(loads(), 1);
  });
});
