import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bucketCounts, bucketFilters, type Cue, cueFilter, cues } from '../../src/domain/cues.ts';
import { matchesFilters } from '../../src/domain/inbox.ts';
import type { Conversation } from '../../src/domain/model.ts';
import { waitingBucket, type WaitingBucket } from '../../src/domain/waiting-targets.ts';
import { aConversation, aCoWorker, aRecipientSummary } from '../../src/testing/index.ts';

const now = 1_800_000_000_000;
const target = { dangerMs: 60_000, lateMs: 120_000 };
const agent = aCoWorker();
const all = { scope: { kind: 'all' }, sort: 'newest' } as const;

function cuesOf(fields: Partial<Conversation>): readonly Cue[] {
  const quiet = { state: 'assigned', coWorkerId: 'a', branchId: 'b', unreadCount: 0, waitingSince: null } as const;
  const conversation = aConversation({ recipient: aRecipientSummary({ kind: 'contact' }), ...quiet, ...fields });
  return cues.filter((cue) => matchesFilters({ ...all, ...cueFilter(cue, target, now) }, conversation, agent));
}

describe('cues', () => {
  for (const [what, fields, expected] of [
    ['in order', {}, []],
    ['nobody’s', { state: 'new', coWorkerId: null }, ['unassigned']],
    ['from a stranger', { recipient: aRecipientSummary({ kind: 'unmatched' }) }, ['unmatched']],
    ['of no branch', { branchId: null }, ['without-branch']],
    ['waiting to the limit', { waitingSince: now - target.lateMs }, ['too-late']],
    ['waiting just not so long', { waitingSince: now - target.lateMs + 1 }, []],
    ['unread', { unreadCount: 2 }, ['unread']],
    [
      'wrong in every way',
      { coWorkerId: null, branchId: null, unreadCount: 1 },
      ['unassigned', 'without-branch', 'unread'],
    ],
    ['archived', { state: 'archived', coWorkerId: null, branchId: null, unreadCount: 1 }, []],
    ['spam', { state: 'spam', coWorkerId: null, branchId: null, unreadCount: 1 }, []],
  ] as const)
    it(`[CU1] [E2] a conversation ${what} has ${expected.length === 0 ? 'none' : expected.join(', ')}`, () =>
      assert.deepEqual(cuesOf(fields), expected));

  it('[CU2] [E6] counts the customers in each bucket as each conversation alone would say', () => {
    const waits = [0, 1, 59_999, 60_000, 60_001, 119_999, 120_000, 9_999_999];
    const conversations = waits.map((ms) => aConversation({ state: 'assigned', waitingSince: now - ms }));
    const counts = bucketFilters(target, now).map(
      (filter) => conversations.filter((one) => matchesFilters({ ...all, ...filter }, one, agent)).length,
    );
    const alone: Record<WaitingBucket, number> = { 'on-time': 0, danger: 0, 'too-late': 0 };
    for (const conversation of conversations) alone[waitingBucket(conversation, target, now) ?? 'on-time'] += 1;
    assert.deepEqual(bucketCounts(counts), alone);
  });

  it('[CU2] says nothing where a count is missing', () => {
    assert.equal(bucketCounts([3, null, 1]), null);
    assert.equal(bucketCounts([]), null);
  });
});
