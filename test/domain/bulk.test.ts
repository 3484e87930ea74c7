import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { applyChange } from '../../src/domain/apply-change.ts';
import { seenOf } from '../../src/domain/archiving.ts';
import { bulkProgress, bulkStep, undoOf } from '../../src/domain/bulk.ts';
import type { BulkAction, BulkResult } from '../../src/domain/bulk.ts';
import type { Conversation, ConversationState } from '../../src/domain/model.ts';
import { aConversation, aMessage, T0 } from './samples.ts';

const settings = { isRequiredToArchive: false };
const message = aMessage();
const context = { by: 'Saskia', coWorkerName: () => null, branchName: () => null, messages: [message] };
const written = aConversation({
  lastMessage: { id: 'm1', direction: 'incoming', channel: 'sms', text: 'Hallo', kind: 'text', at: T0, status: null },
  lastIncomingChannel: 'sms',
});
const unread = { unreadCount: 1, firstUnreadMessageId: 'm1' };

const anyConversation: fc.Arbitrary<Conversation> = fc
  .record({
    owner: fc.constantFrom<readonly [ConversationState, string | null]>(
      ['new', null],
      ['assigned', 'w1'],
      ['assigned', 'w2'],
      ['archived', 'w1'],
      ['archived', null],
      ['spam', null],
    ),
    tags: fc.subarray(['a', 'b', 'c']),
    isUnread: fc.boolean(),
    branchId: fc.constantFrom(null, 'b1'),
  })
  .map(({ owner: [state, coWorkerId], tags, isUnread, branchId }) => ({
    ...written,
    ...(isUnread && unread),
    state,
    coWorkerId,
    tags,
    branchId,
  }));

const anyAction = fc.constantFrom<BulkAction>(
  { type: 'assign', coWorkerId: 'w1' },
  { type: 'assign', coWorkerId: null },
  { type: 'move-branch', branchId: 'b2' },
  { type: 'tag', add: ['a', 'd'], remove: ['b'] },
  { type: 'archive', addTags: ['a'] },
  { type: 'mark-spam' },
  { type: 'mark-read' },
  { type: 'mark-unread' },
  { type: 'snooze', snooze: { until: T0, untilReply: true, since: 0 } },
  { type: 'snooze', snooze: null },
  { type: 'prioritise', priority: 'urgent' },
);

describe('bulk actions', () => {
  it('[BU1] change a conversation exactly when they do not leave it out', () => {
    fc.assert(
      fc.property(anyConversation, anyAction, (conversation, action) => {
        const step = bulkStep(action, conversation, settings);
        if (step.kind === 'skip') assert.equal(step.reason, 'nothing-to-do');
        else assert.notEqual(applyChange(conversation, step.edit, context).conversation, conversation);
      }),
    );
  });

  it('[BU1] leave out what is so already', () => {
    fc.assert(
      fc.property(anyConversation, anyAction, (conversation, action) => {
        const step = bulkStep(action, conversation, settings);
        if (step.kind === 'skip') return;
        const after = applyChange(conversation, step.edit, context).conversation;
        assert.equal(bulkStep(action, after, settings).kind, 'skip');
      }),
    );
  });

  it('[BU1] say why a conversation is left as it is', () => {
    const reason = (action: BulkAction, conversation: Conversation, isRequiredToArchive = false) => {
      const step = bulkStep(action, conversation, { isRequiredToArchive });
      return step.kind === 'skip' ? step.reason : null;
    };
    assert.equal(reason({ type: 'archive', addTags: [] }, aConversation(), true), 'tag-required');
    assert.equal(reason({ type: 'archive', addTags: ['a'] }, aConversation(), true), null);
    assert.equal(reason({ type: 'mark-unread' }, aConversation()), 'nobody-wrote');
    assert.equal(reason({ type: 'mark-spam' }, aConversation({ state: 'spam' })), 'nothing-to-do');
  });

  it('[BU6] leave out what the customer wrote in after the agent looked, and archive the rest', () => {
    const now = {
      ...written,
      lastMessage: {
        ...message,
        id: 'm2',
        direction: 'incoming',
        channel: 'sms',
        text: 'Nog iets',
        kind: 'text',
        at: T0 + 1,
      },
    } as Conversation;
    const archive = (seen: Conversation, conversation: Conversation) =>
      bulkStep({ type: 'archive', addTags: [], seen: [seenOf(seen)] }, conversation, settings);
    assert.deepEqual(archive(written, now), { kind: 'skip', reason: 'customer-wrote' });
    assert.equal(archive(now, now).kind, 'change');
    assert.equal(archive(written, { ...now, id: 'another' }).kind, 'change');
  });

  it('[BU2] take an archived conversation up again by assigning it', () => {
    const archived = aConversation({ state: 'archived', coWorkerId: 'w1' });
    const step = bulkStep({ type: 'assign', coWorkerId: 'w1' }, archived, settings);
    assert.ok(step.kind === 'change');
    const { conversation } = applyChange(archived, step.edit, context);
    assert.deepEqual([conversation.state, conversation.coWorkerId], ['assigned', 'w1']);
  });

  it('[BU3] are taken back so that owner, state, branch, tags and reading are as before', () => {
    fc.assert(
      fc.property(anyConversation, anyAction, (before, action) => {
        const step = bulkStep(action, before, settings);
        if (step.kind === 'skip') return;
        const after = applyChange(before, step.edit, context).conversation;
        const undo = undoOf(before, after);
        assert.equal(undo.ifVersion, after.version);
        const back = applyChange(after, undo.edit, context).conversation;
        const facts = ({ state, coWorkerId, branchId, tags, unreadCount, snooze, priority }: Conversation) => ({
          state,
          coWorkerId,
          branchId,
          tags: [...tags].sort(),
          unreadCount,
          snooze: snooze ?? null,
          priority: priority ?? null,
        });
        assert.deepEqual(facts(back), facts(before));
      }),
    );
  });

  it('[BU4] take reading back by the customer’s last message', () => {
    const before = { ...written, ...unread, unreadCount: 3 };
    const after = { ...written, version: 2 };
    assert.deepEqual(undoOf(before, after).edit, { readUpTo: 'none' });
    assert.deepEqual(undoOf(after, before).edit, { readUpTo: 'm1' });
  });

  it('[BU5] say what became of each', () => {
    const undo = { conversationId: 'a', edit: {}, ifVersion: 1 };
    const results: BulkResult[] = [
      { conversationId: 'a', outcome: 'done', undo },
      { conversationId: 'b', outcome: 'skipped', reason: 'nothing-to-do' },
      { conversationId: 'c', outcome: 'failed', code: 'conflict' },
      { conversationId: 'd', outcome: 'done', undo },
    ];
    assert.deepEqual(bulkProgress(results, 9), { total: 9, done: 2, skipped: 1, failed: 1 });
  });
});
