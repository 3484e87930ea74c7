import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { OpeningHours } from '../../src/domain/opening-hours.ts';
import { outOfOfficeAnswer } from '../../src/domain/out-of-office.ts';
import type { OutOfOfficeContext } from '../../src/domain/out-of-office.ts';

const day = [{ fromMinute: 540, toMinute: 1020 }];
const hours: OpeningHours = { timeZone: 'UTC', week: [day, day, day, day, day, [], []], exceptions: [] };
const at = (time: string): number => Date.parse(`${time}:00Z`);
const context: OutOfOfficeContext = {
  replies: [
    { channel: 'whatsapp', isActive: true, text: 'Back on Monday.' },
    { channel: 'sms', isActive: false, text: 'Back on Monday.' },
    { channel: 'viber', isActive: true, text: ' ' },
  ],
  hours,
  conversation: { state: 'new' },
  channel: 'whatsapp',
  writtenAt: at('2026-11-21T12:00'),
  now: at('2026-11-21T12:00'),
};
const friday = String(at('2026-11-20T17:00'));

describe('the answer while nobody is there', () => {
  const rows: readonly [string, string, Partial<OutOfOfficeContext>, string | null][] = [
    ['OO1', 'on a Saturday', {}, friday],
    ['OO1', 'on a Monday', { now: at('2026-11-23T10:00'), writtenAt: at('2026-11-23T10:00') }, null],
    ['OO1', 'of a team that is always there', { hours: null }, null],
    ['OO2', 'later in the same weekend', { now: at('2026-11-22T20:00'), writtenAt: at('2026-11-22T20:00') }, friday],
    [
      'OO2',
      'the next evening',
      { now: at('2026-11-23T20:00'), writtenAt: at('2026-11-23T20:00') },
      String(at('2026-11-23T17:00')),
    ],
    ['OO3', 'on a channel where it is switched off', { channel: 'sms' }, null],
    ['OO3', 'on a channel where it is empty', { channel: 'viber' }, null],
    ['OO3', 'on a channel that has none', { channel: 'rcs' }, null],
    ['OO4', 'to spam', { conversation: { state: 'spam' } }, null],
    ['OO5', 'to what was written at work and came late', { writtenAt: at('2026-11-20T16:00') }, null],
    ['OO5', 'to what was written last weekend and comes now', { writtenAt: at('2026-11-14T12:00') }, null],
  ];
  for (const [rule, title, changes, period] of rows)
    it(`[${rule}] ${title}: ${period === null ? 'none' : 'once in the period'}`, () => {
      const answer = outOfOfficeAnswer({ ...context, ...changes });
      assert.equal(answer?.period ?? null, period);
      if (answer) assert.equal(answer.text, 'Back on Monday.');
    });

  it('[OO1] of a team that never opens has one period', () => {
    const never = { ...hours, week: hours.week.map(() => []) };
    assert.equal(outOfOfficeAnswer({ ...context, hours: never })?.period, 'always');
  });
});
