import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { replyWindow } from '../../src/domain/reply-window.ts';
import { capabilitiesOf } from '../../src/domain/channels.ts';
import { applyIncoming, applyMessageChange, applyOutgoing } from '../../src/domain/conversation-rules.ts';
import type { Author, Conversation, ConversationChannel, ConversationState, Message } from '../../src/domain/model.ts';
import { aChannel, aConversation, aMessage, day, hour, T0, text } from './samples.ts';

function incoming(id: string, at: number, changes: Partial<Message> = {}): Message {
  return aMessage({ id, at, content: text(id), ...changes });
}

function outgoing(id: string, at: number, changes: Partial<Message> = {}): Message {
  return aMessage({ id, at, direction: 'outgoing', content: text(id), ...changes });
}

const empty = aConversation({ lastActivityAt: 0 });

describe('applyIncoming', () => {
  it('[CR11] counts, shows and waits for a first message', () => {
    const after = applyIncoming(empty, incoming('m1', T0));
    assert.deepEqual(after, {
      ...empty,
      version: 2,
      lastActivityAt: T0,
      lastIncomingChannel: 'sms',
      usedChannels: ['sms'],
      channels: [aChannel({ lastIncomingAt: T0 })],
      unreadCount: 1,
      firstUnreadMessageId: 'm1',
      waitingSince: T0,
      lastMessage: after.lastMessage,
    });
    assert.equal(after.lastMessage?.text, 'm1');
  });

  it('[CR11] keeps the first unread and the oldest wait while more comes in', () => {
    const after = applyIncoming(applyIncoming(empty, incoming('m1', T0)), incoming('m2', T0 + hour));
    assert.deepEqual(
      [after.unreadCount, after.firstUnreadMessageId, after.waitingSince, after.lastMessage?.id],
      [2, 'm1', T0, 'm2'],
    );
  });

  it('[CR9] shows the later of two messages of one moment', () => {
    const after = applyIncoming(applyIncoming(empty, incoming('m1', T0)), incoming('m2', T0));
    assert.equal(after.lastMessage?.id, 'm2');
  });

  it('[CR9] moves nothing back when an older message arrives late', () => {
    const before = applyIncoming(empty, incoming('m2', T0));
    const after = applyIncoming(before, incoming('m1', T0 - 9 * day));
    assert.equal(after.lastMessage?.id, 'm2');
    assert.equal(after.lastActivityAt, T0);
    assert.equal(after.unreadCount, 2);
  });

  it('[RW6] leaves the window where it is when an older message arrives late', () => {
    const before = applyIncoming(empty, incoming('m2', T0, { channel: 'whatsapp' }));
    const after = applyIncoming(before, incoming('m1', T0 - day, { channel: 'whatsapp' }));
    assert.deepEqual(after.channels, before.channels);
  });

  it('[CR11] waits since the late message, for it has no answer either', () => {
    const after = applyIncoming(applyIncoming(empty, incoming('m2', T0)), incoming('m1', T0 - hour));
    assert.equal(after.waitingSince, T0 - hour);
  });

  it('[CR10] keeps the channel of the newer message', () => {
    const before = applyIncoming(empty, incoming('m2', T0, { channel: 'whatsapp' }));
    assert.equal(before.lastIncomingChannel, 'whatsapp');
    assert.equal(applyIncoming(before, incoming('m1', T0 - 1)).lastIncomingChannel, 'whatsapp');
    assert.equal(applyIncoming(before, incoming('m3', T0)).lastIncomingChannel, 'sms');
  });

  it('[RW1] opens the window by the provider’s time', () => {
    const [, whatsapp = aChannel()] = applyIncoming(empty, incoming('m1', T0, { channel: 'whatsapp' })).channels;
    const { replyWindow: rule } = capabilitiesOf(whatsapp);
    assert.deepEqual(replyWindow(rule, whatsapp.lastIncomingAt, T0 + 1), { state: 'open', closesAt: T0 + day });
  });

  const known = 'sms +31612345678';
  for (const [title, channels, message, address, expected] of [
    ['its channel', [aChannel()], {}, null, [known]],
    [
      'a new channel with the number known',
      [aChannel()],
      { channel: 'whatsapp' },
      null,
      ['-', 'whatsapp +31612345678'],
    ],
    ['a new channel with the sender’s address', [], { channel: 'telegram' }, '99', ['telegram 99']],
    ['no channel without any address', [], { channel: 'telegram' }, null, []],
    ['no Telegram id that is a phone number', [aChannel()], { channel: 'telegram' }, null, ['-']],
    [
      'the channel of the own number',
      [aChannel({ accountId: 'a' }), aChannel({ accountId: 'b' })],
      { accountId: 'b' },
      null,
      ['-', known],
    ],
    [
      'the channel of the sender’s address',
      [aChannel({ address: '+1' }), aChannel()],
      {},
      '+31612345678',
      ['-', known],
    ],
    ['a channel that had no own number yet', [aChannel()], { accountId: 'b' }, null, [known]],
    ['another own number as another channel', [aChannel({ accountId: 'a' })], { accountId: 'b' }, null, ['-', known]],
    ['no channel for a message without one', [aChannel()], { channel: null }, null, ['-']],
  ] as const satisfies readonly (readonly [string, readonly ConversationChannel[], Partial<Message>, ...unknown[]])[])
    it(`[RW1] marks ${title}`, () => {
      const after = applyIncoming({ ...empty, channels }, incoming('m1', T0, message), address);
      const marked = after.channels.map((used) =>
        used.lastIncomingAt === T0 ? `${used.channel} ${used.address}` : '-',
      );
      assert.deepEqual(marked, expected);
    });

  it('[RW1] remembers the own number a channel turned out to use', () => {
    const after = applyIncoming(empty, incoming('m1', T0, { accountId: 'b' }));
    assert.deepEqual(after.channels, [aChannel({ accountId: 'b', lastIncomingAt: T0 })]);
  });

  for (const [rule, state, waits] of [
    ['CR11', 'new', true],
    ['CR11', 'assigned', true],
    ['CR6', 'spam', false],
    ['CR5', 'archived', false],
  ] as const satisfies readonly (readonly [string, ConversationState, boolean])[])
    it(`[${rule}] stays ${state} and ${waits ? 'waits' : 'does not wait'}`, () => {
      const after = applyIncoming({ ...empty, state }, incoming('m1', T0));
      assert.deepEqual([after.state, after.waitingSince, after.unreadCount], [state, waits ? T0 : null, 1]);
    });

  it('[CR6] gives spam no owner', () => {
    assert.equal(applyIncoming({ ...empty, state: 'spam' }, incoming('m1', T0)).coWorkerId, null);
  });

  it('[CR9] ends the same in whatever order messages arrive', () => {
    const list = fc
      .uniqueArray(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 8 })
      .chain((times) => fc.tuple(fc.constant(times), fc.shuffledSubarray(times, { minLength: times.length })));
    const apply = (times: readonly number[]): Conversation =>
      times.reduce<Conversation>(
        (conversation, at) =>
          applyIncoming(conversation, incoming(`m${at}`, at, { channel: at % 2 ? 'sms' : 'whatsapp' })),
        { ...empty, channels: [aChannel(), aChannel({ channel: 'whatsapp' })] },
      );
    fc.assert(
      fc.property(list, ([times, otherwise]) => {
        assert.deepEqual(
          { ...apply(times), firstUnreadMessageId: null },
          { ...apply(otherwise), firstUnreadMessageId: null },
        );
      }),
    );
  });
});

describe('applyOutgoing', () => {
  const waiting = applyIncoming(empty, incoming('m1', T0));

  it('[CR11] answers everything with a co-worker’s message', () => {
    const after = applyOutgoing(waiting, outgoing('m2', T0 + hour));
    assert.equal(after.waitingSince, null);
    assert.deepEqual([after.lastMessage?.id, after.lastActivityAt, after.version], ['m2', T0 + hour, 3]);
  });

  it('[CR11] answers also when the provider’s clock is ahead of ours', () => {
    assert.equal(applyOutgoing(waiting, outgoing('m2', T0 - 1)).waitingSince, null);
  });

  for (const kind of ['bot', 'system', 'campaign'] as const)
    it(`[CR11] still waits after a message of a ${kind}`, () => {
      const author: Author = { kind, id: null, name: kind };
      assert.equal(applyOutgoing(waiting, outgoing('m2', T0 + 1, { author })).waitingSince, T0);
    });

  it('[IN10] has been on each channel that a message went in or out on, not where a note or an event stands', () => {
    const start: Conversation = { ...empty, usedChannels: [] };
    const heard = applyIncoming(start, incoming('m1', T0));
    const answered = applyOutgoing(heard, outgoing('m2', T0 + hour, { channel: 'whatsapp' }));
    const noted = applyOutgoing(answered, aMessage({ id: 'n1', direction: 'note', channel: null, at: T0 + hour }));
    const again = applyIncoming(noted, incoming('m3', T0 + 2 * hour));
    assert.deepEqual(
      [start, heard, answered, noted, again].map(({ usedChannels }) => usedChannels),
      [[], ['sms'], ['sms', 'whatsapp'], ['sms', 'whatsapp'], ['sms', 'whatsapp']],
    );
  });

  it('[RW3] never moves the window', () => {
    const after = applyOutgoing(waiting, outgoing('m2', T0 + hour));
    assert.equal(after.channels, waiting.channels);
    assert.equal(after.lastIncomingChannel, 'sms');
  });

  it('leaves reading to the reader', () => {
    const after = applyOutgoing(waiting, outgoing('m2', T0 + hour));
    assert.deepEqual([after.unreadCount, after.firstUnreadMessageId], [1, 'm1']);
  });

  it('[CR9] does not show an older message of another system', () => {
    assert.equal(applyOutgoing(waiting, outgoing('m0', T0 - hour)).lastMessage?.id, 'm1');
  });

  it('[CR16] is active by a note but shows and answers nothing', () => {
    const after = applyOutgoing(waiting, aMessage({ id: 'n1', direction: 'note', at: T0 + hour }));
    assert.deepEqual(after, { ...waiting, version: 3, lastActivityAt: T0 + hour });
  });

  it('[CR16] is not changed by an event', () => {
    assert.equal(applyOutgoing(waiting, aMessage({ direction: 'event', at: T0 + hour })), waiting);
  });

  it('takes a customer’s message for what it is', () => {
    const next = incoming('m2', T0 + 1);
    assert.deepEqual(applyOutgoing(waiting, next), applyIncoming(waiting, next));
  });
});

describe('applyMessageChange', () => {
  const sent = outgoing('m1', T0, { status: 'sent' });
  const conversation = applyOutgoing(empty, sent);

  it('shows the new status of the last message', () => {
    const after = applyMessageChange(conversation, { ...sent, status: 'failed' });
    assert.deepEqual([after.lastMessage?.status, after.version], ['failed', 3]);
  });

  it('shows nothing of a last message that was deleted', () => {
    assert.equal(applyMessageChange(conversation, { ...sent, deletedAt: T0 }).lastMessage?.text, '');
  });

  for (const [title, message] of [
    ['another message', { ...sent, id: 'm0', status: 'failed' }],
    ['nothing that a list shows', { ...sent, version: 9, statusTimes: { sent: T0 } }],
  ] as const satisfies readonly (readonly [string, Message])[])
    it(`stays the same object for ${title}`, () => {
      assert.equal(applyMessageChange(conversation, message), conversation);
    });
});
