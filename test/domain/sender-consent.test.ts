import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { channelOptions } from '../../src/domain/channel-choice.ts';
import { consentOf, consentVerdict } from '../../src/domain/consent.ts';
import type { SendPurpose } from '../../src/domain/consent.ts';
import type { ChannelAccount, ConversationChannel } from '../../src/domain/model.ts';
import { outgoingTarget } from '../../src/domain/outgoing-target.ts';
import { defaultSender, hasSenderChoice, senderChoices } from '../../src/domain/own-sender.ts';
import { aChannel, aConversation, hour, T0 } from './samples.ts';

type Consent = ConversationChannel['consent'];
const whatsapp = (changes: Partial<ConversationChannel> = {}): ConversationChannel =>
  aChannel({ channel: 'whatsapp', ...changes });

describe('consent', () => {
  const rows: readonly [readonly Consent[], Consent][] = [
    [[], 'unknown'],
    [['unknown'], 'unknown'],
    [['unknown', 'granted'], 'granted'],
    [['granted', 'denied'], 'denied'],
    [['denied', 'unknown'], 'denied'],
  ];
  for (const [said, expected] of rows)
    it(`[CS1] is ${expected} where numbers of ours heard ${said.join(' and ') || 'nothing'}`, () => {
      const channels = said.map((consent, index) => whatsapp({ consent, accountId: String(index) }));
      assert.equal(consentOf({ channels }, 'whatsapp', '+31612345678'), expected);
    });

  it('[CS1] is asked per channel and address', () => {
    const channels = [whatsapp({ consent: 'denied' })];
    assert.equal(consentOf({ channels }, 'sms', '+31612345678'), 'unknown');
    assert.equal(consentOf({ channels }, 'whatsapp', '+31687654321'), 'unknown');
  });

  const verdicts: readonly [string, Consent, SendPurpose, string][] = [
    ['CS2', 'denied', 'answer', 'denied'],
    ['CS2', 'denied', 'utility', 'denied'],
    ['CS2', 'unknown', 'answer', 'allowed'],
    ['CS2', 'granted', 'marketing', 'allowed'],
    ['CS3', 'unknown', 'marketing', 'confirm'],
    ['CS3', 'unknown', 'utility', 'allowed'],
    ['CS3', 'unknown', 'authentication', 'allowed'],
  ];
  for (const [rule, consent, purpose, expected] of verdicts)
    it(`[${rule}] ${consent}, ${purpose}: ${expected}`, () => {
      assert.equal(consentVerdict(consent, purpose), expected);
    });
});

describe('a channel after a refusal', () => {
  const lastIncomingAt = T0 - hour;
  const reasons = (channels: readonly ConversationChannel[]): string[] =>
    channelOptions(aConversation({ channels }), { now: T0, invitation: true, available: ['sms', 'whatsapp'] }).map(
      ({ id, reason }) => `${id} ${String(reason)}`,
    );

  it('[CS1] is locked, whichever own number heard it', () => {
    const channels = [whatsapp({ accountId: 'a', consent: 'denied' }), whatsapp({ accountId: 'b', lastIncomingAt })];
    assert.deepEqual(reasons(channels), ['sms null', 'whatsapp consent-denied', 'whatsapp-invitation consent-denied']);
  });

  it('[CS1] is open where another address refused', () => {
    const other = whatsapp({ address: '+31687654321', consent: 'denied' });
    assert.deepEqual(reasons([other, whatsapp({ lastIncomingAt })]).slice(1), [
      'whatsapp null',
      'whatsapp-invitation null',
    ]);
  });
});

describe('the own number to write from', () => {
  const account = (id: string, changes: Partial<ChannelAccount> = {}): ChannelAccount => ({
    id,
    channel: 'whatsapp',
    name: id,
    address: '+31201234567',
    branchId: null,
    active: true,
    ...changes,
  });
  const target = whatsapp();
  const choose = (channels: readonly ConversationChannel[], accounts: readonly ChannelAccount[], to = target) => {
    const conversation = aConversation({ channels });
    const choices = senderChoices(conversation, { accounts, now: T0, target: to });
    return { choices, first: defaultSender(choices, conversation)?.account.id ?? null };
  };

  it('[OS1] is one of the channel’s', () => {
    const { choices } = choose([], [account('a'), account('s', { channel: 'sms' }), account('b')]);
    assert.deepEqual(
      choices.map((choice) => choice.account.id),
      ['a', 'b'],
    );
  });

  it('[OS1] is asked for only where there are several', () => {
    assert.equal(hasSenderChoice([account('a'), account('b')], 'whatsapp'), true);
    assert.equal(hasSenderChoice([account('a'), account('b', { active: false })], 'whatsapp'), false);
    assert.equal(hasSenderChoice([account('a'), account('b')], 'sms'), false);
  });

  const wroteTo = (accountId: string | null, agoHours: number, consent: Consent = 'unknown') =>
    whatsapp({ accountId, lastIncomingAt: T0 - agoHours * hour, consent });

  it('[OS2] has the window that the customer opened there, and no other', () => {
    const channels = [wroteTo('a', 1), wroteTo('b', 30)];
    const { choices } = choose(
      channels,
      ['a', 'b', 'c'].map((id) => account(id)),
      channels[0],
    );
    assert.deepEqual(
      choices.map(({ window, reason, target: { accountId } }) => [accountId, window.state, reason]),
      [
        ['a', 'open', null],
        ['b', 'template-only', 'window-closed'],
        ['c', 'template-only', 'window-closed'],
      ],
    );
  });

  it('[OS2] goes to the address that wrote to it, as the backend sends', () => {
    const other = whatsapp({ accountId: 'b', address: '+31687654321', lastIncomingAt: T0 - 2 * hour });
    const channels = [wroteTo('a', 1), other];
    const { choices } = choose(
      channels,
      ['a', 'b'].map((id) => account(id)),
      channels[0],
    );
    for (const { account: sender, target: shown } of choices)
      assert.deepEqual(
        shown,
        outgoingTarget(aConversation({ channels }), { channel: 'whatsapp', accountId: sender.id }),
      );
    assert.deepEqual([choices[1]?.target.address, choices[1]?.window.state], ['+31687654321', 'open']);
  });

  it('[OS2] shares the window where the backend does not tell own numbers apart', () => {
    const { choices } = choose([wroteTo(null, 1)], [account('a')], wroteTo(null, 1));
    assert.deepEqual([choices[0]?.window.state, choices[0]?.target.accountId], ['open', 'a']);
  });

  const firsts: readonly [string, readonly ConversationChannel[], readonly ChannelAccount[], string | null][] = [
    ['the one the customer wrote to last', [wroteTo('a', 9), wroteTo('b', 1)], [account('a'), account('b')], 'b'],
    ['the branch’s', [], [account('a'), account('b', { branchId: 'b1' })], 'b'],
    ['the first', [], [account('a'), account('b', { branchId: 'b2' })], 'a'],
    ['an active one', [wroteTo('a', 1)], [account('a', { active: false }), account('b')], 'b'],
    ['none', [], [account('a', { active: false })], null],
  ];
  for (const [title, channels, accounts, expected] of firsts)
    it(`[OS3] is ${title} to begin with`, () => {
      assert.equal(choose(channels, accounts).first, expected);
    });

  it('[CS1] is locked where the customer refused, whichever number heard it', () => {
    const { choices } = choose([wroteTo('a', 1, 'denied')], [account('a'), account('b')]);
    assert.deepEqual(
      choices.map(({ reason }) => reason),
      ['consent-denied', 'consent-denied'],
    );
  });

  const senders: readonly [Partial<ChannelAccount>, boolean][] = [
    [{ channel: 'sms', address: 'DeVries' }, false],
    [{ channel: 'sms', address: '+31612345678' }, true],
    [{ channel: 'sms', address: '3669' }, true],
    [{ channel: 'sms', address: null }, true],
    [{ channel: 'messenger', address: 'page' }, true],
  ];
  for (const [changes, expected] of senders)
    it(`[OS4] ${String(changes.channel)} from ${String(changes.address)} ${expected ? 'can' : 'cannot'} be answered`, () => {
      const to = aChannel({ channel: changes.channel ?? 'sms' });
      assert.equal(choose([], [account('a', changes)], to).choices[0]?.canReceive, expected);
    });
});
