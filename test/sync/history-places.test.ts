import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AdapterError } from '../../src/ports/adapter-error.ts';
import { history, shown, type Tab, World } from './world.ts';

const query = { kind: 'conversation', conversationId: 'c1' } as const;
const old = (number: number): string => `old ${number} · incoming`;
const idOf = (number: number): string => history(400)[number - 1]!.id;
const pagesOf = ({ adapter }: Tab): number => adapter.faults.log.filter(({ call }) => call === 'listMessages').length;

async function opened() {
  const world = new World({ data: { messages: history(400) } });
  const tab = await world.startTab();
  const timeline = tab.session.openTimeline(query);
  await world.pass(100);
  return { world, tab, timeline };
}

describe('a place in a long history', () => {
  it('is loaded with what surrounds it, without what lies between', async () => {
    const { tab, timeline } = await opened();
    assert.equal(await timeline.loadAround(idOf(100)), true);
    assert.deepEqual([timeline.value.entries.length, timeline.value.gaps.length, pagesOf(tab)], [100, 1, 2]);
    assert.ok(shown(timeline).includes(old(100)));
    assert.equal(timeline.value.hasOlder, true);
    assert.equal(await timeline.loadAround(idOf(100)), true);
    assert.equal(pagesOf(tab), 2);
  });

  it('is not there when the backend does not know it, and nothing else is lost', async () => {
    const { timeline } = await opened();
    assert.equal(await timeline.loadAround('nobody'), false);
    assert.deepEqual([timeline.value.entries.length, timeline.value.error, timeline.value.gaps], [50, null, []]);
  });

  it('may be the very beginning, without what lies between', async () => {
    const { tab, timeline, world } = await opened();
    assert.equal(await timeline.loadAround(null), true);
    assert.deepEqual([timeline.value.entries.length, timeline.value.gaps.length, pagesOf(tab)], [100, 1, 2]);
    assert.deepEqual(shown(timeline).slice(0, 2), [old(1), old(2)]);
    assert.equal(timeline.value.hasOlder, false);
    assert.equal(await timeline.loadAround(null), true);
    assert.equal(pagesOf(tab), 2, 'is not read twice');
    timeline.hold(idOf(1));
    tab.adapter.faults.resetStreams();
    await world.pass(5_000);
    assert.equal(shown(timeline)[0], old(1), 'is there again when everything had to be read anew');
  });

  it('is not the beginning where the backend does not answer, or answers something else', async () => {
    const { tab, timeline } = await opened();
    tab.adapter.faults.next({ kind: 'error', error: new AdapterError('unavailable', 'test') }, 'listMessages');
    assert.equal(await timeline.loadAround(null), false);
    const { listMessages } = tab.adapter;
    Object.assign(tab.adapter, {
      listMessages: (...[asked, page, options]: Parameters<typeof listMessages>) =>
        listMessages.call(tab.adapter, asked, { limit: page?.limit ?? 50 }, options),
    });
    assert.equal(await timeline.loadAround(null), false, 'an adapter that knows only the newest messages');
    assert.deepEqual([timeline.value.entries.length, timeline.value.error, timeline.value.gaps], [50, null, []]);
  });

  it('is connected from both sides until nothing is missing', async () => {
    const { timeline, world } = await opened();
    await timeline.loadAround(idOf(100));
    for (let turn = 0; turn < 20 && timeline.value.gaps.length > 0; turn += 1) {
      const [gap] = timeline.value.gaps;
      await timeline.fillGap(gap!, turn % 2 === 0 ? 'older' : 'newer');
      await world.pass(0);
    }
    while (timeline.value.hasOlder) await timeline.loadOlder();
    assert.deepEqual(
      shown(timeline),
      history(400).map((_, index) => old(index + 1)),
    );
  });

  it('asks once however often a gap is looked at, and again after an error', async () => {
    const { tab, timeline } = await opened();
    await timeline.loadAround(idOf(100));
    const [gap] = timeline.value.gaps;
    await Promise.all([timeline.fillGap(gap!, 'newer'), timeline.fillGap(gap!, 'newer')]);
    assert.equal(pagesOf(tab), 3);
    const error = new AdapterError('unavailable', 'test');
    tab.adapter.faults.next({ kind: 'error', error }, 'listMessages');
    const [rest] = timeline.value.gaps;
    await timeline.fillGap(rest!, 'newer');
    assert.equal(timeline.value.error?.code, 'unavailable');
    await timeline.fillGap(rest!, 'newer');
    assert.equal(timeline.value.error, null);
  });

  it('is there again when everything had to be read anew', async () => {
    const { tab, timeline, world } = await opened();
    await timeline.loadAround(idOf(100));
    timeline.hold(idOf(100));
    tab.adapter.faults.resetStreams();
    await world.pass(5_000);
    assert.ok(shown(timeline).includes(old(100)));
    assert.ok(shown(timeline).includes(old(400)));
    timeline.hold(null);
  });

  it('[I9] is given up when its reader is gone', async () => {
    const { tab, timeline, world } = await opened();
    const other = tab.session.openTimeline(query);
    await other.loadAround(idOf(100));
    other.hold(idOf(100));
    other.dispose();
    const before = pagesOf(tab);
    tab.adapter.faults.resetStreams();
    await world.pass(5_000);
    assert.ok(pagesOf(tab) > before);
    assert.equal(await other.loadAround(idOf(1)), false);
    await other.fillGap('x', 'newer');
    assert.equal(timeline.value.state, 'idle');
  });
});
