import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  compareConversations,
  listKey,
  listKeyShape,
  conversationTab,
  matchesFilters,
  matchesQuery,
  sortKey,
} from '../../src/domain/inbox.ts';
import { matchesText, waitingMs } from '../../src/domain/inbox.ts';
import type { Conversation, ConversationState } from '../../src/domain/model.ts';
import type { ConversationQuery, ConversationSort } from '../../src/domain/queries.ts';
import { previewOf } from '../../src/domain/preview.ts';
import { aChannel, aConversation, agent, aMessage, aRecipient, hour, T0 } from './samples.ts';

const sorts: readonly ConversationSort[] = ['oldest', 'newest', 'shortest-wait', 'longest-wait'];

function query(changes: Partial<ConversationQuery> = {}): ConversationQuery {
  return { scope: { kind: 'all' }, sort: 'newest', ...changes };
}

const mine = aConversation({
  state: 'assigned',
  coWorkerId: 'w1',
  tags: ['garantie', 'spoed'],
  unreadCount: 2,
  startedAt: T0,
  channels: [aChannel(), aChannel({ channel: 'whatsapp' })],
  usedChannels: ['sms', 'whatsapp'],
});

describe('filters', () => {
  for (const [title, changes, expected] of [
    ['scope mine', { scope: { kind: 'mine' } }, true],
    ['scope branch', { scope: { kind: 'branch' } }, true],
    ['scope of the recipient', { scope: { kind: 'recipient', recipientId: 'r1' } }, true],
    ['scope of another recipient', { scope: { kind: 'recipient', recipientId: 'r2' } }, false],
    ['its state', { states: ['new', 'assigned'] }, true],
    ['another state', { states: ['spam'] }, false],
    ['no state at all', { states: [] }, false],
    ['one of its channels', { channels: ['whatsapp', 'email'] }, true],
    ['another channel', { channels: ['email'] }, false],
    ['its co-worker', { coWorkerIds: [null, 'w1'] }, true],
    ['no co-worker', { coWorkerIds: [null] }, false],
    ['its branch', { branchIds: ['b1'] }, true],
    ['no branch', { branchIds: [null] }, false],
    ['one of its tags', { tags: ['spoed', 'x'] }, true],
    ['another tag', { tags: ['x'] }, false],
    ['unread', { unreadOnly: true }, true],
    ['started from its start', { startedFrom: T0 }, true],
    ['started from later', { startedFrom: T0 + 1 }, false],
    ['started before its start', { startedBefore: T0 }, false],
    ['started before later', { startedBefore: T0 + 1 }, true],
    ['all together', { states: ['assigned'], tags: ['spoed'], unreadOnly: true, text: 'aisha' }, true],
    ['one that fails among others', { states: ['assigned'], tags: ['x'], unreadOnly: true }, false],
  ] as const satisfies readonly (readonly [string, Partial<ConversationQuery>, boolean])[])
    it(`[IN6] ${expected ? 'passes' : 'leaves out'} by ${title}`, () => {
      assert.equal(matchesQuery(query(changes), mine, agent), expected);
    });

  for (const [title, conversation, expected] of [
    ['an address that nobody wrote to', { usedChannels: ['sms'] }, false],
    ['an address while there is no message', { usedChannels: [] }, false],
    ['a message on it', { usedChannels: ['sms', 'whatsapp'] }, true],
    ['an address where the backend says no more', {}, false],
    [
      'its last message where the backend says no more',
      { lastMessage: previewOf(aMessage({ channel: 'whatsapp' })) },
      true,
    ],
    ['the customer’s last channel where the backend says no more', { lastIncomingChannel: 'whatsapp' }, true],
    [
      'when the customer wrote there where the backend says no more',
      { channels: [aChannel({ channel: 'whatsapp', lastIncomingAt: T0 })] },
      true,
    ],
  ] as const satisfies readonly (readonly [string, Partial<Conversation>, boolean])[])
    it(`[IN10] ${expected ? 'finds' : 'does not find'} a channel by ${title}`, () => {
      const channels = [aChannel(), aChannel({ channel: 'whatsapp', lastIncomingAt: null })];
      const one = aConversation({ channels, ...conversation });
      assert.equal(matchesFilters(query({ channels: ['whatsapp'] }), one, agent), expected);
    });

  for (const [title, changes, expected] of [
    ['its team', { teamIds: ['t1'] }, true],
    ['no team', { teamIds: [null] }, false],
    ['its kind of recipient', { recipientKinds: ['contact'] }, true],
    ['unmatched senders', { recipientKinds: ['unmatched'] }, false],
  ] as const satisfies readonly (readonly [string, Partial<ConversationQuery>, boolean])[])
    it(`[IN6] ${expected ? 'passes' : 'leaves out'} by ${title}`, () => {
      assert.equal(matchesFilters(query(changes), aConversation({ teamId: 't1' }), agent), expected);
    });

  for (const [title, conversation, expected] of [
    ['who waits since before it', { waitingSince: T0 - 1 }, true],
    ['who waits since then', { waitingSince: T0 }, false],
    ['who does not wait', { waitingSince: null }, false],
    ['what is archived', { waitingSince: T0 - 1, state: 'archived' }, false],
  ] as const satisfies readonly (readonly [string, Partial<Conversation>, boolean])[])
    it(`[IN7] ${expected ? 'passes' : 'leaves out'} ${title}`, () => {
      assert.equal(matchesFilters(query({ waitingBefore: T0 }), aConversation(conversation), agent), expected);
    });

  it('[IN6] leaves out a colleague and another branch', () => {
    const other = aConversation({ coWorkerId: 'w2', branchId: 'b2' });
    assert.equal(matchesFilters(query({ scope: { kind: 'mine' } }), other, agent), false);
    assert.equal(matchesFilters(query({ scope: { kind: 'branch' } }), other, agent), false);
  });

  it('[IN6] leaves out what is read', () => {
    assert.equal(matchesFilters(query({ unreadOnly: true }), aConversation(), agent), false);
    assert.equal(matchesFilters(query({ unreadOnly: false }), aConversation(), agent), true);
  });

  it('[IN6] passes what has a single unread message', () => {
    assert.equal(matchesFilters(query({ unreadOnly: true }), aConversation({ unreadCount: 1 }), agent), true);
  });

  it('[IN6] does not look at the text among the filters', () => {
    assert.equal(matchesFilters(query({ text: 'nobody' }), mine, agent), true);
    assert.equal(matchesQuery(query({ text: 'nobody' }), mine, agent), false);
  });
});

describe('search', () => {
  const conversation = aConversation({
    tags: ['Garantie zaak', 'Spoed'],
    channels: [aChannel(), aChannel({ channel: 'messenger', address: 'page-998877' })],
  });
  for (const [text, expected] of [
    ['', true],
    ['  ', true],
    ['aisha', true],
    ['AÏSHA', true],
    ['vries aï', true],
    ['bouw', true],
    ['garant', true],
    ['  spoed  ', true],
    [' 06 12345678 ', true],
    ['jansen', false],
    ['aïsha jansen', false],
    ['+31612345678', true],
    ['+31-612345678', true],
    ['0031612345678', true],
    ['00 31 6 1234 5678', true],
    ['06 12345678', true],
    ['06-1234', true],
    ['+31 (0)6 12 34', true],
    ['(06) 123.45.678', true],
    ['5678', true],
    ['4321', false],
    ['+32612345678', false],
    ['06', true],
    ['43', false],
    ['0', false],
    ['page-998877', true],
    ['998877', true],
  ] as const)
    it(`[IN4] ${expected ? 'finds' : 'does not find'} by ${JSON.stringify(text)}`, () => {
      assert.equal(matchesText(text, conversation), expected);
    });

  it('[IN4] never throws and finds a name by any part of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.nat(), fc.nat(), (name, from, length) => {
        const { id, kind, firstName, organisation, language } = aRecipient();
        const named = aConversation({ recipient: { id, kind, name, firstName, organisation, language } });
        const start = from % name.length;
        const part = name.slice(start, start + (length % name.length) + 1);
        if (/\p{L}/u.test(part) && !/\p{Cs}/u.test(part)) assert.ok(matchesText(part, named), part);
        matchesText(part, named);
      }),
    );
  });
});

describe('waiting', () => {
  for (const [rule, title, changes, expected] of [
    ['IN2', 'nobody waits', { waitingSince: null }, null],
    ['IN2', 'an hour', { waitingSince: T0 - hour }, hour],
    ['IN2', 'the provider is ahead of us', { waitingSince: T0 + hour }, 0],
    ['IN3', 'archived', { waitingSince: T0 - hour, state: 'archived' }, null],
    ['IN3', 'spam', { waitingSince: T0 - hour, state: 'spam' }, null],
  ] as const)
    it(`[${rule}] is ${expected} when ${title}`, () => {
      assert.equal(waitingMs(aConversation(changes), T0), expected);
    });
});

describe('sort', () => {
  for (const [snoozed, until, expected] of [
    [false, T0 + 1, false],
    [false, T0, true],
    [true, T0 + 1, true],
    [true, T0, false],
    [undefined, T0 + 1, true],
  ] as const)
    it(`[IN8] snoozed: ${snoozed} ${expected ? 'keeps' : 'leaves out'} what sleeps until ${until - T0} ms from now`, () => {
      const sleeper = aConversation({ snooze: { until, untilReply: false, since: T0 - 1 } });
      const asked = query(snoozed === undefined ? {} : { snoozed });
      assert.equal(matchesFilters(asked, sleeper, agent, T0), expected);
    });

  const a = aConversation({ id: 'a', lastActivityAt: T0 + 1, waitingSince: T0 });
  const b = aConversation({ id: 'b', lastActivityAt: T0 + 2, waitingSince: T0 - hour });
  const c = aConversation({ id: 'c', lastActivityAt: T0 + 3 });
  const d = aConversation({ id: 'd', lastActivityAt: T0 + 4 });
  const e = aConversation({ id: 'e', lastActivityAt: T0 + 4, state: 'spam', waitingSince: T0 - 9 * hour });

  for (const [rule, sort, expected] of [
    ['IN1', 'oldest', 'abcde'],
    ['IN1', 'newest', 'decba'],
    ['IN2', 'longest-wait', 'badec'],
    ['IN2', 'shortest-wait', 'abdec'],
    ['IN3', 'longest-wait', 'badec'],
  ] as const)
    it(`[${rule}] puts ${sort} in its order, ties by id`, () => {
      const sorted = [c, e, a, d, b].sort(compareConversations(sort));
      assert.equal(sorted.map(({ id }) => id).join(''), expected);
    });

  for (const sort of sorts)
    it(`[IN9] puts what is pinned before the rest, each in the order of ${sort}, as its keys do`, () => {
      const all = [a, b, c, { ...d, pinned: true }, { ...e, pinned: true }, { ...b, id: 'f', pinned: false }];
      const plain = [...all].sort(compareConversations(sort));
      const sorted = [...all].sort(compareConversations(sort, true));
      assert.deepEqual(sorted, [...plain.filter((one) => one.pinned), ...plain.filter((one) => !one.pinned)]);
      const groups = sorted.map((one) => listKey({ sort, pinnedFirst: true }, one)[0]);
      assert.deepEqual(groups, [0, 0, 1, 1, 1, 1]);
      assert.deepEqual(
        listKey({ sort, pinnedFirst: true }, a).map((part) => typeof part),
        listKeyShape({ pinnedFirst: true }),
      );
      assert.deepEqual(
        listKey({ sort }, a).map((part) => typeof part),
        listKeyShape({}),
      );
    });

  const conversation = fc
    .record({
      id: fc.string({ maxLength: 2 }),
      lastActivityAt: fc.integer({ min: 0, max: 3 }),
      waitingSince: fc.option(fc.integer({ min: 0, max: 3 })),
      state: fc.constantFrom<ConversationState>('new', 'assigned', 'archived', 'spam'),
    })
    .map((changes): Conversation => aConversation(changes));

  for (const sort of sorts)
    it(`[IN1] orders any conversations totally by ${sort}, also after a cursor went through JSON`, () => {
      const compare = compareConversations(sort);
      fc.assert(
        fc.property(conversation, conversation, conversation, (x, y, z) => {
          assert.equal(compare(x, y), -compare(y, x) + 0);
          if (compare(x, y) <= 0 && compare(y, z) <= 0) assert.ok(compare(x, z) <= 0);
          if (compare(x, y) === 0) assert.equal(x.id, y.id);
          const key = sortKey(sort, x).map((part) => (part === 0 ? 0 : part));
          assert.deepEqual(JSON.parse(JSON.stringify(key)), key);
        }),
      );
    });
});

describe('tabs', () => {
  for (const [state, coWorkerId, expected] of [
    ['new', null, 'new'],
    ['assigned', 'w1', 'assigned-to-me'],
    ['assigned', 'w2', 'assigned'],
    ['archived', 'w1', 'archived'],
    ['spam', null, 'spam'],
  ] as const)
    it(`[IN5] puts ${state} of ${coWorkerId ?? 'nobody'} under ${expected}`, () => {
      assert.equal(conversationTab(aConversation({ state, coWorkerId }), 'w1'), expected);
    });
});
