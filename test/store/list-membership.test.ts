import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compareConversations, matchesQuery } from '../../src/domain/inbox.ts';
import { inboxTabs, queryInTab } from '../../src/domain/inbox-tabs.ts';
import type { Conversation, ConversationState } from '../../src/domain/model.ts';
import type { ConversationQuery, ConversationSort } from '../../src/domain/queries.ts';
import { ConversationWindow } from '../../src/store/conversation-window.ts';
import { aConversation, aCoWorker } from '../../src/testing/index.ts';

const now = 25;
const agent = aCoWorker({ id: 'sanne', branchId: 'utrecht' });
const sorts: readonly ConversationSort[] = ['oldest', 'newest', 'shortest-wait', 'longest-wait'];
const states: readonly ConversationState[] = ['new', 'assigned', 'archived', 'spam'];

/** The same numbers for the same seed. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * sides);
  };
}

/** A backend that is nothing but an array. */
class Reference {
  readonly all = new Map<string, Conversation>();

  list(query: ConversationQuery): readonly Conversation[] {
    return [...this.all.values()]
      .filter((conversation) => matchesQuery(query, conversation, agent, now))
      .sort(compareConversations(query.sort, query.pinnedFirst));
  }
}

function pick<T>(roll: (sides: number) => number, from: readonly T[]): T {
  const one = from[roll(from.length)];
  if (one === undefined) throw new Error('nothing to pick from');
  return one;
}

/** A conversation as it may be after somebody did something to it. */
function changed(roll: (sides: number) => number, id: string, version: number): Conversation {
  const state = pick(roll, states);
  const isOwned = state === 'assigned' || state === 'archived';
  return aConversation({
    id,
    version,
    state,
    coWorkerId: isOwned ? pick(roll, ['sanne', 'joris']) : null,
    branchId: pick(roll, ['utrecht', 'antwerp', null]),
    teamId: pick(roll, ['sales', null]),
    tags: pick(roll, [[], ['factuur'], ['factuur', 'spoed']]),
    lastActivityAt: roll(50),
    startedAt: roll(50),
    waitingSince: pick(roll, [null, roll(50)]),
    unreadCount: roll(2),
    pinned: roll(5) === 0,
    snooze: pick(roll, [null, null, { until: now + roll(3) - 1, untilReply: false, since: 0 }]),
  });
}

function question(roll: (sides: number) => number): ConversationQuery {
  const query: ConversationQuery = {
    scope: { kind: pick(roll, ['mine', 'branch', 'all'] as const) },
    sort: pick(roll, sorts),
    ...(roll(3) === 0 && { tags: ['factuur'] }),
    ...(roll(3) === 0 && { unreadOnly: true }),
    ...(roll(3) === 0 && { teamIds: [pick(roll, ['sales', null])] }),
    ...(roll(3) === 0 && { startedFrom: roll(50) }),
    ...(roll(2) === 0 && { pinnedFirst: true }),
    ...(roll(2) === 0 && { snoozed: roll(3) === 0 }),
  };
  return roll(2) === 0 ? query : queryInTab(query, pick(roll, inboxTabs), agent.id);
}

function run(seed: number): void {
  const roll = dice(seed);
  const backend = new Reference();
  for (let index = 0; index < 60; index += 1) backend.all.set(`c${index}`, changed(roll, `c${index}`, 1));
  const query = question(roll);
  const window = new ConversationWindow<Conversation>({
    key: 'list',
    query,
    agent,
    now: () => now,
    rowOf: (conversation) => conversation,
    conversationOf: (row) => row,
  });
  const compare = compareConversations(query.sort, query.pinnedFirst);
  /** The last conversation of the last page as it was then: a keyset cursor goes on behind it. */
  let boundary: Conversation | null = null;
  const isLoaded = (conversation: Conversation): boolean =>
    window.nextCursor === null || boundary === null || compare(conversation, boundary) <= 0;
  const loadMore = (): void => {
    const last = boundary;
    const rest = backend.list(query).filter((conversation) => last === null || compare(conversation, last) > 0);
    const page = rest.slice(0, 10);
    boundary = page.at(-1) ?? boundary;
    window.addPage(page, page, page.length < rest.length ? 'more' : null);
  };
  loadMore();
  for (let step = 0; step < 120; step += 1) {
    const id = `c${roll(70)}`;
    const before = backend.all.get(id);
    const kind = roll(10);
    if (kind === 0) {
      backend.all.delete(id);
      window.remove(id);
    } else if (kind === 1 && window.nextCursor !== null) loadMore();
    else {
      const conversation = changed(roll, id, (before?.version ?? 0) + 1);
      backend.all.set(id, conversation);
      window.put(conversation, before);
    }
    // What is shown is right and in order, and nothing is missing up to the end of what is loaded.
    assert.deepEqual(
      window.rows.map((row) => row.id),
      backend
        .list(query)
        .filter(isLoaded)
        .map((row) => row.id),
      `seed ${seed}, step ${step}, ${JSON.stringify(query)}`,
    );
    assert.ok(
      window.rows.every((row) => backend.all.get(row.id) === row),
      `seed ${seed}, step ${step}: an old copy`,
    );
  }
  while (window.nextCursor !== null) loadMore();
  assert.deepEqual(
    window.rows.map((row) => row.id),
    backend.list(query).map((row) => row.id),
    `seed ${seed}, at the end`,
  );
}

describe('membership of a list', () => {
  for (let seed = 1; seed <= 150; seed += 1)
    it(`[C6] is what a plain list would say after random changes (seed ${seed})`, () => run(seed));
});
