import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Conversation, MessagePreview } from '../../src/domain/model.ts';
import { isGivenTo, isQuiet, noticesBetween } from '../../src/domain/notifications.ts';
import { aConversation } from '../../src/testing/index.ts';

const since = 1_000_000;
const message = (id: string, fields: Partial<MessagePreview> = {}): MessagePreview => ({
  ...{ id, direction: 'incoming', channel: 'sms', text: 'Hi', kind: 'text', at: since + 1, status: null },
  ...fields,
});
const mine = {
  state: 'assigned',
  coWorkerId: 'me',
  lastActivityAt: since,
  lastMessage: message('old', { at: 1 }),
} as const;
const nobodys = { ...mine, state: 'new', coWorkerId: null } as const;

function news(before: Partial<Conversation> | null, after: Partial<Conversation>, readDownTo = 0): string {
  const made = (fields: Partial<Conversation>) => aConversation({ id: 'c', ...fields });
  const seen = new Map(before ? [['c', made(before)]] : []);
  return noticesBetween(seen, [made(after)], { agentId: 'me', since, readDownTo })
    .map(({ kind }) => kind)
    .join();
}

describe('what an agent is told of', () => {
  for (const [what, before, after, expected] of [
    ['somebody new writes', null, { ...nobodys, lastMessage: message('m') }, 'new'],
    ['somebody new writes again', nobodys, { ...nobodys, lastMessage: message('m') }, 'new'],
    ['a customer of mine writes', mine, { ...mine, lastMessage: message('m') }, 'message'],
    ['a customer of mine writes after long', null, { ...mine, lastMessage: message('m') }, 'message'],
    ['what was nobody’s becomes mine', nobodys, mine, 'assigned'],
    ['what was a colleague’s becomes mine', null, mine, 'assigned'],
    ['nothing happens', mine, mine, ''],
    ['it is read or tagged', mine, { ...mine, unreadCount: 0, tags: ['x'], version: 9 }, ''],
    ['I answer', mine, { ...mine, lastMessage: message('m', { direction: 'outgoing' }) }, ''],
    ['a colleague writes a note', mine, { ...mine, lastMessage: message('m', { direction: 'note' }) }, ''],
    ['a colleague’s customer writes', null, { ...mine, coWorkerId: 'other', lastMessage: message('m') }, ''],
    ['spam comes', null, { ...nobodys, state: 'spam', lastMessage: message('m') }, ''],
    ['a message from before is found', null, { ...nobodys, lastMessage: message('m', { at: since - 1 }) }, ''],
  ] as const)
    it(`[NF1] [F7] when ${what}: ${expected || 'nothing'}`, () => assert.equal(news(before, after), expected));

  it('[NF2] nothing, when an old conversation only comes into sight', () => {
    assert.equal(news(null, { ...mine, lastActivityAt: 10 }, 11), '');
    assert.equal(news(null, { ...mine, lastActivityAt: 12 }, 11), 'assigned');
  });
});

describe('an event', () => {
  const given = { type: 'assigned', coWorkerId: 'me', coWorkerName: 'Me', by: 'Joris' } as const;
  for (const [what, event, state, owner, expected] of [
    ['gives me a conversation', given, 'assigned', 'me', true],
    ['gave me one that a colleague has by now', given, 'assigned', 'other', false],
    ['gave me one that is archived by now', given, 'archived', 'me', false],
    ['gives a colleague one', { ...given, coWorkerId: 'other' }, 'assigned', 'other', false],
    ['takes mine away', { ...given, coWorkerId: null }, 'new', null, false],
    ['is about something else', { type: 'reopened', by: null }, 'assigned', 'me', false],
  ] as const)
    it(`[NF4] that ${what}: ${expected ? 'news' : 'nothing'}`, () =>
      assert.equal(isGivenTo(event, { state, coWorkerId: owner }, 'me'), expected));
});

describe('quiet hours', () => {
  const at = (time: string): number => Date.parse(`2026-03-03T${time}:00Z`);
  for (const [from, until, time, zone, expected] of [
    ['18:00', '08:00', '21:00', 'UTC', true],
    ['18:00', '08:00', '07:59', 'UTC', true],
    ['18:00', '08:00', '08:00', 'UTC', false],
    ['18:00', '08:00', '17:59', 'UTC', false],
    ['12:00', '13:00', '12:30', 'UTC', true],
    ['12:00', '13:00', '13:00', 'UTC', false],
    ['18:00', '08:00', '17:30', 'Europe/Amsterdam', true],
    ['09:00', '09:00', '09:00', 'UTC', false],
    ['x', '09:00', '08:00', 'UTC', false],
    ['24:00', '09:00', '08:00', 'UTC', false],
  ] as const)
    it(`[NF3] from ${from} until ${until} ${expected ? 'cover' : 'leave'} ${time} UTC in ${zone}`, () =>
      assert.equal(isQuiet({ from, until }, at(time), zone), expected));

  it('[NF3] are none unless somebody wants them', () => assert.equal(isQuiet(null, at('03:00'), 'UTC'), false));
});
