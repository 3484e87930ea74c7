import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { schedulePresets } from '../../src/domain/schedule-presets.ts';
import { localTime } from '../../src/domain/zoned-time.ts';

const zone = 'Europe/Amsterdam';
const shown = (now: string): Record<string, string> =>
  Object.fromEntries(schedulePresets(Date.parse(now), zone).map(({ id, at }) => [id, localTime(at, zone)]));

describe('times to send at', () => {
  it('[SL7] are an hour, this evening, tomorrow and Monday by the clocks of the zone', () =>
    assert.deepEqual(shown('2026-11-24T09:02:00Z'), {
      'in-an-hour': '2026-11-24T11:05',
      'this-evening': '2026-11-24T18:00',
      tomorrow: '2026-11-25T09:00',
      monday: '2026-11-30T09:00',
    }));

  it('[SL7] leave out an evening that is near, and a Monday that is tomorrow', () =>
    assert.deepEqual(Object.keys(shown('2026-11-22T16:30:00Z')), ['in-an-hour', 'tomorrow']));

  it('[SL7] on a Monday mean the next one', () =>
    assert.equal(shown('2026-11-23T08:00:00Z').monday, '2026-11-30T09:00'));

  it('[SL7] are right on the day on which clocks change', () =>
    assert.equal(shown('2026-03-28T12:00:00Z').tomorrow, '2026-03-29T09:00'));
});
