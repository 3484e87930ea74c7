import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyChange } from '../../src/domain/apply-change.ts';
import { compareConversations } from '../../src/domain/inbox.ts';
import { isSnoozed, sleepsUntil, wakesAt } from '../../src/domain/snooze.ts';
import type { Snooze } from '../../src/domain/model.ts';
import { aChannel, aConversation, hour, T0 } from './samples.ts';

const asleep = (snooze: Snooze, lastIncomingAt: number | null = null) =>
  aConversation({ snooze, channels: [aChannel({ lastIncomingAt })] });
const context = { by: 'Saskia', coWorkerName: () => null, branchName: () => null };

describe('putting aside', () => {
  for (const [title, snooze, lastIncomingAt, expected] of [
    ['[SZ1] until a time', { until: T0 + 1, untilReply: false, since: T0 - hour }, null, true],
    ['[SZ1] no longer at that time', { until: T0, untilReply: false, since: T0 - hour }, null, false],
    ['[SZ1] until a time, whatever is written', { until: T0 + 1, untilReply: false, since: T0 - hour }, T0 - 1, true],
    ['[SZ2] until a reply', { until: null, untilReply: true, since: T0 - hour }, T0 - hour, true],
    ['[SZ2] no longer after a reply', { until: null, untilReply: true, since: T0 - hour }, T0 - hour + 1, false],
    ['[SZ2] until the first of both: time', { until: T0, untilReply: true, since: T0 - hour }, null, false],
    ['[SZ2] until the first of both: reply', { until: T0 + hour, untilReply: true, since: T0 - hour }, T0 - 1, false],
  ] as const)
    it(`${title} sleeps: ${expected ? 'yes' : 'no'}`, () => {
      assert.equal(isSnoozed(asleep(snooze, lastIncomingAt), T0), expected);
    });

  it('[SZ3] says when it wakes by itself', () => {
    assert.equal(wakesAt(asleep({ until: T0 + hour, untilReply: true, since: T0 }), T0), T0 + hour);
    assert.equal(wakesAt(asleep({ until: null, untilReply: true, since: T0 }), T0), null);
    assert.equal(wakesAt(asleep({ until: T0, untilReply: false, since: T0 - 1 }), T0), null);
  });

  it('[SZ7] says until when it sleeps if nobody writes, whatever the time', () => {
    assert.equal(sleepsUntil(asleep({ until: T0, untilReply: true, since: T0 - hour })), T0);
    assert.equal(sleepsUntil(asleep({ until: null, untilReply: true, since: T0 })), Infinity);
    assert.equal(sleepsUntil(asleep({ until: null, untilReply: true, since: T0 }, T0 + 1)), null);
    assert.equal(
      sleepsUntil(aConversation({ state: 'archived', snooze: { until: T0, untilReply: false, since: 0 } })),
      null,
    );
    assert.equal(sleepsUntil(aConversation()), null);
  });

  it('[SZ4] has no meaning in archive and spam, nor for what was never put aside', () => {
    const snooze = { until: T0 + hour, untilReply: false, since: T0 };
    assert.equal(isSnoozed(aConversation({ snooze, state: 'archived' }), T0), false);
    assert.equal(isSnoozed(aConversation({ snooze, state: 'spam' }), T0), false);
    assert.equal(isSnoozed(aConversation(), T0), false);
  });
});

describe('attention', () => {
  for (const pinnedFirst of [false, true])
    it(`[SZ5] orders no list by priority${pinnedFirst ? ', also where pins stand on top' : ''}`, () => {
      const all = [
        aConversation({ id: 'low', priority: 'low', lastActivityAt: 1 }),
        aConversation({ id: 'plain', lastActivityAt: 2 }),
        aConversation({ id: 'urgent', priority: 'urgent', lastActivityAt: 3 }),
        aConversation({ id: 'pinned low', pinned: true, priority: 'low', lastActivityAt: 4 }),
        aConversation({ id: 'pinned high', pinned: true, priority: 'high', lastActivityAt: 5 }),
      ];
      const order = all.toReversed().sort(compareConversations('oldest', pinnedFirst));
      const inOrder = all.map(({ id }) => id);
      const expected = pinnedFirst ? [...inOrder.slice(3), ...inOrder.slice(0, 3)] : inOrder;
      assert.deepEqual(
        order.map(({ id }) => id),
        expected,
      );
    });

  it('[SZ6] makes a new version and no event', () => {
    const snooze = { until: T0 + hour, untilReply: true, since: T0 };
    const changed = applyChange(aConversation(), { snooze, priority: 'urgent', pinned: true }, context);
    assert.deepEqual(changed.events, []);
    assert.deepEqual(changed.conversation, aConversation({ version: 2, snooze, priority: 'urgent', pinned: true }));
  });

  it('[SZ6] changes nothing when it is so already', () => {
    const conversation = aConversation({ snooze: { until: 1, untilReply: true, since: 0 } });
    const edit = { snooze: { until: 1, untilReply: true, since: 0 }, priority: 'normal', pinned: false } as const;
    assert.equal(applyChange(conversation, edit, context).conversation, conversation);
    assert.equal(applyChange(conversation, { snooze: null }, context).conversation.snooze, null);
  });
});
