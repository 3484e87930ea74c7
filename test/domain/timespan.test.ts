import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { dayKey } from '../../src/domain/days.ts';
import { daysOf, isDay, shiftDay, timespanBounds, zoneName } from '../../src/domain/timespan.ts';
import type { Timespan } from '../../src/domain/timespan.ts';
import { T0 } from './samples.ts';

const zones = ['Europe/Amsterdam', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Kathmandu', 'America/Santiago'];

describe('timespans', () => {
  for (const [title, span, timeZone, from, before] of [
    ['a day', { from: '2026-11-22', to: '2026-11-22' }, 'Europe/Amsterdam', '2026-11-21T23:00Z', '2026-11-22T23:00Z'],
    [
      'a day on the other side of the earth',
      { from: '2026-11-22', to: '2026-11-22' },
      'Pacific/Kiritimati',
      '2026-11-21T10:00Z',
      '2026-11-22T10:00Z',
    ],
    [
      'a day on this side of it',
      { from: '2026-11-22', to: '2026-11-22' },
      'Pacific/Pago_Pago',
      '2026-11-22T11:00Z',
      '2026-11-23T11:00Z',
    ],
    [
      'a day of 25 hours',
      { from: '2026-10-25', to: '2026-10-25' },
      'Europe/Amsterdam',
      '2026-10-24T22:00Z',
      '2026-10-25T23:00Z',
    ],
    ['an open beginning', { from: null, to: '2026-11-22' }, 'UTC', null, '2026-11-23T00:00Z'],
    ['an open end', { from: '2026-11-22', to: null }, 'UTC', '2026-11-22T00:00Z', null],
  ] as const satisfies readonly (readonly [string, Timespan, string, string | null, string | null])[])
    it(`[SP1] ${title} begins and ends with its days in the zone`, () => {
      const bounds = timespanBounds(span, { now: T0, timeZone });
      assert.equal(bounds.startedFrom, from === null ? undefined : Date.parse(from));
      assert.equal(bounds.startedBefore, before === null ? undefined : Date.parse(before));
    });

  it('[SP1] holds exactly the instants of its days, anywhere', () => {
    const anyAt = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2030, 0) });
    fc.assert(
      fc.property(
        anyAt,
        fc.nat(40),
        fc.integer({ min: -40, max: 40 }),
        fc.constantFrom(...zones),
        (at, length, shift, timeZone) => {
          const from = shiftDay(dayKey(at, timeZone), shift);
          const to = shiftDay(from, length);
          const { startedFrom = NaN, startedBefore = NaN } = timespanBounds({ from, to }, { now: T0, timeZone });
          const key = dayKey(at, timeZone);
          assert.equal(at >= startedFrom && at < startedBefore, key >= from && key <= to);
        },
      ),
    );
  });

  for (const [span, from, to] of [
    ['today', '2026-03-01', '2026-03-01'],
    ['yesterday', '2026-02-28', '2026-02-28'],
    ['last-7-days', '2026-02-23', '2026-03-01'],
    ['last-30-days', '2026-01-31', '2026-03-01'],
    ['this-month', '2026-03-01', '2026-03-01'],
  ] as const)
    it(`[SP2] ${span} moves with the calendar`, () => {
      assert.deepEqual(daysOf(span, '2026-03-01'), { from, to });
    });

  it('[SP2] takes today from the zone, not from Greenwich', () => {
    const late = Date.parse('2026-11-22T23:30:00Z');
    const { startedFrom } = timespanBounds('today', { now: late, timeZone: 'Europe/Amsterdam' });
    assert.equal(startedFrom, Date.parse('2026-11-22T23:00:00Z'));
  });

  it('[SP3] names the zone as it is called then', () => {
    assert.equal(zoneName('Europe/Amsterdam', 'en', Date.UTC(2026, 6, 1)), 'Central European Summer Time');
    assert.equal(zoneName('Europe/Amsterdam', 'nl', T0), 'Midden-Europese standaardtijd');
  });

  it('knows days that exist', () => {
    assert.deepEqual(['2026-02-28', '2026-02-29', '2026-13-01', '22-11-2026', ''].map(isDay), [
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});
