import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Conversation, Message } from '../../src/domain/model.ts';
import { canQuote } from '../../src/domain/quoting.ts';
import { aChannel, aConversation, aMessage, day, hour, T0 } from './samples.ts';

const whatsapp = aChannel({ channel: 'whatsapp', accountId: 'own', lastIncomingAt: T0 });
const conversation = aConversation({ channels: [aChannel({ lastIncomingAt: T0 }), whatsapp] });
const message = aMessage({ channel: 'whatsapp', accountId: 'own' });
const withWhatsApp = (change: Partial<typeof whatsapp>): Conversation =>
  aConversation({ channels: [{ ...whatsapp, ...change }] });

const cases: readonly (readonly [string, boolean, Partial<Message>, Conversation?, number?])[] = [
  ['a WhatsApp message of the customer', true, {}],
  ['one of unknown own number', true, { accountId: null }],
  ['one that came on another own number, whose window nobody knows', false, { accountId: 'other' }],
  ['a text message', false, { channel: 'sms' }],
  ['one of our own', false, { direction: 'outgoing', status: 'read' }],
  ['a note', false, { direction: 'note', channel: null }],
  ['a deleted one', false, { deletedAt: T0 }],
  ['one of another conversation', false, { conversationId: 'c2' }],
  ['one when the reply window has closed', false, {}, conversation, T0 + day + hour],
  ['one of more than thirty days ago', false, { at: T0 - 31 * day }],
  ['one of a customer who wants no messages', false, {}, withWhatsApp({ consent: 'denied' })],
  ['one where the account cannot', false, {}, withWhatsApp({ overrides: { quotes: false } })],
];

describe('answering with a quote', () => {
  for (const [title, expected, change, where = conversation, now = T0 + hour] of cases)
    it(`[TL5] ${expected ? 'is for' : 'is not for'} ${title}`, () => {
      assert.equal(canQuote({ ...message, ...change }, where, now), expected);
    });
});
