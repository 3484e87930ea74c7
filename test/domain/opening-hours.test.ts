import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { openingHoursFaults } from '../../src/domain/opening-hours-faults.ts';
import { openState } from '../../src/domain/opening-hours.ts';
import type { OpeningHours, OpenSpan } from '../../src/domain/opening-hours.ts';
import { localTime, zonedTime } from '../../src/domain/zoned-time.ts';
import { T0 } from './samples.ts';

const zone = 'Europe/Amsterdam';
const at = (local: string): number => zonedTime(local, zone) ?? NaN;
const span = (from: string, to: string): OpenSpan => ({ fromMinute: minuteOf(from), toMinute: minuteOf(to) });
const office = [span('09:00', '12:30'), span('13:00', '17:00')];
const hours: OpeningHours = {
  timeZone: zone,
  week: [office, office, office, office, [...office, span('22:00', '24:00')], [span('00:00', '02:00')], []],
  exceptions: [
    { date: '2026-12-25', name: 'Christmas', spans: [] },
    { date: '2026-12-20', name: 'Shopping Sunday', spans: [span('12:00', '17:00')] },
  ],
};

function minuteOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}

/** What the state says, as people would: `open`, or from when until when it is closed. */
function said(local: string, of: OpeningHours | null = hours): string {
  const state = openState(of, at(local));
  const time = (instant: number | null): string => (instant === null ? 'ever' : localTime(instant, zone));
  return state.open ? 'open' : `closed ${time(state.since)} to ${time(state.opensAt)}`;
}

describe('opening hours', () => {
  const rows: readonly [string, string, string][] = [
    ['OH1', '2026-11-23T09:00', 'open'],
    ['OH1', '2026-11-23T08:59', 'closed 2026-11-21T02:00 to 2026-11-23T09:00'],
    ['OH1', '2026-11-23T16:59', 'open'],
    ['OH1', '2026-11-23T17:00', 'closed 2026-11-23T17:00 to 2026-11-24T09:00'],
    ['OH2', '2026-11-23T12:30', 'closed 2026-11-23T12:30 to 2026-11-23T13:00'],
    ['OH2', '2026-11-23T13:00', 'open'],
    ['OH3', '2026-12-25T10:00', 'closed 2026-12-24T17:00 to 2026-12-26T00:00'],
    ['OH3', '2026-12-20T12:00', 'open'],
    ['OH3', '2026-12-20T18:00', 'closed 2026-12-20T17:00 to 2026-12-21T09:00'],
    ['OH5', '2026-11-27T23:59', 'open'],
    ['OH5', '2026-11-28T00:00', 'open'],
    ['OH5', '2026-11-28T02:00', 'closed 2026-11-28T02:00 to 2026-11-30T09:00'],
  ];
  for (const [rule, local, expected] of rows)
    it(`[${rule}] ${local}: ${expected}`, () => {
      assert.equal(said(local), expected);
    });

  it('[OH4] are times on the clock, whatever the clocks do', () => {
    const night = { ...hours, week: hours.week.map(() => [span('02:00', '04:00')]), exceptions: [] };
    // Two in the morning does not exist on the day clocks go forward, and comes twice when they go back.
    assert.equal(openState(night, Date.UTC(2026, 2, 29, 0, 59)).open, false);
    assert.equal(openState(night, Date.UTC(2026, 2, 29, 1, 0)).open, true);
    assert.equal(openState(night, Date.UTC(2026, 2, 29, 2, 0)).open, false);
    assert.deepEqual(
      [-1, 0, 179, 180].map((minute) => openState(night, Date.UTC(2026, 9, 25, 0, minute)).open),
      [false, true, true, false],
    );
    const skipped = { ...night, week: hours.week.map(() => [span('02:10', '02:50')]) };
    assert.equal(openState(skipped, Date.UTC(2026, 2, 29, 0, 30)).open, false);
  });

  it('[OH6] that nobody set are always', () => {
    assert.deepEqual(openState(null, T0), { open: true });
  });

  it('[OH1] without any span are never, and say so', () => {
    const never = { ...hours, week: hours.week.map(() => []), exceptions: [] };
    assert.equal(said('2026-11-23T10:00', never), 'closed ever to ever');
  });

  it('[OH2] all instants of one closed period name the same one', () => {
    const anyTime = fc.integer({ min: at('2026-03-01T00:00'), max: at('2026-12-31T00:00') });
    fc.assert(
      fc.property(anyTime, (instant) => {
        const state = openState(hours, instant);
        if (state.open || state.since === null || state.opensAt === null) return;
        assert.ok(state.since <= instant && instant < state.opensAt);
        assert.deepEqual(openState(hours, state.since), state);
        assert.deepEqual(openState(hours, state.opensAt - 1), state);
        assert.equal(openState(hours, state.opensAt).open, true);
        assert.equal(openState(hours, state.since - 1).open, true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('opening hours that somebody entered', () => {
  const faultsOf = (changes: Partial<OpeningHours>): readonly string[] =>
    openingHoursFaults({ ...hours, ...changes }).map(({ path, type }) => `${path} ${type}`);
  const withDay = (spans: readonly OpenSpan[]): Partial<OpeningHours> => ({
    week: [spans, ...hours.week.slice(1)],
  });
  const rows: readonly [string, string, Partial<OpeningHours>, readonly string[]][] = [
    ['OH7', 'as they should be', {}, []],
    ['OH7', 'in no zone', { timeZone: 'Mars/Base' }, ['timeZone time-zone']],
    ['OH7', 'in the zone of the machine', { timeZone: '' }, ['timeZone time-zone']],
    ['OH7', 'of six days', { week: hours.week.slice(1) }, ['week week']],
    ['OH7', 'until before they begin', withDay([span('17:00', '09:00')]), ['week[0][0].toMinute order']],
    ['OH7', 'of no time', withDay([span('09:00', '09:00')]), ['week[0][0].toMinute order']],
    ['OH7', 'after midnight', withDay([span('09:00', '25:00')]), ['week[0][0].toMinute minute']],
    ['OH7', 'of half a minute', withDay([{ fromMinute: 0.5, toMinute: 9 }]), ['week[0][0].fromMinute minute']],
    [
      'OH7',
      'that overlap',
      withDay([span('09:00', '12:00'), span('11:00', '13:00')]),
      ['week[0][1].fromMinute overlap'],
    ],
    [
      'OH7',
      'on a day that does not exist',
      { exceptions: [{ date: '2026-02-30', name: '', spans: [] }] },
      ['exceptions[0].date date'],
    ],
    [
      'OH7',
      'on one day twice',
      { exceptions: [1, 2].map(() => ({ date: '2026-12-25', name: '', spans: [] })) },
      ['exceptions[1].date repeated'],
    ],
  ];
  for (const [rule, title, changes, expected] of rows)
    it(`[${rule}] ${title}: ${expected.join() || 'fine'}`, () => {
      assert.deepEqual(faultsOf(changes), expected);
    });
});
