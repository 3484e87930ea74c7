import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatsFor } from '../../src/controllers/formats.ts';

const zone = 'Europe/Amsterdam';
const now = Date.UTC(2026, 2, 3, 13, 40); // Tuesday, 14:40 in Amsterdam
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** CLDR puts a narrow no-break space before PM; which space is not our business. */
const plain = (text: string): string => text.replaceAll(/\s/gu, ' ');

describe('formats', () => {
  for (const { title, locale, at, expected } of [
    { title: 'the time today, 24 hours in Dutch', locale: 'nl', at: now - 5 * hour, expected: '09:40' },
    { title: 'the time today, 12 hours in English', locale: 'en', at: now - 5 * hour, expected: '9:40 AM' },
    { title: 'the weekday yesterday', locale: 'nl', at: now - day, expected: 'ma' },
    { title: 'the weekday just after midnight', locale: 'nl', at: now - 15 * hour, expected: 'ma' },
    {
      title: 'the date a week ago, when the weekday would be ambiguous',
      locale: 'nl',
      at: now - 7 * day,
      expected: '24 feb',
    },
    { title: 'the year when it is another', locale: 'nl', at: Date.UTC(2025, 10, 20), expected: '20-11-2025' },
    { title: 'the date of something to come', locale: 'nl', at: now + 2 * day, expected: '5 mrt' },
  ])
    it(`shows ${title}`, () => assert.equal(plain(formatsFor(locale, zone).short(at, now)), expected));

  for (const { ms, long, short } of [
    { ms: 3 * hour + 12 * minute, long: '3h 12m', short: '3h' },
    { ms: 2 * hour, long: '2h', short: '2h' },
    { ms: 59 * minute, long: '59m', short: '59m' },
    { ms: 10, long: '1m', short: '1m' },
    { ms: 2 * day + 4 * hour, long: '2d 4h', short: '2d' },
  ])
    it(`says ${long} for ${ms} ms`, () => {
      const formats = formatsFor('en', zone);
      assert.deepEqual([formats.duration(ms), formats.shortDuration(ms)], [long, short]);
    });

  it('says durations in the words of the language', () => {
    assert.equal(plain(formatsFor('nl', zone).duration(3 * hour + 12 * minute)), '3 u 12 m');
  });

  it('calls the days around now by their names, by the calendar of the zone', () => {
    const formats = formatsFor('nl', zone);
    assert.deepEqual(
      [now, now - day, now - 14.5 * hour, now - 2 * day].map((at) => formats.day(at, now)),
      ['Vandaag', 'Gisteren', 'Vandaag', 'zondag 1 maart 2026'],
    );
  });

  it('keeps calendar days apart over a change of daylight saving', () => {
    const formats = formatsFor('en', zone);
    const afterChange = Date.UTC(2026, 2, 29, 12); // clocks went forward that night: the day had 23 hours
    assert.equal(formats.day(afterChange - 23.5 * hour, afterChange), 'Yesterday');
    assert.equal(formats.day(Date.UTC(2026, 2, 28, 22, 59), afterChange), 'Yesterday');
    assert.equal(formats.day(Date.UTC(2026, 2, 28, 23), afterChange), 'Today');
  });

  it('falls back to English and UTC for what the browser does not know', () => {
    assert.equal(plain(formatsFor('not a locale', 'Nowhere/Atlantis').short(now - hour, now)), '12:40 PM');
  });

  it('shares one instance per locale and zone', () => {
    assert.equal(formatsFor('nl', zone), formatsFor('nl', zone));
    assert.notEqual(formatsFor('nl', zone), formatsFor('nl', 'UTC'));
  });
});
