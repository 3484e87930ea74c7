import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { matchesFilters } from '../../src/domain/inbox.ts';
import {
  applyCountChange,
  countGroups,
  countTabs,
  inboxTabs,
  isInTab,
  noCounts,
  queryInTab,
  tabQuery,
  tabsOf,
} from '../../src/domain/inbox-tabs.ts';
import type { Conversation, ConversationState } from '../../src/domain/model.ts';
import type { ConversationQuery } from '../../src/domain/queries.ts';
import { aConversation, agent } from './samples.ts';

const everything: ConversationQuery = { scope: { kind: 'all' }, sort: 'oldest' };

const anyConversation = fc
  .record({
    id: fc.constantFrom('c1', 'c2', 'c3', 'c4'),
    state: fc.constantFrom<ConversationState>('new', 'assigned', 'archived', 'spam'),
    coWorkerId: fc.constantFrom(null, 'w1', 'w2'),
    unreadCount: fc.nat(2),
  })
  .map((changes) => aConversation(changes));

describe('tabs of the inbox', () => {
  for (const [title, changes, expected] of [
    ['[IT1] new', {}, ['new', 'all']],
    ['[IT1] mine', { state: 'assigned', coWorkerId: 'w1' }, ['assigned-to-me', 'assigned', 'all']],
    ['[IT1] a colleague’s', { state: 'assigned', coWorkerId: 'w2' }, ['assigned', 'all']],
    ['[IT2] archived by me', { state: 'archived', coWorkerId: 'w1' }, ['all', 'archived']],
    ['[IT2] spam', { state: 'spam' }, ['spam']],
  ] as const satisfies readonly (readonly [string, Partial<Conversation>, readonly string[]])[])
    it(`${title} stands in ${expected.join(', ')}`, () => {
      assert.deepEqual(tabsOf(aConversation(changes), 'w1'), expected);
    });

  it('[IT1] asks a backend for exactly what stands in a tab', () => {
    fc.assert(
      fc.property(anyConversation, fc.constantFrom(...inboxTabs), (conversation, tab) => {
        const query = { ...everything, ...tabQuery(tab, agent.id) };
        assert.equal(matchesFilters(query, conversation, agent), isInTab(tab, conversation, agent.id));
      }),
    );
  });

  it('[IT4] counts groups as it counts the conversations in them', () => {
    fc.assert(
      fc.property(fc.array(anyConversation, { maxLength: 20 }), (conversations) => {
        const groups = conversations.map(({ state, coWorkerId, unreadCount }) => {
          return { state, coWorkerId, total: 1, unread: unreadCount > 0 ? 1 : 0 };
        });
        assert.deepEqual(countGroups(groups, 'w1'), countTabs(conversations, 'w1'));
      }),
    );
  });

  it('[IT3] narrows by tab and filter together', () => {
    const anyFilter = fc.record<Pick<ConversationQuery, 'states' | 'coWorkerIds'>>(
      {
        states: fc.subarray<ConversationState>(['new', 'assigned', 'archived', 'spam']),
        coWorkerIds: fc.subarray<string | null>([null, 'w1', 'w2']),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(anyConversation, fc.constantFrom(...inboxTabs), anyFilter, (conversation, tab, filter) => {
        const query = { ...everything, ...filter };
        assert.equal(
          matchesFilters(queryInTab(query, tab, agent.id), conversation, agent),
          matchesFilters(query, conversation, agent) && isInTab(tab, conversation, agent.id),
        );
      }),
    );
  });
});

describe('counts of the tabs', () => {
  it('[IT4] are after any changes what counting everything gives', () => {
    const anyStep = fc.record({ next: anyConversation, isGone: fc.boolean() });
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 30 }), (steps) => {
        const stored = new Map<string, Conversation>();
        let counts = noCounts;
        for (const { next, isGone } of steps) {
          const before = stored.get(next.id) ?? null;
          const after = isGone ? null : next;
          counts = applyCountChange(counts, { before, after }, agent.id);
          if (after) stored.set(next.id, after);
          else stored.delete(next.id);
          assert.deepEqual(counts, countTabs(stored.values(), agent.id));
        }
      }),
    );
  });

  it('[IT4] stay the same object when nothing of them changed', () => {
    const before = aConversation({ tags: ['a'] });
    const counts = countTabs([before], 'w1');
    assert.equal(applyCountChange(counts, { before, after: { ...before, tags: [] } }, 'w1'), counts);
  });

  it('[IT4] count what is unread apart', () => {
    const counts = countTabs([aConversation({ unreadCount: 3 }), aConversation({ id: 'c2' })], 'w1');
    assert.deepEqual(counts.new, { total: 2, unread: 1 });
    assert.deepEqual(counts.spam, { total: 0, unread: 0 });
  });
});
