import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { AdapterError, adapterErrorCodes } from '../../src/ports/adapter-error.ts';
import { CursorTrack } from '../../src/sync/feed/cursor-track.ts';
import { nextEntries, needsPerson, notByItself } from '../../src/sync/outbox/next-entries.ts';
import { backoffMs, remainingMs, verdictOf } from '../../src/sync/retry-policy.ts';
import { anOutboxEntry } from '../../src/testing/index.ts';
import type { OutboxEntry } from '../../src/ports/storage.ts';

describe('waiting between attempts', () => {
  it('grows, is spread, and stays between half a second and a minute', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (attempt, random) => {
          const waitMs = backoffMs(attempt, random);
          assert.ok(waitMs >= 500 && waitMs <= 60_000, String(waitMs));
          assert.ok(backoffMs(attempt + 1, random) >= waitMs);
        },
      ),
    );
    assert.ok(backoffMs(5, 0) < backoffMs(5, 0.9));
  });

  it('is never shorter than asked, and never longer than a quarter of an hour', () => {
    assert.equal(backoffMs(1, 0, 30_000), 30_000);
    assert.equal(backoffMs(1, 0, 1e15), 900_000);
    for (const nonsense of [NaN, -1, 0, null]) assert.equal(backoffMs(1, 0, nonsense), 500);
  });

  it('does not last for a year when the clock was set back', () => {
    assert.equal(remainingMs(1_000, 400), 600);
    assert.equal(remainingMs(1_000, 5_000), 0);
    assert.equal(remainingMs(365 * 86_400_000, 0), 0);
  });
});

describe('the verdict on an attempt', () => {
  for (const code of adapterErrorCodes)
    it(`goes by the typed error alone: ${code}`, () => {
      const expected = {
        unauthenticated: 'sign-in',
        'rate-limited': 'again',
        unavailable: 'unknown',
        aborted: 'unknown',
      };
      const verdict = verdictOf(new AdapterError(code, 'try again, it was not stored, 503'));
      assert.equal(verdict, Object.hasOwn(expected, code) ? expected[code as keyof typeof expected] : 'failed');
    });

  it('asks first whenever the backend may have the message', () => {
    assert.equal(verdictOf(new AdapterError('invalid', '', { refused: false })), 'unknown');
    assert.equal(verdictOf(new AdapterError('unavailable', '', { refused: true })), 'again');
    assert.equal(verdictOf(new AdapterError('unavailable', '', { refused: true, retry: false })), 'failed');
  });

  it('is no failure when it was stopped from here: the backend refused nothing', () => {
    assert.equal(verdictOf(new AdapterError('aborted', '', { refused: true })), 'again');
    assert.equal(verdictOf(new AdapterError('aborted', '', { refused: false })), 'unknown');
  });
});

function entry(id: string, conversationId: string, fields: Partial<OutboxEntry> = {}): OutboxEntry {
  const { target } = anOutboxEntry();
  return anOutboxEntry({ clientId: id, target: { ...target, conversationId }, ...fields });
}

function choose(entries: readonly OutboxEntry[], busy: readonly string[] = [], free = 4): readonly string[] {
  const options = { busy: new Set(busy), free, now: 1_000, notBeforeOf: ({ notBefore }: OutboxEntry) => notBefore };
  return nextEntries(entries, options).due.map(({ clientId }) => clientId);
}

describe('what may leave next', () => {
  it('[I5] is the first of each conversation, and none of one that has a message on its way', () => {
    const entries = [entry('a1', 'a'), entry('b1', 'b'), entry('a2', 'a'), entry('c1', 'c')];
    assert.deepEqual(choose(entries), ['a1', 'b1', 'c1']);
    assert.deepEqual(choose(entries, ['b']), ['a1', 'c1']);
    assert.deepEqual(choose(entries, [], 2), ['a1', 'b1']);
  });

  it('[I5] waits behind the first while that waits, but not behind one that needs a person', () => {
    assert.deepEqual(choose([entry('a1', 'a', { notBefore: 9_000 }), entry('a2', 'a')]), []);
    assert.deepEqual(choose([entry('a1', 'a', { state: 'failed' }), entry('a2', 'a')]), ['a2']);
    assert.deepEqual(choose([entry('a1', 'a', { state: 'unknown', notBefore: notByItself }), entry('a2', 'a')]), [
      'a2',
    ]);
  });

  it('says how long until the next one is due', () => {
    const options = {
      busy: new Set<string>(),
      free: 4,
      now: 1_000,
      notBeforeOf: ({ notBefore }: OutboxEntry) => notBefore,
    };
    const entries = [entry('a', 'a', { notBefore: 9_000 }), entry('b', 'b', { notBefore: 3_000 })];
    assert.equal(nextEntries(entries, options).waitMs, 2_000);
    assert.equal(nextEntries([], options).waitMs, null);
  });

  it('needs a person when it failed or nobody can find out what became of it', () => {
    assert.equal(needsPerson(entry('a', 'a', { state: 'unknown', notBefore: 5 })), false);
    assert.equal(needsPerson(entry('a', 'a', { state: 'unknown', notBefore: notByItself })), true);
    assert.equal(needsPerson(entry('a', 'a', { state: 'failed' })), true);
  });
});

describe('a track of cursors', () => {
  const batch = (cursor: number, previous: number | null = cursor - 1) => ({
    cursor: String(cursor),
    previous: previous === null ? null : String(previous),
    changes: [],
  });

  it('[I6] ends at the last batch without a gap, in whatever order and however often they come', () => {
    const order = fc.shuffledSubarray([1, 2, 3, 4, 5, 6], { minLength: 6 });
    fc.assert(
      fc.property(order, fc.array(fc.integer({ min: 1, max: 6 })), (cursors, repeated) => {
        const track = new CursorTrack('0');
        for (const cursor of [...cursors, ...repeated]) track.place(batch(cursor));
        assert.deepEqual([track.cursor, track.hasGap], ['6', false]);
      }),
    );
  });

  it('[I6] says that something is missing until it came', () => {
    const track = new CursorTrack('0');
    assert.deepEqual([track.place(batch(2)), track.hasGap, track.cursor], ['gap', true, '0']);
    assert.deepEqual([track.place(batch(1)), track.hasGap, track.cursor], ['next', false, '2']);
    assert.equal(track.place(batch(1)), 'duplicate');
  });

  it('takes what a backend without predecessors says as it comes', () => {
    const track = new CursorTrack(null);
    assert.deepEqual([track.place(batch(5, null)), track.place(batch(9, null)), track.cursor], ['next', 'next', '9']);
  });

  it('says when it does not know where it starts', () => {
    const track = new CursorTrack(null);
    assert.deepEqual([track.place(batch(5)), track.place(batch(6))], ['start', 'next']);
  });

  it('closes a gap when another stream names another predecessor of the same batch', () => {
    const track = new CursorTrack('a');
    track.place({ cursor: 'c', previous: 'b', changes: [] });
    track.place({ cursor: 'c', previous: 'a', changes: [] });
    assert.deepEqual([track.cursor, track.hasGap], ['c', false]);
  });

  it('[I9] remembers a bounded number of cursors and early batches', () => {
    const track = new CursorTrack('0');
    for (let cursor = 1; cursor <= 10_000; cursor += 1) track.place(batch(cursor));
    assert.equal(track.isUpTo('1'), false);
    assert.equal(track.isUpTo('10000'), true);
    assert.equal(track.isUpTo(null), true);
    for (let cursor = 20_000; cursor <= 30_000; cursor += 2) track.place(batch(cursor));
    track.jumpTo('x');
    assert.deepEqual([track.cursor, track.hasGap], ['x', false]);
  });
});
