import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ChannelSelection, type TypedTexts } from '../../src/controllers/channel-selection.ts';
import { channelOptions } from '../../src/domain/channel-choice.ts';
import type { ChannelKind, Conversation } from '../../src/domain/model.ts';
import { aConversation, builtAt } from '../../src/testing/index.ts';

const hour = 3_600_000;
const typed = (...channels: ChannelKind[]): TypedTexts => ({
  hasText: (channel) => channels.includes(channel),
  channels,
});
const optionsOf = (conversation: Conversation, now = builtAt) =>
  channelOptions(conversation, { now, invitation: true, available: ['sms', 'whatsapp'] });
/** The same conversation after the customer wrote by SMS. */
const afterSms = (conversation: Conversation): Conversation => ({
  ...conversation,
  lastIncomingChannel: 'sms',
  channels: conversation.channels.map((one) =>
    one.channel === 'sms' ? { ...one, lastIncomingAt: builtAt + hour } : one,
  ),
});

describe('which channel a composer writes by', () => {
  const conversation = aConversation();

  it('[B5] is the one the customer used last', () => {
    const selection = new ChannelSelection();
    assert.equal(selection.update(conversation, optionsOf(conversation), typed())?.id, 'whatsapp');
  });

  it('[B6] stays when its window closes, so that half a text does not become another message', () => {
    const selection = new ChannelSelection();
    selection.update(conversation, optionsOf(conversation), typed());
    const late = optionsOf(conversation, builtAt + 25 * hour);
    const selected = selection.update(conversation, late, typed());
    assert.deepEqual([selected?.id, selected?.reason], ['whatsapp', 'window-closed']);
  });

  it('[B5] follows the customer when they write by another channel, but not away from a text', () => {
    const other = afterSms(conversation);
    for (const [texts, expected] of [
      [typed(), 'sms'],
      [typed('whatsapp'), 'whatsapp'],
    ] as const) {
      const selection = new ChannelSelection();
      selection.update(conversation, optionsOf(conversation), texts);
      assert.equal(selection.update(other, optionsOf(other), texts)?.id, expected);
    }
  });

  it('[B12] is the one a draft waits in, until the agent chooses', () => {
    const selection = new ChannelSelection();
    selection.update(conversation, optionsOf(conversation), typed());
    assert.equal(selection.update(conversation, optionsOf(conversation), typed('sms'))?.id, 'sms');
    selection.choose('whatsapp');
    assert.equal(selection.update(conversation, optionsOf(conversation), typed('sms'))?.id, 'whatsapp');
  });

  it('begins anew with another conversation, and after an invitation', () => {
    const selection = new ChannelSelection();
    selection.update(conversation, optionsOf(conversation), typed());
    selection.choose('whatsapp-invitation');
    assert.equal(selection.update(conversation, optionsOf(conversation), typed())?.id, 'whatsapp-invitation');
    selection.release();
    assert.equal(selection.update(conversation, optionsOf(conversation), typed())?.id, 'whatsapp');
    selection.choose('sms');
    const other = aConversation({ id: 'other' });
    assert.equal(selection.update(other, optionsOf(other), typed())?.id, 'whatsapp');
  });
});
