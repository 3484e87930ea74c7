import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { believedMs, othersPresent } from '../../src/domain/presence.ts';
import type { Presence } from '../../src/domain/presence.ts';

const said = (id: string, changes: Partial<Presence> = {}): Presence => ({
  id,
  kind: 'co-worker',
  name: id,
  activity: 'viewing',
  until: 1,
  ...changes,
});

describe('who is in a conversation', () => {
  it('[PR1] is believed for a quarter of a minute', () => {
    assert.equal(believedMs, 15_000);
  });

  it('[PR2] is everybody else, by name', () => {
    const all = [said('w3'), said('w1'), said('w2', { name: 'a' }), said('w1', { kind: 'customer' })];
    assert.deepEqual(
      othersPresent(all, 'w1').map(({ id, kind }) => `${kind} ${id}`),
      ['co-worker w2', 'customer w1', 'co-worker w3'],
    );
  });

  it('[PR2] is each person once: writing counts more than looking on, then what holds longest', () => {
    const windows = [said('w2', { until: 9 }), said('w2', { activity: 'typing', until: 2 }), said('w2', { until: 5 })];
    assert.deepEqual(othersPresent(windows, 'w1'), [windows[1]]);
    assert.deepEqual(othersPresent([...windows].reverse(), 'w1'), [windows[1]]);
    assert.equal(othersPresent([said('w2', { until: 1 }), said('w2', { until: 3 })], 'w1')[0]?.until, 3);
  });
});
