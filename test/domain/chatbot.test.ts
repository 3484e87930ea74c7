import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { afterHandOver, firstOwner } from '../../src/domain/chatbot.ts';
import type { Chatbot } from '../../src/domain/chatbot.ts';
import { applyOutgoing } from '../../src/domain/conversation-rules.ts';
import type { ChannelKind, Conversation } from '../../src/domain/model.ts';
import { aConversation, aMessage, hour, T0 } from './samples.ts';

const bot: Chatbot = { id: 'bot-1', name: 'Robin', isActive: true, channels: ['whatsapp'] };

describe('a chatbot', () => {
  const owners: readonly [string, string, string | null, Chatbot | null, ChannelKind, string | null][] = [
    ['BT1', 'takes a new conversation on its channel', null, bot, 'whatsapp', 'bot-1'],
    ['BT1', 'takes none of another channel', null, bot, 'sms', null],
    ['BT1', 'takes any where it is on all channels', null, { ...bot, channels: null }, 'sms', 'bot-1'],
    ['BT1', 'takes none of a co-worker’s', 'w1', bot, 'whatsapp', 'w1'],
    ['BT1', 'takes none while it is switched off', null, { ...bot, isActive: false }, 'whatsapp', null],
    ['BT1', 'takes none where there is none', null, null, 'whatsapp', null],
  ];
  for (const [rule, title, recordOwner, known, channel, expected] of owners)
    it(`[${rule}] ${title}`, () => {
      assert.equal(firstOwner(recordOwner, known, channel), expected);
    });

  const answers: readonly [string, string, string | null][] = [
    ['BT2', 'answers what is with it', 'bot-1'],
    ['BT2', 'answers nothing of a colleague’s', 'w1'],
    ['BT2', 'answers nothing of nobody’s', null],
  ];
  for (const [rule, title, coWorkerId] of answers)
    it(`[${rule}] ${title}`, () => {
      const conversation = aConversation({ coWorkerId, waitingSince: T0 });
      const author = { kind: 'bot', id: 'bot-1', name: 'Robin' } as const;
      const after = applyOutgoing(conversation, aMessage({ direction: 'outgoing', author, at: T0 + hour }));
      assert.equal(after.waitingSince, coWorkerId === 'bot-1' ? null : T0);
    });

  const own = aConversation({ coWorkerId: 'bot-1', state: 'assigned', waitingSince: null });
  const rows: readonly [string, string, Conversation, Conversation, number | null][] = [
    ['BT3', 'to nobody in particular', own, { ...own, coWorkerId: null, state: 'new' }, T0],
    ['BT3', 'to a colleague', own, { ...own, coWorkerId: 'w1' }, T0],
    ['BT3', 'with an unanswered message', own, { ...own, coWorkerId: 'w1', waitingSince: T0 - hour }, T0 - hour],
    ['BT3', 'into the archive', own, { ...own, coWorkerId: null, state: 'archived' }, null],
    ['BT3', 'of what was not with it', { ...own, coWorkerId: 'w2' }, { ...own, coWorkerId: 'w1' }, null],
  ];
  for (const [rule, title, before, after, expected] of rows)
    it(`[${rule}] a hand-over ${title}: waits since ${expected === null ? 'never' : expected - T0}`, () => {
      assert.equal(afterHandOver(before, after, { botId: 'bot-1', now: T0 }).waitingSince, expected);
    });
});
