import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { channelOptions, channelTarget, channelWindow, defaultOption } from '../../src/domain/channel-choice.ts';
import { channelKinds } from '../../src/domain/channel-kinds.ts';
import type { ChannelContext } from '../../src/domain/channel-choice.ts';
import type { ChannelKind, ConversationChannel } from '../../src/domain/model.ts';
import { aChannel, aConversation, day, hour, T0 } from './samples.ts';

const context: ChannelContext = { now: T0, invitation: true, available: ['sms', 'whatsapp'] };
const sms = aChannel();
const openWhatsapp = aChannel({ channel: 'whatsapp', lastIncomingAt: T0 - hour });
const closedWhatsapp = aChannel({ channel: 'whatsapp', lastIncomingAt: T0 - day });
const messenger = aChannel({ channel: 'messenger', address: '123', lastIncomingAt: T0 - hour });

/** `sms+ whatsapp:window-closed`: each choice with `+` or the reason against it. */
function choices(channels: readonly ConversationChannel[], changes: Partial<ChannelContext> = {}): string {
  return channelOptions(aConversation({ channels }), { ...context, ...changes })
    .map(({ id, reason }) => (reason === null ? `${id}+` : `${id}:${reason}`))
    .join(' ');
}

describe('channelOptions', () => {
  for (const [rule, title, channels, changes, expected] of [
    [
      'CO1',
      'offers all three while the window is open',
      [sms, openWhatsapp],
      {},
      'sms+ whatsapp+ whatsapp-invitation+',
    ],
    ['CO1', 'offers SMS to a WhatsApp number', [openWhatsapp], {}, 'sms+ whatsapp+ whatsapp-invitation+'],
    [
      'CO1',
      'offers what the customer used besides',
      [sms, messenger],
      { available: ['sms', 'messenger', 'telegram'] },
      'sms+ messenger+',
    ],
    ['CO1', 'offers nothing without any address', [], { available: [] }, ''],
    ['CO4', 'names the closed window', [sms, closedWhatsapp], {}, 'sms+ whatsapp:window-closed whatsapp-invitation+'],
    ['CO4', 'names WhatsApp never used', [sms], {}, 'sms+ whatsapp:must-be-started-by-customer whatsapp-invitation+'],
    [
      'CO4',
      'names the missing number',
      [messenger],
      { available: ['sms', 'whatsapp', 'messenger'] },
      'sms:no-address whatsapp:no-address whatsapp-invitation:no-address messenger+',
    ],
    [
      'CO4',
      'names the missing consent',
      [{ ...sms, consent: 'denied' }, openWhatsapp],
      {},
      'sms:consent-denied whatsapp+ whatsapp-invitation:consent-denied',
    ],
    [
      'CO4',
      'names what the backend cannot send',
      [sms, messenger],
      {},
      'sms+ whatsapp:must-be-started-by-customer whatsapp-invitation+ messenger:not-available',
    ],
    ['CO3', 'has no invitation without WhatsApp', [sms], { available: ['sms'] }, 'sms+'],
    ['CO3', 'has no invitation without SMS', [openWhatsapp], { available: ['whatsapp'] }, 'whatsapp+'],
    [
      'CO3',
      'says when no invitation is configured',
      [sms, openWhatsapp],
      { invitation: false },
      'sms+ whatsapp+ whatsapp-invitation:not-configured',
    ],
    [
      'CO3',
      'invites nobody who refused WhatsApp',
      [sms, { ...openWhatsapp, consent: 'denied' }],
      {},
      'sms+ whatsapp:consent-denied whatsapp-invitation:consent-denied',
    ],
    [
      'RW7',
      'lets the business start on RCS and Viber',
      [sms],
      { available: ['sms', 'viber', 'rcs'] },
      'sms+ viber+ rcs+',
    ],
    [
      'RW7',
      'keeps to the session once there was one',
      [aChannel({ channel: 'viber', lastIncomingAt: T0 - day })],
      { available: ['viber'] },
      'viber:window-closed',
    ],
  ] as const satisfies readonly (readonly [
    string,
    string,
    readonly ConversationChannel[],
    Partial<ChannelContext>,
    string,
  ])[])
    it(`[${rule}] ${title}`, () => {
      assert.equal(choices(channels, changes), expected);
    });

  it('[CO3] sends the invitation as a text message to the same number', () => {
    const options = channelOptions(aConversation({ channels: [sms, closedWhatsapp] }), context);
    const invitation = options.find(({ id }) => id === 'whatsapp-invitation');
    assert.ok(invitation);
    assert.deepEqual(invitation, { ...options[0], id: 'whatsapp-invitation' });
    assert.deepEqual([invitation.channel, invitation.target], ['sms', sms]);
  });

  it('[CO4] carries the window, so that it can be counted down', () => {
    const [, whatsapp] = channelOptions(aConversation({ channels: [sms, openWhatsapp] }), context);
    assert.deepEqual(whatsapp?.window, { state: 'open', closesAt: T0 - hour + day });
  });

  it('[CO4] has the window of the channel even without an address', () => {
    const available: readonly ChannelKind[] = ['sms', 'whatsapp', 'messenger'];
    const options = channelOptions(aConversation({ channels: [messenger] }), { ...context, available });
    assert.deepEqual(
      options.map(({ window }) => window.state),
      ['closed', 'template-only', 'closed', 'open'],
    );
  });

  it('[CH11] obeys the account', () => {
    const free = { freeTextMs: null, afterwards: 'nothing', humanAgentMs: null } as const;
    assert.equal(choices([sms, { ...closedWhatsapp, overrides: { replyWindow: free } }]).split(' ')[1], 'whatsapp+');
  });

  it('[CO4] is enabled exactly without a reason, and then has an open window and an address', () => {
    const channels = fc.array(
      fc
        .record({
          channel: fc.constantFrom(...channelKinds),
          lastIncomingAt: fc.option(fc.integer({ min: T0 - 9 * day, max: T0 })),
          consent: fc.constantFrom('granted', 'denied', 'unknown'),
        })
        .map(aChannel),
    );
    const available = fc.subarray<ChannelKind>([...channelKinds]);
    fc.assert(
      fc.property(channels, available, fc.boolean(), (used, kinds, invitation) => {
        const conversation = aConversation({ channels: used });
        const options = channelOptions(conversation, { now: T0, invitation, available: kinds });
        assert.equal(new Set(options.map(({ id }) => id)).size, options.length);
        for (const { enabled, reason, window, target } of options) {
          assert.equal(enabled, reason === null);
          if (enabled) assert.ok(window.state === 'open' && target !== null && target.consent !== 'denied');
        }
        const chosen = defaultOption(options, conversation);
        assert.equal(
          chosen?.enabled ?? false,
          options.some(({ id, enabled }) => enabled && id !== 'whatsapp-invitation'),
        );
      }),
    );
  });
});

describe('channelWindow', () => {
  for (const [channel, expected] of [
    ['sms', { state: 'open', closesAt: null }],
    ['whatsapp', { state: 'template-only', closedAt: null }],
    ['viber', { state: 'open', closesAt: null }],
    ['messenger', { state: 'closed', closedAt: null }],
    ['apple', { state: 'closed', closedAt: null }],
  ] as const)
    it(`[RW7] decides by who may start before the first message on ${channel}`, () => {
      assert.deepEqual(channelWindow(aChannel({ channel }), T0), expected);
    });

  it('[RW7] leaves it to the window afterwards', () => {
    assert.deepEqual(channelWindow(closedWhatsapp, T0), { state: 'template-only', closedAt: T0 });
    assert.deepEqual(channelWindow(aChannel({ channel: 'apple', lastIncomingAt: 0 }), T0).state, 'open');
  });
});

describe('channelTarget', () => {
  const first = aChannel({ address: '+1', lastIncomingAt: 1 });
  const later = aChannel({ address: '+2', lastIncomingAt: 2, accountId: 'a' });
  for (const [title, channels, kind, expected] of [
    ['the address used last, wherever it stands', [later, first], 'sms', later],
    ['the address used last', [first, later, aChannel({ address: '+3' })], 'sms', later],
    [
      'the first when none was used',
      [aChannel({ address: '+3' }), aChannel({ address: '+4' })],
      'sms',
      aChannel({ address: '+3' }),
    ],
    [
      'the phone number of another channel',
      [messenger, later],
      'whatsapp',
      aChannel({ channel: 'whatsapp', address: '+2' }),
    ],
    ['no phone number for Telegram', [later], 'telegram', null],
    ['nothing without a phone number', [messenger], 'sms', null],
  ] as const satisfies readonly (readonly [
    string,
    readonly ConversationChannel[],
    ChannelKind,
    ConversationChannel | null,
  ])[])
    it(`[CO5] takes ${title}`, () => {
      assert.deepEqual(channelTarget(aConversation({ channels }), kind), expected);
    });
});

describe('defaultOption', () => {
  for (const [title, channels, lastIncomingChannel, expected] of [
    ['the channel used last', [sms, openWhatsapp], 'whatsapp', 'whatsapp'],
    ['SMS when that was used last, though WhatsApp is open', [sms, openWhatsapp], 'sms', 'sms'],
    ['WhatsApp while it is open', [sms, openWhatsapp], null, 'whatsapp'],
    ['SMS when the window closed', [sms, closedWhatsapp], 'whatsapp', 'sms'],
    ['SMS for a customer who never wrote', [sms], null, 'sms'],
    ['WhatsApp when the last one cannot be used', [sms, openWhatsapp, messenger], 'messenger', 'whatsapp'],
    [
      'the locked one used last when nothing can be used',
      [{ ...sms, consent: 'denied' }, closedWhatsapp],
      'whatsapp',
      'whatsapp',
    ],
    ['the first when nothing can be used', [{ ...sms, consent: 'denied' }], null, 'sms'],
    ['whatever can be used', [{ ...sms, consent: 'denied' }, aChannel({ channel: 'rcs' })], null, 'rcs'],
  ] as const satisfies readonly (readonly [string, readonly ConversationChannel[], ChannelKind | null, string])[])
    it(`[CO2] begins with ${title}`, () => {
      const conversation = aConversation({ channels, lastIncomingChannel });
      const available = [
        'sms',
        'whatsapp',
        ...channels.map(({ channel }) => channel).filter((kind) => kind === 'rcs'),
      ] as const;
      const offered = channelOptions(conversation, { ...context, available });
      assert.equal(defaultOption(offered, conversation)?.id, expected);
    });

  it('[CO2] is nothing without choices', () => {
    assert.equal(defaultOption([], aConversation()), null);
  });
});
