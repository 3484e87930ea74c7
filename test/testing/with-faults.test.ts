import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import type { ChangeSink, MessagingAdapter } from '../../src/ports/adapter.ts';
import { AdapterError } from '../../src/ports/adapter-error.ts';
import { aMessage, aText } from '../../src/testing/builders.ts';
import type { FaultPlan } from '../../src/testing/faults/fault-plan.ts';
import type { FaultyAdapter } from '../../src/testing/faults/with-faults.ts';
import { withFaults } from '../../src/testing/faults/with-faults.ts';
import type { ManualClock } from '../../src/testing/manual-clock.ts';
import { manualClock } from '../../src/testing/manual-clock.ts';
import { settle } from '../../src/testing/settle.ts';
import { politeAdapter } from '../ports/fake-adapter.ts';

const outgoing = {
  clientId: 'client-1',
  conversationId: 'conversation-1',
  channel: 'sms',
  accountId: null,
  content: aText('Hello'),
  replyToId: null,
} as const;

/** A backend that counts what reaches it, behind a bad network. */
function network(plan: Omit<FaultPlan, 'clock'> = {}): {
  adapter: FaultyAdapter;
  clock: ManualClock;
  reached: string[];
  feed: ChangeSink[];
  froms: (string | null)[];
} {
  const reached: string[] = [];
  const feed: ChangeSink[] = [];
  const froms: (string | null)[] = [];
  const clock = manualClock();
  const backend: MessagingAdapter = {
    ...politeAdapter(),
    send: (message) => {
      reached.push(message.clientId);
      return Promise.resolve(aMessage({ direction: 'outgoing', clientId: message.clientId }));
    },
    subscribe: (_, sink, from) => {
      feed.push(sink);
      froms.push(from);
      return () => undefined;
    },
  };
  return { adapter: withFaults(backend, { clock, ...plan }), clock, reached, feed, froms };
}

/** Where a call stands: what it resolved or rejected with, or that it is still open. */
function watch(promise: Promise<unknown>): { outcome: string } {
  const seen = { outcome: 'open' };
  promise.then(
    () => (seen.outcome = 'resolved'),
    (error: unknown) =>
      (seen.outcome = error instanceof AdapterError ? `${error.code}${error.refused ? ', refused' : ''}` : 'foreign'),
  );
  return seen;
}

describe('withFaults, per call', () => {
  it('changes nothing without a fault', async () => {
    const { adapter, reached } = network();
    assert.equal((await adapter.send(outgoing)).clientId, 'client-1');
    assert.deepEqual(reached, ['client-1']);
  });

  const table = [
    { kind: 'lost-request', outcome: 'unavailable', reached: 0 },
    { kind: 'lost-answer', outcome: 'unavailable', reached: 1 },
    { kind: 'silence', commit: 'before', outcome: 'open', reached: 0 },
    { kind: 'silence', commit: 'after', outcome: 'open', reached: 1 },
    { kind: 'doubled', outcome: 'resolved', reached: 2 },
    { kind: 'malformed', with: null, outcome: 'resolved', reached: 1 },
    { kind: 'foreign', reason: 'no error', outcome: 'foreign', reached: 0 },
    {
      kind: 'error',
      error: new AdapterError('rate-limited', '', { afterMs: 1 }),
      outcome: 'rate-limited, refused',
      reached: 0,
    },
  ] as const;
  for (const { outcome, reached: times, ...fault } of table) {
    it(`${fault.kind} ends as ${outcome} and reaches the backend ${times} times`, async () => {
      const { adapter, reached } = network();
      adapter.faults.next(fault);
      const seen = watch(adapter.send(outgoing));
      await settle();
      assert.deepEqual([seen.outcome, reached.length], [outcome, times]);
      assert.equal(adapter.faults.log[0]?.fault, fault.kind);
    });
  }

  it('throws synchronously when asked to', () => {
    const { adapter } = network();
    adapter.faults.next({ kind: 'throws', reason: new TypeError('sync') });
    assert.throws(() => void adapter.send(outgoing), /sync/);
  });

  it('touches only the call it is meant for, once', async () => {
    const { adapter } = network();
    adapter.faults.next({ kind: 'lost-answer' }, 'send');
    await adapter.getConversation('a');
    await assert.rejects(adapter.send(outgoing));
    await adapter.send(outgoing);
  });

  it('touches every call until told otherwise', async () => {
    const { adapter } = network();
    adapter.faults.every({ kind: 'lost-answer' }, 'send');
    await assert.rejects(adapter.send(outgoing));
    await assert.rejects(adapter.send(outgoing));
    adapter.faults.every(null, 'send');
    await adapter.send(outgoing);
  });

  it('takes time on the clock, half of it before the backend sees the call', async () => {
    const { adapter, clock, reached } = network({ latencyMs: 100 });
    const seen = watch(adapter.send(outgoing));
    await clock.advance(49);
    assert.deepEqual([reached.length, seen.outcome], [0, 'open']);
    await clock.advance(1);
    assert.deepEqual([reached.length, seen.outcome], [1, 'open']);
    await clock.advance(50);
    assert.equal(seen.outcome, 'resolved');
  });

  it('ends at once when aborted, and an aborted request never arrives', async () => {
    const { adapter, clock, reached } = network({ latencyMs: 100 });
    const abort = new AbortController();
    const seen = watch(adapter.send(outgoing, { signal: abort.signal }));
    abort.abort();
    await clock.advance(1000);
    assert.deepEqual([seen.outcome, reached.length], ['aborted', 0]);
  });

  it('does the same again for the same seed, and something else for another', async () => {
    const run = async (seed: number): Promise<string> => {
      const { adapter, clock } = network({
        seed,
        latencyMs: [10, 500],
        calls: { 'lost-answer': 0.2, error: 0.2, malformed: 0.2 },
      });
      const seen = Array.from({ length: 40 }, () => watch(adapter.send(outgoing)));
      await clock.advance(1000);
      return seen.map(({ outcome }) => outcome).join();
    };
    assert.equal(await run(7), await run(7));
    assert.notEqual(await run(7), await run(8));
  });

  it('covers parts as well', async () => {
    const directory = { listBranches: () => Promise.resolve([]) };
    const adapter = withFaults(politeAdapter({ part: () => directory }), { clock: manualClock() });
    adapter.faults.next({ kind: 'lost-answer' }, 'listBranches');
    await assert.rejects(adapter.part('directory')?.listBranches() ?? Promise.resolve());
    assert.deepEqual(await adapter.part('directory')?.listBranches(), []);
  });

  it('leaves the streams of parts alone', async () => {
    const presence = { subscribe: () => () => 'ended' };
    const assistant = {
      tasks: ['suggest'],
      ask: async function* (this: { tasks: readonly string[] }) {
        yield await Promise.resolve(this.tasks[0]);
      },
    };
    const parts = new Map<string, unknown>(Object.entries({ presence, assistant }));
    const adapter = withFaults(politeAdapter({ part: (name: string) => parts.get(name) }), { clock: manualClock() });
    const sink = { present: () => undefined, lost: () => undefined };
    assert.equal(adapter.part('presence')?.subscribe('c1', sink)(), 'ended');
    const heard: unknown[] = [];
    for await (const each of adapter.part('assistant')?.ask({} as never) ?? []) heard.push(each);
    assert.deepEqual(heard, ['suggest']);
  });
});

describe('withFaults, offline', () => {
  it('refuses calls, known not to be carried out', async () => {
    const { adapter, reached } = network();
    adapter.faults.offline = true;
    const seen = watch(adapter.send(outgoing));
    await settle();
    assert.deepEqual([seen.outcome, reached.length], ['unavailable, refused', 0]);
  });

  it('cuts calls under way, whose outcome is then unknown', async () => {
    const { adapter, clock, reached } = network({ latencyMs: 100 });
    const early = watch(adapter.send(outgoing));
    await clock.advance(60);
    const late = watch(adapter.send({ ...outgoing, clientId: 'client-2' }));
    adapter.faults.offline = true;
    await clock.advance(1000);
    assert.deepEqual([early.outcome, late.outcome, reached], ['unavailable', 'unavailable', ['client-1']]);
    assert.equal(adapter.faults.underWay, 0);
  });
});

describe('withFaults, streams', () => {
  function listening(plan: Omit<FaultPlan, 'clock'> = {}) {
    const made = network(plan);
    const heard: string[] = [];
    const stop = made.adapter.subscribe(
      { kind: 'all' },
      {
        batch: (batch) => heard.push(batch.cursor),
        link: (state) => heard.push(state),
        reset: (cursor) => heard.push(`reset ${cursor}`),
      },
      'c0',
    );
    const say = (...cursors: string[]): void => {
      for (const cursor of cursors) made.feed.at(-1)?.batch({ cursor, previous: null, changes: [] });
    };
    return { ...made, heard, say, stop };
  }

  const table = [
    { fault: 'duplicate', heard: ['1', '1', '2'] },
    { fault: 'reorder', heard: ['2', '1'] },
    { fault: 'drop', heard: ['2'] },
  ] as const;
  for (const { fault, heard: expected } of table) {
    it(`${fault} makes the batches 1, 2 into ${expected.join(', ')}`, () => {
      const { adapter, heard, say } = listening();
      adapter.faults.nextBatch(fault);
      say('1', '2');
      assert.deepEqual(heard, expected);
    });
  }

  it('brings a batch that waits to be overtaken after a second all the same', async () => {
    const { adapter, heard, say, clock } = listening();
    adapter.faults.nextBatch('reorder');
    say('1');
    await clock.advance(1000);
    assert.deepEqual(heard, ['1']);
  });

  it('says nothing while stalled and everything afterwards', () => {
    const { adapter, heard, say } = listening();
    adapter.faults.stalled = true;
    say('1', '2');
    assert.deepEqual(heard, []);
    adapter.faults.stalled = false;
    assert.deepEqual(heard, ['1', '2']);
  });

  it('goes offline, comes back and resumes from its cursor', () => {
    const { adapter, heard, say, feed, froms } = listening();
    say('1');
    adapter.faults.offline = true;
    feed[0]?.batch({ cursor: '2', previous: '1', changes: [] });
    adapter.faults.offline = false;
    assert.deepEqual(heard, ['1', 'offline', 'connecting']);
    assert.deepEqual(froms, ['c0', '1']);
  });

  it('resumes before what it dropped last, so that healing brings it again', () => {
    const { adapter, say, froms } = listening();
    say('1');
    adapter.faults.nextBatch('drop');
    say('2');
    adapter.faults.cutStreams();
    assert.deepEqual(froms, ['c0', '1']);
  });

  it('comes back with a reset when nobody knows where it was', () => {
    const { adapter } = network();
    const resets: (string | null)[] = [];
    const silent = () => undefined;
    adapter.subscribe({ kind: 'all' }, { batch: silent, link: silent, reset: (at) => resets.push(at) }, null);
    adapter.faults.cutStreams();
    assert.deepEqual(resets, [null]);
  });

  it('opened while offline says so and comes later', async () => {
    const { adapter, froms } = network();
    const states: string[] = [];
    const silent = () => undefined;
    adapter.faults.offline = true;
    adapter.subscribe({ kind: 'all' }, { batch: silent, link: (state) => states.push(state), reset: silent }, 'c5');
    await settle();
    assert.deepEqual([states, froms], [['offline'], []]);
    adapter.faults.offline = false;
    assert.deepEqual(froms, ['c5']);
  });

  it('is silent once ended, whatever is switched', () => {
    const { adapter, heard, say, stop } = listening();
    stop();
    say('1');
    adapter.faults.cutStreams();
    adapter.faults.resetStreams();
    adapter.faults.offline = true;
    assert.deepEqual(heard, []);
  });
});
