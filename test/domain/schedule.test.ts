import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { ReplyWindow } from '../../src/domain/reply-window.ts';
import { defaultMaxAheadMs, holdUntil, quietUntil, scheduleProblem, undoLeft } from '../../src/domain/schedule.ts';
import type { ScheduleContext } from '../../src/domain/schedule.ts';
import { localTime, zonedTime } from '../../src/domain/zoned-time.ts';
import { day, hour, minute, T0 } from './samples.ts';

const zone = 'Europe/Amsterdam';
const open: ReplyWindow = { state: 'open', closesAt: T0 + 6 * hour };
const nights = { fromMinute: 21 * 60, toMinute: 8 * 60, timeZone: zone };
const at = (local: string): number => zonedTime(local, zone) ?? NaN;

describe('a time to send at', () => {
  const context: ScheduleContext = {
    now: T0,
    window: { state: 'open', closesAt: null },
    content: 'free-text',
    quiet: null,
    maxAheadMs: defaultMaxAheadMs,
  };
  const rows: readonly [string, string, number, Partial<ScheduleContext>, string | null][] = [
    ['SL1', 'in a minute', T0 + minute, {}, null],
    ['SL1', 'now', T0, {}, 'past'],
    ['SL1', 'a minute ago', T0 - minute, {}, 'past'],
    ['SL1', 'no time at all', NaN, {}, 'past'],
    ['SL2', 'in a year', T0 + 365 * day, {}, null],
    ['SL2', 'in more than a year', T0 + 365 * day + 1, {}, 'too-far'],
    ['SL2', 'after the backend’s own limit', T0 + 8 * day, { maxAheadMs: 7 * day }, 'too-far'],
    ['SL3', 'the last instant of the window', T0 + 6 * hour - 1, { window: open }, null],
    ['SL3', 'when the window closes', T0 + 6 * hour, { window: open }, 'window-closed'],
    ['SL3', 'a template after the window', T0 + day, { window: open, content: 'template' }, null],
    ['SL4', 'in the daytime', at('2026-11-23T10:00'), { quiet: nights }, null],
    ['SL4', 'in the evening', at('2026-11-22T21:00'), { quiet: nights }, 'quiet'],
    ['SL4', 'before breakfast', at('2026-11-23T07:59'), { quiet: nights }, 'quiet'],
    ['SL4', 'at eight', at('2026-11-23T08:00'), { quiet: nights }, null],
  ];
  for (const [rule, title, sendAt, changes, expected] of rows)
    it(`[${rule}] ${title}: ${expected ?? 'fine'}`, () => {
      assert.equal(scheduleProblem(sendAt, { ...context, ...changes })?.type ?? null, expected);
    });

  const quiet: readonly [string, string, Partial<typeof nights>, string | null][] = [
    ['the evening', '2026-11-22T22:15', {}, '2026-11-23T08:00'],
    ['after midnight', '2026-11-23T02:00', {}, '2026-11-23T08:00'],
    ['the night clocks go forward', '2026-03-28T23:00', {}, '2026-03-29T08:00'],
    ['the night clocks go back', '2026-10-24T23:00', {}, '2026-10-25T08:00'],
    ['the last day of a month', '2026-11-30T23:00', {}, '2026-12-01T08:00'],
    ['lunch', '2026-11-23T12:30', { fromMinute: 720, toMinute: 780 }, '2026-11-23T13:00'],
    ['until midnight', '2026-11-22T23:00', { fromMinute: 1320, toMinute: 1440 }, '2026-11-23T00:00'],
    ['no hours at all', '2026-11-22T10:00', { fromMinute: 600, toMinute: 600 }, null],
  ];
  for (const [title, local, hours, expected] of quiet)
    it(`[SL4] quiet hours at ${title} end at ${String(expected)}`, () => {
      const end = quietUntil(at(local), { ...nights, ...hours });
      assert.equal(end === null ? null : localTime(end, zone), expected);
    });

  it('[SL4] the end of the quiet hours is not quiet itself', () => {
    const minutes = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(minutes, minutes, fc.integer({ min: 0, max: 365 * 24 * 60 }), (fromMinute, toMinute, offset) => {
        const hours = { fromMinute, toMinute, timeZone: zone };
        const end = quietUntil(T0 + offset * minute, hours);
        if (end === null) return;
        assert.ok(end > T0 + offset * minute && end - T0 - offset * minute <= day + hour);
        const [, clock = ''] = localTime(end, zone).split('T');
        // In the hour that is skipped in spring there is no such minute to end at.
        const isSkipped =
          clock !== `${String(Math.floor(toMinute / 60)).padStart(2, '0')}:${String(toMinute % 60).padStart(2, '0')}`;
        assert.equal(isSkipped ? null : quietUntil(end, hours), null);
        if (isSkipped) assert.match(clock, /^03:/);
      }),
    );
  });
});

describe('clock times in a zone', () => {
  const rows: readonly [string, string, string | null][] = [
    ['2026-11-22T13:00', 'Europe/Amsterdam', '2026-11-22T12:00:00.000Z'],
    ['2026-07-01T13:00', 'Europe/Amsterdam', '2026-07-01T11:00:00.000Z'],
    ['2026-03-29T02:30', 'Europe/Amsterdam', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25T02:30', 'Europe/Amsterdam', '2026-10-25T00:30:00.000Z'],
    ['2026-11-22T13:00', 'Asia/Kolkata', '2026-11-22T07:30:00.000Z'],
    ['2026-11-22T13:00', 'Pacific/Auckland', '2026-11-22T00:00:00.000Z'],
    ['2026-02-30T13:00', 'Europe/Amsterdam', null],
    ['2026-11-22', 'Europe/Amsterdam', null],
    ['tomorrow', 'Europe/Amsterdam', null],
  ];
  for (const [local, timeZone, expected] of rows)
    it(`[SL5] ${local} in ${timeZone} is ${String(expected)}`, () => {
      const instant = zonedTime(local, timeZone);
      assert.equal(instant === null ? null : new Date(instant).toISOString(), expected);
    });

  it('[SL5] reads back what clocks show, but in the hour that comes twice', () => {
    const zones = fc.constantFrom('Europe/Amsterdam', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC');
    fc.assert(
      fc.property(zones, fc.integer({ min: 0, max: 2 * 365 * 24 * 60 }), (timeZone, offset) => {
        const instant = T0 + offset * minute;
        const read = zonedTime(localTime(instant, timeZone), timeZone) ?? NaN;
        assert.equal(localTime(read, timeZone), localTime(instant, timeZone));
        assert.ok(read === instant || instant - read === hour || instant - read === hour / 2);
      }),
    );
  });
});

describe('taking a message back', () => {
  it('[SL6] is possible while it waits', () => {
    const until = holdUntil(T0, 8000, { state: 'open', closesAt: null });
    assert.deepEqual([undoLeft(until, T0), undoLeft(until, T0 + 7999), undoLeft(until, T0 + 8000)], [8000, 1, 0]);
  });

  it('[SL6] never costs the reply window', () => {
    assert.equal(holdUntil(T0, 8000, { state: 'open', closesAt: T0 + hour }), T0 + 8000);
    assert.equal(holdUntil(T0, 8000, { state: 'open', closesAt: T0 + minute + 3000 }), T0 + 3000);
    assert.equal(holdUntil(T0, 8000, { state: 'open', closesAt: T0 + 1000 }), T0);
  });

  it('[SL6] is off without a time to wait', () => {
    assert.equal(holdUntil(T0, 0, { state: 'closed', closedAt: null }), T0);
    assert.equal(holdUntil(T0, -5, { state: 'open', closesAt: null }), T0);
  });
});
