import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Message } from '../../src/domain/model.ts';
import { compareMessages, timelineRows } from '../../src/domain/timeline.ts';
import type { KeyedMessage, TimelineRow } from '../../src/domain/timeline.ts';
import { aMessage, day, hour, minute, T0 } from './samples.ts';

function entry(changes: Partial<Message>): KeyedMessage {
  const message = aMessage(changes);
  return { key: `k-${message.id}`, message };
}

/** One letter per message: `[` starts and `]` ends a group; `|` a day, `!` the unread divider, `*` an event. */
function shape(rows: readonly TimelineRow<KeyedMessage>[]): string {
  return rows
    .map((row) => {
      if (row.type === 'day') return '|';
      if (row.type === 'unread') return '!';
      if (row.type === 'event') return '*';
      return `${row.startsGroup ? '[' : ''}${row.entry.message.id}${row.endsGroup ? ']' : ''}`;
    })
    .join('');
}

function rows(entries: readonly KeyedMessage[], firstUnreadId: string | null = null, timeZone = 'Europe/Amsterdam') {
  return timelineRows(entries, { timeZone, firstUnreadId });
}

const message: fc.Arbitrary<Message> = fc
  .record({
    id: fc.string({ maxLength: 2 }),
    at: fc.integer({ min: T0, max: T0 + 3 }),
    position: fc.integer({ min: 0, max: 3 }),
  })
  .map(aMessage);

describe('compareMessages', () => {
  for (const [title, a, b] of [
    ['earlier first', { at: 1, position: 9, id: 'z' }, { at: 2, position: 1, id: 'a' }],
    ['at one time, accepted first', { at: 1, position: 1, id: 'z' }, { at: 1, position: 2, id: 'a' }],
    ['all equal, by id', { at: 1, position: 1, id: 'a' }, { at: 1, position: 1, id: 'b' }],
  ] as const)
    it(`[TL1] puts the ${title}`, () => {
      assert.equal(compareMessages(aMessage(a), aMessage(b)), -1);
      assert.equal(compareMessages(aMessage(b), aMessage(a)), 1);
    });

  it('[TL1] is a total order', () => {
    fc.assert(
      fc.property(message, message, message, (a, b, c) => {
        assert.equal(compareMessages(a, b), -compareMessages(b, a) + 0);
        assert.equal(compareMessages(a, a), 0);
        if (compareMessages(a, b) <= 0 && compareMessages(b, c) <= 0) assert.ok(compareMessages(a, c) <= 0);
        if (compareMessages(a, b) === 0) assert.equal(a.id, b.id);
      }),
    );
  });
});

describe('timelineRows', () => {
  it('has no rows without entries', () => {
    assert.deepEqual(rows([]), []);
  });

  it('[TL2] begins each day with a row that names it', () => {
    const [first, , second] = rows([entry({ id: 'a', at: T0 - day }), entry({ id: 'b' })]);
    assert.deepEqual(first, {
      type: 'day',
      key: 'day:2026-11-21',
      day: '2026-11-21',
      dayStart: Date.UTC(2026, 10, 20, 23),
    });
    assert.deepEqual(second?.type === 'day' && second.day, '2026-11-22');
  });

  for (const [zone, expected] of [
    ['Europe/Amsterdam', '|[a]|[b]'],
    ['UTC', '|[ab]'],
    ['America/New_York', '|[ab]'],
  ] as const)
    it(`[TL2] takes the days of ${zone}`, () => {
      const nearMidnight = Date.UTC(2026, 10, 21, 22, 59);
      const two = [entry({ id: 'a', at: nearMidnight }), entry({ id: 'b', at: nearMidnight + 2 * minute })];
      assert.equal(shape(rows(two, null, zone)), expected);
    });

  it('[TL2] has one row for messages of the first instant of a day, and a next one a day later', () => {
    const midnight = Date.UTC(2026, 10, 21, 23);
    const three = ['a', 'b', 'c'].map((id, index) => entry({ id, at: midnight + (index === 2 ? day : 0) }));
    assert.equal(shape(rows(three)), '|[ab]|[c]');
  });

  it('[TL2] keeps row keys unique even when entries are out of order', () => {
    const keys = rows([entry({ id: 'a' }), entry({ id: 'b', at: T0 - day }), entry({ id: 'c' })]).map(({ key }) => key);
    assert.equal(new Set(keys).size, keys.length);
  });

  for (const [title, changes, expected] of [
    ['five minutes later', { at: T0 + 5 * minute }, '|[ab]'],
    ['more than five minutes later', { at: T0 + 5 * minute + 1 }, '|[a][b]'],
    ['of another direction', { direction: 'outgoing' }, '|[a][b]'],
    ['on another channel', { channel: 'whatsapp' }, '|[a][b]'],
    ['of another conversation', { conversationId: 'c2' }, '|[a][b]'],
    ['of another author', { author: { kind: 'customer', id: 'r2', name: 'Bo' } }, '|[a][b]'],
    ['of a bot of the same name', { author: { kind: 'bot', id: 'r1', name: 'Aïsha de Vries' } }, '|[a][b]'],
    ['that is an event', { direction: 'event' }, '|[a]*'],
  ] as const)
    it(`[TL3] ${expected === '|[ab]' ? 'joins' : 'parts'} a message ${title}`, () => {
      assert.equal(shape(rows([entry({ id: 'a' }), entry({ id: 'b', ...changes })])), expected);
    });

  it('[TL3] joins a long run and parts it at an event', () => {
    const run = ['a', 'b', 'c', 'd'].map((id, index) =>
      entry({ id, at: T0 + index * minute, ...(id === 'c' && { direction: 'event' as const }) }),
    );
    assert.equal(shape(rows(run)), '|[ab]*[d]');
  });

  it('[TL6] lets one status stand for those of a group that got as far, and for no other', () => {
    const statuses = ['read', 'read', 'sent', 'delivered', 'delivered'] as const;
    const run = statuses.map((status, index) =>
      entry({ id: `m${index}`, at: T0 + index * minute, direction: 'outgoing', status }),
    );
    const made = rows(run).flatMap((row) => (row.type === 'message' ? [row] : []));
    assert.deepEqual(
      made.map(({ sharesStatus }) => sharesStatus),
      [true, false, false, true, false],
    );
    assert.equal(shape(made), '[m0m1m2m3m4]', 'still one group');
  });

  it('[TL4] puts a divider before the first unread message and counts what is unread', () => {
    const entries = [
      entry({ id: 'a' }),
      entry({ id: 'b' }),
      entry({ id: 'c', direction: 'outgoing' }),
      entry({ id: 'd' }),
    ];
    const divided = rows(entries, 'b');
    assert.equal(shape(divided), '|[a]![b][c][d]');
    assert.deepEqual(
      divided.find(({ type }) => type === 'unread'),
      { type: 'unread', key: 'unread', count: 2 },
    );
  });

  it('[TL4] puts the day before the divider', () => {
    assert.equal(shape(rows([entry({ id: 'a', at: T0 - day }), entry({ id: 'b' })], 'b')), '|[a]|![b]');
  });

  it('[TL4] has no divider when that message is not loaded', () => {
    assert.equal(shape(rows([entry({ id: 'a' })], 'zzz')), '|[a]');
  });

  it('[TL3] shows every entry once, in order, each group opened and closed', () => {
    const entries = fc.array(
      fc.record({
        at: fc.integer({ min: T0, max: T0 + 3 * day }),
        direction: fc.constantFrom('incoming', 'outgoing', 'note', 'event'),
      }),
    );
    fc.assert(
      fc.property(entries, fc.nat(9), (list, unread) => {
        const ordered = list
          .map((changes, index) => entry({ ...changes, id: `m${index}` }))
          .sort((a, b) => compareMessages(a.message, b.message));
        const made = rows(ordered, `m${unread}`);
        const shown = made.flatMap((row) => (row.type === 'message' || row.type === 'event' ? [row.entry] : []));
        assert.deepEqual(shown, ordered);
        assert.match(shape(made).replace(/m\d+/g, 'm'), /^(?:[|!*]|\[m+\])*$/);
      }),
    );
  });

  it('reads a year of messages in one pass over the days', () => {
    const entries = Array.from({ length: 365 * 24 }, (_, index) => entry({ id: `m${index}`, at: T0 + index * hour }));
    assert.equal(rows(entries).filter(({ type }) => type === 'day').length, 366);
  });
});
