import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Capabilities, ChangeBatch, ChangeSink, MessagingAdapter } from '../../src/ports/adapter.ts';
import type { TimelineHandle } from '../../src/sync/session-api.ts';
import { history, override, sendText, shown, World } from './world.ts';
import type { Tab } from './world.ts';

interface Scene {
  readonly world: World;
  readonly tab: Tab;
  readonly timeline: TimelineHandle;
}

async function scene(world = new World()): Promise<Scene> {
  const tab = await world.startTab();
  const timeline = tab.session.openTimeline({ kind: 'conversation', conversationId: 'c1' });
  await world.pass(100);
  return { world, tab, timeline };
}

async function customerWrites(world: World, ...texts: string[]): Promise<void> {
  for (const text of texts) {
    await world.backend.incoming({ channel: 'sms', from: '0612345001', text });
    await world.pass(100);
  }
}

describe('the change feed', () => {
  for (const fault of ['duplicate', 'reorder', 'drop'] as const)
    it(`[I6] ends with everything once after a fault: ${fault}`, async () => {
      const { world, tab, timeline } = await scene();
      tab.adapter.faults.nextBatch(fault);
      await customerWrites(world, 'one', 'two', 'three');
      await world.pass(20_000);
      assert.deepEqual(shown(timeline), ['one · incoming', 'two · incoming', 'three · incoming']);
    });

  it('[I6] reads again after a batch that cannot be read, also when the next one is lost', async () => {
    const said: unknown[] = [];
    const world = new World({
      wrap: (adapter) =>
        override(adapter, {
          subscribe: (scope, sink, from) => {
            const batch: ChangeSink['batch'] = (given) => {
              said.push(given);
              if (said.length === 1) sink.batch(null as unknown as ChangeBatch);
              else if (said.length !== 2) sink.batch(given);
            };
            return adapter.subscribe(scope, { ...sinkOf(sink), batch }, from);
          },
        }),
    });
    const { timeline } = await scene(world);
    await customerWrites(world, 'one');
    await world.pass(3_000);
    await customerWrites(world, 'two', 'three');
    await world.pass(3_000);
    assert.deepEqual(shown(timeline), ['one · incoming', 'two · incoming', 'three · incoming']);
  });

  it('[I6] resumes from its own cursor after the connection was cut', async () => {
    const { world, tab, timeline } = await scene();
    tab.adapter.faults.offline = true;
    await customerWrites(world, 'one', 'two');
    assert.equal(tab.session.status.value.link, 'offline');
    tab.adapter.faults.offline = false;
    await world.pass(1_000);
    assert.deepEqual(shown(timeline), ['one · incoming', 'two · incoming']);
    assert.equal(tab.session.status.value.link, 'live');
  });

  it('says since when it is offline, and forgets it when it is live again', async () => {
    const { world, tab } = await scene();
    const at = world.clock.now();
    tab.adapter.faults.offline = true;
    await world.pass(5_000);
    assert.equal(tab.session.status.value.offlineSince, at);
    tab.adapter.faults.offline = false;
    await world.pass(1_000);
    assert.equal(tab.session.status.value.offlineSince, null);
  });

  it('says that it is offline as soon as the device does, though the stream has not noticed', async () => {
    const { world, tab } = await scene();
    const { status } = tab.session;
    tab.connectivity.set(false);
    const at = world.clock.now();
    assert.equal(status.value.offlineSince, at);
    await world.pass(5_000);
    assert.equal(status.value.offlineSince, at);
    tab.connectivity.set(true);
    await world.pass(1_000);
    assert.equal(status.value.offlineSince, null);
  });

  it('[I6] opens a stream again that is silent for too long', async () => {
    let opened = 0;
    const world = new World({
      wrap: (adapter) =>
        override(adapter, {
          subscribe: (scope, sink, from) => {
            opened += 1;
            // The first connection dies without anybody noticing, as behind a proxy.
            const isDead = (): boolean => opened === 1 && world.clock.now() > diesAt;
            const batch: ChangeSink['batch'] = (given) => (isDead() ? undefined : sink.batch(given));
            return adapter.subscribe(scope, { ...sinkOf(sink), batch }, from);
          },
        }),
    });
    const diesAt = world.clock.now() + 1_000;
    const { timeline } = await scene(world);
    await world.pass(2_000);
    await customerWrites(world, 'one');
    await world.pass(130_000);
    assert.deepEqual(shown(timeline), ['one · incoming']);
    await world.pass(3_600_000);
    assert.ok(opened <= 40, `${opened} streams in an hour of silence`);
  });

  it('[I8] reads what is open again after a reset and keeps drafts and outbox', async () => {
    const { world, tab, timeline } = await scene();
    const draft = tab.session.openDraft({ conversationId: 'c1', mode: 'reply', channel: 'sms' });
    draft.setText('half');
    tab.connectivity.set(false);
    await sendText(tab, 'waiting');
    const reads = tab.adapter.faults.log.length;
    tab.adapter.faults.resetStreams();
    await world.pass(5_000);
    assert.ok(tab.adapter.faults.log.slice(reads).some(({ call }) => call === 'listMessages'));
    assert.deepEqual(shown(timeline), ['waiting · queued']);
    assert.equal(draft.value?.text, 'half');
    assert.equal((await world.outbox()).length, 1);
  });

  it('keeps the reader’s place through a reset', async () => {
    const { world, tab, timeline } = await scene(new World({ data: { messages: history(300) } }));
    await timeline.loadOlder();
    await timeline.loadOlder();
    const keys = timeline.value.entries.map(({ key }) => key);
    assert.equal(keys.length, 150);
    tab.adapter.faults.resetStreams();
    const seen: number[] = [];
    timeline.subscribe(() => seen.push(timeline.value.entries.length));
    await world.pass(5_000);
    assert.deepEqual(
      timeline.value.entries.map(({ key }) => key),
      keys,
    );
    assert.ok(Math.min(...seen) >= 150, 'never showed less meanwhile');
  });

  it('[I6] reads everything again when the same hole stays after two repairs', async () => {
    let isBroken = false;
    const world = new World({
      wrap: (adapter) =>
        override(adapter, {
          subscribe: (scope, sink, from) =>
            adapter.subscribe(
              scope,
              brokenSink(sink, () => isBroken),
              from,
            ),
        }),
    });
    const { tab, timeline } = await scene(world);
    isBroken = true;
    await customerWrites(world, 'one', 'two');
    await world.pass(60_000);
    assert.deepEqual(shown(timeline), ['one · incoming', 'two · incoming']);
    const resubscribed = tab.log.filter((line) => line.includes('changes are missing')).length;
    assert.ok(resubscribed < 8, `${resubscribed} repairs in a minute`);
  });

  it('[I6] reads again instead of resuming where the backend cannot resume', async () => {
    const forgets = (capabilities: Capabilities): Capabilities => ({ ...capabilities, resume: 'reset' });
    const froms: (string | null)[] = [];
    const world = new World({
      capabilities: forgets,
      wrap: (adapter: MessagingAdapter) =>
        override(adapter, {
          subscribe: (scope, sink, from) => {
            froms.push(from);
            return adapter.subscribe(scope, sink, froms.length === 1 ? from : null);
          },
        }),
    });
    const { tab, timeline } = await scene(world);
    tab.adapter.faults.nextBatch('drop');
    await customerWrites(world, 'one', 'two');
    await world.pass(30_000);
    assert.deepEqual(shown(timeline), ['one · incoming', 'two · incoming']);
    assert.deepEqual(froms.slice(1), [null]);
  });

  it('asks at intervals where the backend has no stream', async () => {
    const world = new World({
      capabilities: (capabilities) => ({ ...capabilities, realtime: 'none' }),
      wrap: (adapter) => override(adapter, { subscribe: () => () => {} }),
    });
    const { timeline, tab } = await scene(world);
    await customerWrites(world, 'one');
    await world.pass(40_000);
    assert.deepEqual(shown(timeline), ['one · incoming']);
    assert.equal(tab.session.status.value.link, 'live');
  });

  it('[I4] never lets a late copy take a status back', async () => {
    const { world, tab, timeline } = await scene();
    tab.adapter.faults.nextBatch('reorder');
    await sendText(tab, 'hello');
    await world.pass(10_000);
    assert.deepEqual(shown(timeline), ['hello · sent']);
  });

  it('applies a burst of a thousand messages and shows each once', async () => {
    const { world, timeline } = await scene();
    const texts = Array.from({ length: 1_000 }, (_, index) => `m${index}`);
    await Promise.all(texts.map((text) => world.backend.incoming({ channel: 'sms', from: '0612345001', text })));
    await world.pass(2_000);
    assert.equal(timeline.value.entries.length, 1_000);
    assert.equal(new Set(timeline.value.entries.map(({ key }) => key)).size, 1_000);
  });
});

/** A backend whose history has a hole: each batch names a predecessor nobody ever sends. */
function brokenSink(sink: ChangeSink, isBroken: () => boolean): ChangeSink {
  return {
    ...sinkOf(sink),
    batch: (batch) => sink.batch(isBroken() ? { ...batch, previous: 'nowhere' } : batch),
  };
}

function sinkOf(sink: ChangeSink): ChangeSink {
  return {
    batch: (batch) => sink.batch(batch),
    link: (state, error) => sink.link(state, error),
    reset: (cursor) => sink.reset(cursor),
  };
}
