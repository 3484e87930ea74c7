import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { seenOf, wroteSince } from '../../src/domain/archiving.ts';
import type { Conversation } from '../../src/domain/model.ts';
import { aConversation } from '../../src/testing/index.ts';

const last = (
  id: string,
  at: number,
  direction: 'incoming' | 'outgoing' = 'incoming',
): Conversation['lastMessage'] => ({
  ...{ id, at, direction, channel: 'sms', text: id, kind: 'text', status: null },
});
const at = (time: number | null): Conversation['channels'] => [
  {
    channel: 'sms',
    accountId: null,
    address: '+31612345001',
    lastIncomingAt: time,
    consent: 'unknown',
    overrides: null,
  },
];
const seen = aConversation({ lastMessage: last('m1', 1000), channels: at(1000) });

describe('archiving over what the customer wrote', () => {
  for (const { title, now, wrote } of [
    { title: 'nothing happened', now: seen, wrote: false },
    { title: 'they wrote again', now: { ...seen, lastMessage: last('m2', 2000), channels: at(2000) }, wrote: true },
    { title: 'they wrote again in the same instant', now: { ...seen, lastMessage: last('m2', 1000) }, wrote: true },
    { title: 'we answered', now: { ...seen, lastMessage: last('m2', 2000, 'outgoing') }, wrote: false },
    {
      title: 'they wrote again and a colleague answered that',
      now: { ...seen, lastMessage: last('m3', 3000, 'outgoing'), channels: at(2000) },
      wrote: true,
    },
    { title: 'their last message was removed', now: { ...seen, lastMessage: last('m0', 500) }, wrote: false },
    { title: 'colleagues tagged it', now: { ...seen, tags: ['invoice'] }, wrote: false },
  ]) {
    it(`[CR18] ${wrote ? 'is held' : 'goes on'} when ${title}`, () =>
      assert.equal(wroteSince(seenOf(seen), now), wrote));
  }

  it('[CR18] is held when the first message arrives in a conversation that we began', () => {
    const begun = aConversation({ lastMessage: null, channels: at(null) });
    assert.equal(wroteSince(seenOf(begun), { ...begun, lastMessage: last('m1', 1), channels: at(1) }), true);
    assert.equal(wroteSince(seenOf(begun), begun), false);
  });
});
