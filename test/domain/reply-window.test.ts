import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultCapabilities } from '../../src/domain/channels.ts';
import type { ReplyWindowRule } from '../../src/domain/model.ts';
import { replyWindow } from '../../src/domain/reply-window.ts';
import { day, hour, T0 } from './samples.ts';

const whatsapp = defaultCapabilities.whatsapp.replyWindow;
const messenger = defaultCapabilities.messenger.replyWindow;
const viber = defaultCapabilities.viber.replyWindow;
const shortTag: ReplyWindowRule = { freeTextMs: day, afterwards: 'nothing', humanAgentMs: hour };

describe('reply window', () => {
  for (const { rule, title, of, elapsed, expected } of [
    { rule: 'RW1', title: 'is open at once', of: whatsapp, elapsed: 0, expected: 'open' },
    {
      rule: 'RW1',
      title: 'is open one millisecond before the limit',
      of: whatsapp,
      elapsed: day - 1,
      expected: 'open',
    },
    { rule: 'RW2', title: 'leaves only templates at the limit', of: whatsapp, elapsed: day, expected: 'template-only' },
    { rule: 'RW2', title: 'leaves only templates later', of: whatsapp, elapsed: 90 * day, expected: 'template-only' },
    { rule: 'RW2', title: 'leaves nothing where there are no templates', of: viber, elapsed: day, expected: 'closed' },
    { rule: 'RW4', title: 'is open for a person after a day', of: messenger, elapsed: day, expected: 'open' },
    { rule: 'RW4', title: 'is open for a person to the end', of: messenger, elapsed: 7 * day - 1, expected: 'open' },
    { rule: 'RW4', title: 'closes for a person after seven days', of: messenger, elapsed: 7 * day, expected: 'closed' },
    { rule: 'RW4', title: 'takes the longer of both windows', of: shortTag, elapsed: 2 * hour, expected: 'open' },
    { rule: 'RW1', title: 'is open when the provider is ahead of us', of: whatsapp, elapsed: -hour, expected: 'open' },
  ])
    it(`[${rule}] ${title}`, () => {
      assert.equal(replyWindow(of, T0, T0 + elapsed).state, expected);
    });

  it('[RW1] says when it closes', () => {
    assert.deepEqual(replyWindow(whatsapp, T0, T0 + hour), { state: 'open', closesAt: T0 + day });
  });

  it('[RW2] says since when it is closed', () => {
    assert.deepEqual(replyWindow(whatsapp, T0, T0 + 2 * day), { state: 'template-only', closedAt: T0 + day });
  });

  it('[RW2] was never open before the customer wrote', () => {
    assert.deepEqual(replyWindow(whatsapp, null, T0), { state: 'template-only', closedAt: null });
    assert.deepEqual(replyWindow(messenger, null, T0), { state: 'closed', closedAt: null });
  });

  for (const kind of ['sms', 'rcs', 'apple', 'telegram', 'x', 'email'] as const)
    it(`[RW5] never closes on ${kind}`, () => {
      assert.deepEqual(replyWindow(defaultCapabilities[kind].replyWindow, null, T0), { state: 'open', closesAt: null });
    });
});
