import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ChannelAccount } from '../../src/domain/model.ts';
import { type SenderChoice, senderChoices } from '../../src/domain/own-sender.ts';
import { type ChosenSender, chosenFor, chosenSender, readChosen, withChosen } from '../../src/domain/sender-memory.ts';
import { aChannel, aConversation, hour, T0 } from './samples.ts';

const account = (id: string, active = true): ChannelAccount => ({
  ...{ id, channel: 'whatsapp', name: id, address: null, branchId: null },
  active,
});
const chosen: ChosenSender = { conversationId: 'c1', channel: 'whatsapp', accountId: 'b', chosenAt: T0 };

/** The choices between `a` and `b`, to which the customer wrote last at these times. */
function choices(a: number | null, b: number | null, isActive = true): readonly SenderChoice[] {
  const whatsapp = (accountId: string, lastIncomingAt: number | null) =>
    aChannel({ channel: 'whatsapp', accountId, lastIncomingAt });
  const target = whatsapp('a', a);
  const conversation = aConversation({ channels: [target, whatsapp('b', b)] });
  return senderChoices(conversation, { accounts: [account('a'), account('b', isActive)], now: T0 + hour, target });
}

const byHand = (all: readonly SenderChoice[], what: ChosenSender | null = chosen): string | undefined =>
  chosenSender(all, what)?.account.id;

describe('an own number chosen by hand', () => {
  it('[OS5] counts, also where the customer wrote to another one before', () => {
    assert.equal(byHand(choices(T0 - hour, null)), 'b');
    assert.equal(byHand(choices(T0 - hour, null), null), undefined);
  });

  it('[OS5] counts until the customer writes to another one', () => {
    assert.equal(byHand(choices(T0 + 1, null)), undefined);
    assert.equal(byHand(choices(T0 + 1, T0 + 2)), 'b');
  });

  it('[OS5] counts on where a conversation does not tell own numbers apart', () => {
    const target = aChannel({ channel: 'whatsapp', lastIncomingAt: T0 + 1 });
    const context = { accounts: [account('a'), account('b')], now: T0 + hour, target };
    assert.equal(byHand(senderChoices(aConversation({ channels: [target] }), context)), 'b');
  });

  it('[OS5] does not count once it is switched off', () => {
    assert.equal(byHand(choices(T0 - hour, null, false)), undefined);
  });

  it('[OS5] is that of one conversation and channel; the last choice counts, and old ones are forgotten', () => {
    const all = withChosen(withChosen([], chosen), { ...chosen, accountId: 'a' });
    assert.deepEqual(all, [{ ...chosen, accountId: 'a' }]);
    assert.equal(chosenFor(all, 'c2', 'whatsapp'), null);
    assert.equal(chosenFor(all, 'c1', 'sms'), null);
    const many = Array.from({ length: 300 }, (_, index) => ({ ...chosen, conversationId: String(index) }));
    const kept = many.reduce(withChosen, all);
    assert.deepEqual([kept.length, kept[0]?.conversationId, chosenFor(kept, 'c1', 'whatsapp')], [200, '299', null]);
  });

  it('[OS5] survives only as what it is', () => {
    assert.deepEqual(readChosen([chosen, null, 'x', { ...chosen, chosenAt: 'now' }, { accountId: 'a' }]), [chosen]);
    assert.deepEqual(readChosen({ chosen }), []);
  });
});
