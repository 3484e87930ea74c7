import { matchesFilters, sortKey } from '../../domain/inbox.ts';
import type { Conversation } from '../../domain/model.ts';
import type { ConversationQuery, ConversationSort } from '../../domain/queries.ts';
import type { ConversationChange } from '../../ports/adapter.ts';
import type { Bench } from './bench.ts';
import type { Check } from './check.ts';
import { SkipCheck } from './check.ts';
import { equal, ok, rejectsWith } from './expect.ts';
import { now, putAside } from './snoozing.ts';
import { channelsOfMessages } from '../../domain/used-channels.ts';
import { toAdapterError } from '../../ports/adapter-error.ts';

/** Lists of conversations: paging, order, filters, search. */
export const listingChecks: readonly Check[] = [
  {
    id: 'LC1',
    title: 'paging two by two gives each conversation once, the same as large pages do',
    needs: [],
    run: async (bench) => {
      const large = idsOf(await bench.conversations());
      ok(large.length >= 3, 'the backend under test must hold at least three conversations');
      equal(idsOf(await bench.conversations({}, { limit: 2 })), large, 'conversations two by two');
      equal(new Set(large).size, large.length, 'different conversations');
    },
  },
  ...(['newest', 'oldest', 'longest-wait', 'shortest-wait'] as const).map(sortCheck),
  {
    id: 'LC6',
    title: 'a filter keeps exactly the conversations that pass it',
    needs: [],
    run: async (bench) => {
      const all = await bench.conversations();
      for (const filter of filtersFor(all)) await sameAsFiltered(bench, all, filter);
    },
  },
  {
    id: 'LC7',
    title: 'each scope holds exactly its conversations',
    needs: [],
    run: async (bench) => {
      const all = await bench.conversations();
      await sameAsFiltered(bench, all, { scope: { kind: 'mine' } });
      if (bench.session.agent.branchId !== null) await sameAsFiltered(bench, all, { scope: { kind: 'branch' } });
      for (const { recipient } of all.slice(0, 3))
        await sameAsFiltered(bench, all, { scope: { kind: 'recipient', recipientId: recipient.id } });
    },
  },
  {
    id: 'LC8',
    title: 'a total, where one is given, is how many there are',
    needs: [],
    run: async (bench) => {
      const { total } = await bench.adapter.listConversations({ scope: { kind: 'all' }, sort: 'newest' }, { limit: 1 });
      if (total === null) throw new SkipCheck('lists give no total');
      equal(total, (await bench.conversations()).length, 'total');
    },
  },
  {
    id: 'LC9',
    title: 'a conversation that moves up between two pages neither repeats nor hides another',
    needs: [],
    run: async (bench) => {
      const query: ConversationQuery = { scope: { kind: 'all' }, sort: 'oldest' };
      const before = await bench.conversations({ sort: 'oldest' });
      const targets = new Map((await bench.targets()).map((target) => [target.conversation.id, target]));
      const at = before.findIndex(({ id }) => targets.has(id));
      const moving = targets.get(before[at]?.id ?? '');
      if (!moving || at === before.length - 1) throw new SkipCheck('no conversation can move past others');
      // It goes to the far end when something happens to it; those right behind it must not be skipped.
      const first = await bench.adapter.listConversations(query, { limit: at + 1 });
      await bench.send({}, moving);
      const rest: Conversation[] = [];
      for (let cursor = first.nextCursor; cursor !== null && rest.length <= before.length;) {
        const page = await bench.adapter.listConversations(query, { limit: 2, cursor });
        rest.push(...page.items);
        cursor = page.nextCursor;
      }
      const seen = idsOf([...first.items, ...rest]);
      for (const { id } of before) ok(seen.includes(id), `conversation ${id} fell between two pages`);
      const others = seen.filter((id) => id !== moving.conversation.id);
      equal(new Set(others).size, others.length, 'conversations that did not move come once');
    },
  },
  {
    id: 'LC10',
    title: 'a cursor that was never given out is refused as invalid',
    needs: [],
    run: async ({ adapter }) => {
      const query = { scope: { kind: 'all' }, sort: 'newest' } as const;
      const cursor = 'this was never a cursor';
      await rejectsWith(['invalid'], 'listConversations', adapter.listConversations(query, { cursor }));
      const messages = { kind: 'recent', scope: { kind: 'all' } } as const;
      await rejectsWith(['invalid'], 'listMessages', adapter.listMessages(messages, { cursor }));
    },
  },
  {
    id: 'LC11',
    title: 'a conversation read alone is the one in the list',
    needs: [],
    run: async (bench) => {
      for (const listed of (await bench.conversations()).slice(0, 3))
        equal(await bench.adapter.getConversation(listed.id), listed, `conversation ${listed.id}`);
    },
  },
  {
    id: 'LC12',
    title: 'search finds a conversation by its recipient’s name, whatever the case',
    needs: ['search'],
    run: async (bench) => {
      const { conversation } = await bench.target();
      const text = conversation.recipient.name;
      for (const spelling of [text, text.toUpperCase(), text.toLowerCase()])
        ok(await finds(bench, spelling, conversation.id), `"${spelling}" finds nothing`);
    },
  },
  {
    id: 'LC13',
    title: 'search finds a conversation by its number in any spelling and by its last digits',
    needs: ['search'],
    run: async (bench) => {
      const { conversation, channel } = await bench.target();
      if (!/^\+\d{8,}$/.test(channel.address)) throw new SkipCheck('the target has no phone number');
      const digits = channel.address.slice(1);
      const spaced = `+${digits.slice(0, 2)} ${digits.slice(2).replace(/(\d{2})(?=\d)/g, '$1 ')}`;
      for (const spelling of [channel.address, spaced, digits.slice(-6)])
        ok(await finds(bench, spelling, conversation.id), `"${spelling}" finds nothing`);
    },
  },
  {
    id: 'LC14',
    title: 'search finds a conversation by a word of a message, and finds nothing for a word nobody wrote',
    needs: ['search'],
    run: async (bench) => {
      const { conversation } = await bench.target();
      const word = bench.text().split(' ').at(-1) ?? '';
      ok(!(await finds(bench, word, conversation.id)), 'a word nobody wrote is found');
      await bench.send({ content: { kind: 'text', text: `About ${word}, as agreed` } });
      await bench.eventually('the word is found', async () =>
        ok(await finds(bench, word, conversation.id), 'a word of the last message finds nothing'),
      );
    },
  },
  {
    id: 'LC15',
    title: 'with pinnedFirst what is pinned comes before the rest over all pages, both in the order of the sort',
    needs: [],
    run: async (bench) => {
      const all = await bench.conversations({ sort: 'newest' });
      const pinned = [all.at(-1), all[Math.floor(all.length / 2)]].flatMap((one) => (one ? [one.id] : []));
      for (const id of pinned) await mark(bench, id, { pinned: true });
      for (const sort of ['newest', 'oldest', 'longest-wait', 'shortest-wait'] as const) {
        const plain = await bench.conversations({ sort });
        const expected = [...plain.filter((one) => one.pinned), ...plain.filter((one) => !one.pinned)];
        equal(idsOf(await bench.conversations({ sort, pinnedFirst: true }, { limit: 2 })), idsOf(expected), sort);
      }
    },
  },
  {
    id: 'LC16',
    title: 'what is put aside is left out with snoozed: false, and is alone with snoozed: true, until it wakes',
    needs: [],
    run: async (bench) => {
      const { id } = (await bench.target()).conversation;
      const list = async (snoozed: boolean): Promise<readonly string[]> =>
        idsOf(await bench.conversations({ snoozed }));
      const sees = async (isAsleep: boolean, when: string): Promise<void> => {
        equal((await list(true)).includes(id), isAsleep, `it is among those put aside ${when}`);
        equal((await list(false)).includes(id), !isAsleep, `it is among the others ${when}`);
        ok(idsOf(await bench.conversations()).includes(id), `it is in neither list ${when}`);
      };
      await putAside(bench, id, { until: null, untilReply: true });
      await sees(true, 'while only a reply wakes it');
      await bench.updateCurrent(id, { snooze: null });
      await sees(false, 'after it was woken');
      await putAside(bench, id, { until: (await now(bench)) + 400, untilReply: false });
      await sees(true, 'before its time');
      await bench.eventually('it wakes by itself', () => sees(false, 'when its time has come'));
    },
  },
  {
    id: 'LC17',
    title: 'a priority orders no list, neither among what is pinned nor among the rest',
    needs: [],
    run: async (bench) => {
      const orders = ['newest', 'oldest', 'longest-wait', 'shortest-wait'] as const;
      const queries = orders.flatMap((sort) => [{ sort }, { sort, pinnedFirst: true }]);
      const before = await Promise.all(queries.map(async (query) => idsOf(await bench.conversations(query))));
      const all = await bench.conversations({ sort: 'newest' });
      await mark(bench, all[0]?.id ?? '', { priority: 'low' });
      await mark(bench, all.at(-1)?.id ?? '', { priority: 'urgent' });
      for (const [at, query] of queries.entries())
        equal(idsOf(await bench.conversations(query, { limit: 2 })), before[at], JSON.stringify(query));
    },
  },
  {
    id: 'LC18',
    title: 'the filter by channel finds conversations with a message on it, not those with an address there',
    needs: [],
    run: async (bench) => {
      await bench.send();
      for (const { id, recipient } of (await bench.conversations()).slice(0, 6)) {
        const history = await bench.history({ kind: 'conversation', conversationId: id });
        if (history.length >= mostRead) continue;
        const used = channelsOfMessages(history);
        const scope = { kind: 'recipient', recipientId: recipient.id } as const;
        for (const channel of bench.session.channels)
          equal(
            idsOf(await bench.conversations({ scope, channels: [channel] })).includes(id),
            used.includes(channel),
            `whether ${id} is found by ${channel}`,
          );
      }
    },
  },
];

/** Of longer histories the beginning may not have been read. */
const mostRead = 200;

async function mark(bench: Bench, id: string, change: Pick<ConversationChange, 'pinned' | 'priority'>): Promise<void> {
  try {
    await bench.updateCurrent(id, change);
  } catch (error) {
    if (toAdapterError(error).code === 'unsupported') throw new SkipCheck('the backend pins and marks nothing');
    throw error;
  }
  const { pinned = false, priority } = await bench.adapter.getConversation(id);
  if (change.pinned !== undefined) equal(pinned, change.pinned, 'pinned, after it was');
  if (change.priority !== undefined) equal(priority ?? 'normal', change.priority, 'the priority, after it was set');
}

function sortCheck(sort: ConversationSort, index: number): Check {
  return {
    id: `LC${index + 2}`,
    title: `the sort ${sort} orders conversations over all pages`,
    needs: [],
    run: async (bench) => {
      const found = await bench.conversations({ sort }, { limit: 2 });
      found.forEach((conversation, at) => {
        const next = found[at + 1];
        if (!next) return;
        const [first, second] = sortKey(sort, conversation);
        const [nextFirst, nextSecond] = sortKey(sort, next);
        const inOrder = first < nextFirst || (first === nextFirst && second <= nextSecond);
        ok(inOrder, `${conversation.id} stands before ${next.id}`);
      });
    },
  };
}

/** Filters that some of these conversations pass and some, if possible, do not. */
function filtersFor(all: readonly Conversation[]): readonly Partial<ConversationQuery>[] {
  const starts = all.map(({ startedAt }) => startedAt).sort((a, b) => a - b);
  const middle = starts[Math.floor(starts.length / 2)] ?? 0;
  const some = <T>(values: readonly (readonly T[])[]): readonly T[] => [...new Set(values.flat())].slice(0, 2);
  return [
    ...(['new', 'assigned', 'archived', 'spam'] as const).map((state) => ({ states: [state] })),
    { states: ['new', 'assigned'] },
    ...some(all.map(({ channels }) => channels.map(({ channel }) => channel))).map((channel) => ({
      channels: [channel],
    })),
    ...some(all.map(({ coWorkerId }) => [coWorkerId])).map((id) => ({ coWorkerIds: [id] })),
    { coWorkerIds: [null] },
    ...some(all.map(({ branchId }) => [branchId])).map((id) => ({ branchIds: [id] })),
    ...some(all.map(({ tags }) => tags)).map((tag) => ({ tags: [tag] })),
    { tags: ['a tag that nobody uses'] },
    { unreadOnly: true },
    { startedFrom: middle },
    { startedBefore: middle },
    { startedFrom: middle, startedBefore: middle + 1, states: ['new', 'assigned', 'archived'] },
  ];
}

async function sameAsFiltered(
  bench: Bench,
  all: readonly Conversation[],
  filter: Partial<ConversationQuery>,
): Promise<void> {
  const query: ConversationQuery = { scope: { kind: 'all' }, sort: 'newest', ...filter };
  const expected = idsOf(all.filter((conversation) => matchesFilters(query, conversation, bench.session.agent)));
  const found = idsOf(await bench.conversations(filter, { limit: 7 }));
  equal([...found].sort(), [...expected].sort(), `conversations for ${JSON.stringify(filter)}`);
}

async function finds(bench: Bench, text: string, id: string): Promise<boolean> {
  return (await bench.conversations({ text })).some((conversation) => conversation.id === id);
}

function idsOf(items: readonly { readonly id: string }[]): readonly string[] {
  return items.map(({ id }) => id);
}
