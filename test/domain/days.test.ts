import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { dayAround, dayKey } from '../../src/domain/days.ts';
import { hour } from './samples.ts';

const zones = [
  'UTC',
  'Europe/Amsterdam',
  'America/New_York',
  'America/Sao_Paulo',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Asia/Beirut',
  'America/Havana',
];

describe('days', () => {
  for (const [at, zone, expected] of [
    ['2026-11-21T22:59:59.999Z', 'Europe/Amsterdam', '2026-11-21'],
    ['2026-11-21T23:00:00.000Z', 'Europe/Amsterdam', '2026-11-22'],
    ['2026-07-01T21:59:59.999Z', 'Europe/Amsterdam', '2026-07-01'],
    ['2026-07-01T22:00:00.000Z', 'Europe/Amsterdam', '2026-07-02'],
    ['2026-01-01T00:00:00.000Z', 'America/New_York', '2025-12-31'],
    ['1969-12-31T23:59:59.999Z', 'UTC', '1969-12-31'],
  ] as const)
    it(`[TL2] puts ${at} in ${zone} on ${expected}`, () => {
      assert.equal(dayKey(Date.parse(at), zone), expected);
    });

  for (const [title, at, zone, start, hours] of [
    ['an ordinary day', '2026-11-22T12:00:00.5Z', 'Europe/Amsterdam', '2026-11-21T23:00:00.000Z', 24],
    ['the day clocks go forward', '2026-03-29T20:00:00Z', 'Europe/Amsterdam', '2026-03-28T23:00:00.000Z', 23],
    ['the day clocks go back', '2026-10-25T20:00:00Z', 'Europe/Amsterdam', '2026-10-24T22:00:00.000Z', 25],
    ['before clocks go back that day', '2026-10-24T23:30:00Z', 'Europe/Amsterdam', '2026-10-24T22:00:00.000Z', 25],
    ['a day without a midnight', '2018-11-04T15:00:00Z', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z', 23],
    ['a day whose midnight comes twice', '2018-02-17T15:00:00Z', 'America/Sao_Paulo', '2018-02-17T02:00:00.000Z', 25],
    ['a day whose first hour comes twice', '2026-11-01T17:00:00Z', 'America/Havana', '2026-11-01T04:00:00.000Z', 25],
    ['the first of two such hours', '2026-11-01T04:30:00Z', 'America/Havana', '2026-11-01T04:00:00.000Z', 25],
    ['a half hour change', '2026-10-03T20:00:00Z', 'Australia/Lord_Howe', '2026-10-03T13:30:00.000Z', 23.5],
  ] as const)
    it(`[TL2] knows ${title}`, () => {
      const found = dayAround(Date.parse(at), zone);
      assert.equal(new Date(found.start).toISOString(), start);
      assert.equal((found.end - found.start) / hour, hours);
    });

  it('[TL2] bounds the day of any instant in any zone', () => {
    const instants = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2040, 0, 1) });
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (at, zone) => {
        const { key, start, end } = dayAround(at, zone);
        assert.ok(start <= at && at < end);
        assert.equal(dayKey(start, zone), key);
        assert.equal(dayKey(end - 1, zone), key);
        assert.notEqual(dayKey(start - 1, zone), key);
        assert.notEqual(dayKey(end, zone), key);
      }),
      { numRuns: 2000 },
    );
  });
});
