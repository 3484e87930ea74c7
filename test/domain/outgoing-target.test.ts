import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ConversationChannel } from '../../src/domain/model.ts';
import { isUsableSender, leaveVerdict, outgoingTarget, withAddress } from '../../src/domain/outgoing-target.ts';
import { aChannel, aConversation, hour, T0 } from './samples.ts';

const whatsapp = (changes: Partial<ConversationChannel> = {}): ConversationChannel =>
  aChannel({ channel: 'whatsapp', lastIncomingAt: T0 - hour, ...changes });

describe('where a message goes', () => {
  const to = (channels: readonly ConversationChannel[], accountId: string | null) =>
    outgoingTarget(aConversation({ channels }), { channel: 'whatsapp', accountId });

  it('is the address with the window of the own number that it goes from (OS2)', () => {
    const channels = [whatsapp({ accountId: 'a' }), whatsapp({ accountId: 'b', lastIncomingAt: T0 - 30 * hour })];
    assert.deepEqual(to(channels, 'a'), channels[0]);
    assert.deepEqual(to(channels, 'b'), channels[1]);
  });

  it('has no open window from an own number that the customer never wrote to (OS2)', () => {
    const target = whatsapp({ accountId: 'c', lastIncomingAt: null });
    assert.deepEqual(to([whatsapp({ accountId: 'a' })], 'c'), target);
    assert.equal(leaveVerdict({ kind: 'text' }, target, T0), 'template-only');
    assert.equal(leaveVerdict({ kind: 'template' }, target, T0), 'allowed');
  });

  it('shares the window where own numbers are not told apart', () => {
    assert.equal(to([whatsapp({ accountId: null })], 'c')?.lastIncomingAt, T0 - hour);
    assert.equal(to([whatsapp({ accountId: 'a' })], null)?.lastIncomingAt, T0 - hour);
  });

  it('is the number known from another channel (CO5), or nowhere', () => {
    const sms = aChannel({ channel: 'sms' });
    assert.deepEqual(
      [to([sms], 'c')?.address, to([sms], 'c')?.accountId, to([sms], null)?.accountId],
      [sms.address, 'c', null],
    );
    assert.equal(to([aChannel({ channel: 'telegram', address: 'tg-1' })], 'c'), null);
  });

  it('becomes an address of the conversation, once', () => {
    const target = whatsapp({ accountId: 'c' });
    const next = withAddress(aConversation({ channels: [] }), target);
    assert.deepEqual(next.channels, [target]);
    assert.equal(withAddress(next, target), next);
  });
});

describe('the own number a message goes from', () => {
  const account = { id: 'a', channel: 'sms', name: 'A', address: '3669', branchId: null, active: true } as const;
  const usable = (accountId: string | null, accounts = [account, { ...account, id: 'b', active: false }]): boolean =>
    isUsableSender(accounts, { channel: 'sms', accountId });

  it('is an active one of the channel (OS1)', () => {
    assert.deepEqual([usable('a'), usable('b'), usable('unknown')], [true, false, false]);
  });

  it('is anything where none was chosen, or where the channel has none of its own', () => {
    assert.deepEqual([usable(null), usable('unknown', [])], [true, true]);
  });
});
