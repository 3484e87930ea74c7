import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadPerCoWorker } from '../../src/domain/co-worker-load.ts';
import { countBuckets, defaultWaitingTarget, nextBucketAt, waitingBucket } from '../../src/domain/waiting-targets.ts';
import { aConversation, hour, minute, T0 } from './samples.ts';

const target = defaultWaitingTarget;
const waiting = (ms: number) => aConversation({ waitingSince: T0 - ms });

describe('waiting-time targets', () => {
  for (const [title, waited, expected] of [
    ['just written', 0, 'on-time'],
    ['a millisecond before danger', hour - 1, 'on-time'],
    ['at danger', hour, 'danger'],
    ['a millisecond before too late', 2 * hour - 1, 'danger'],
    ['at too late', 2 * hour, 'too-late'],
    ['from a clock that is ahead', -minute, 'on-time'],
  ] as const)
    it(`[WT1] ${title} is ${expected}`, () => {
      assert.equal(waitingBucket(waiting(waited), target, T0), expected);
    });

  it('[WT2] is in no bucket when nobody waits', () => {
    assert.equal(waitingBucket(aConversation(), target, T0), null);
    assert.equal(waitingBucket(aConversation({ state: 'archived', waitingSince: 0 }), target, T0), null);
    assert.equal(nextBucketAt(aConversation(), target, T0), null);
  });

  for (const [waited, expected] of [
    [0, hour],
    [hour, hour],
    [2 * hour - 1, 1],
    [2 * hour, null],
  ] as const)
    it(`[WT3] after ${waited} ms changes ${expected === null ? 'never again' : `in ${expected} ms`}`, () => {
      const at = nextBucketAt(waiting(waited), target, T0);
      assert.equal(at === null ? null : at - T0, expected);
      if (at === null) return;
      const before = waitingBucket(waiting(waited), target, at - 1);
      assert.notEqual(waitingBucket(waiting(waited), target, at), before);
    });

  it('[WT1] counts the buckets', () => {
    const all = [waiting(0), waiting(hour), waiting(9 * hour), waiting(3 * hour), aConversation()];
    assert.deepEqual(countBuckets(all, target, T0), { 'on-time': 1, danger: 1, 'too-late': 2 });
  });
});

describe('load per co-worker', () => {
  it('[WT4] counts open work only, idle colleagues too, then nobody’s, then that of people who left', () => {
    const own = { state: 'assigned', coWorkerId: 'w1' } as const;
    const loads = loadPerCoWorker(
      [
        aConversation({ ...own, waitingSince: T0 - 3 * hour, unreadCount: 1 }),
        aConversation({ ...own, waitingSince: T0 - minute }),
        aConversation({ ...own, state: 'archived', waitingSince: T0 - hour }),
        aConversation({ state: 'spam' }),
        aConversation({ waitingSince: T0 - hour }),
        aConversation({ state: 'assigned', coWorkerId: 'gone' }),
      ],
      { coWorkers: [{ id: 'w2' }, { id: 'w1' }], target, now: T0 },
    );
    assert.deepEqual(loads, [
      { coWorkerId: 'w2', open: 0, unread: 0, waiting: 0, late: 0, waitingSince: null },
      { coWorkerId: 'w1', open: 2, unread: 1, waiting: 2, late: 1, waitingSince: T0 - 3 * hour },
      { coWorkerId: null, open: 1, unread: 0, waiting: 1, late: 0, waitingSince: T0 - hour },
      { coWorkerId: 'gone', open: 1, unread: 0, waiting: 0, late: 0, waitingSince: null },
    ]);
  });
});
