import { loadPerCoWorker } from '../../domain/co-worker-load.ts';
import { countTabs, inboxTabs, tabQuery } from '../../domain/inbox-tabs.ts';
import type { ConversationQuery, ConversationScope } from '../../domain/queries.ts';
import { tagKey } from '../../domain/tags.ts';
import type { CountsPart } from '../../ports/parts/counts.ts';
import type { TagsPart } from '../../ports/parts/tags.ts';
import type { Bench } from './bench.ts';
import { SkipCheck } from './check.ts';
import type { Check } from './check.ts';
import { equal, ok, rejectsWith } from './expect.ts';
import { now, putAside } from './snoozing.ts';

const everything = { scope: { kind: 'all' }, sort: 'newest' } as const satisfies ConversationQuery;
const target = { dangerMs: 1_800_000, lateMs: 3_600_000 };

/** Tab counts follow what is put aside and what wakes (C15). */
const sleepCheck: Check = {
  id: 'PN5',
  title: 'what is put aside is counted in no tab, and is again when its time has come',
  needs: ['counts'],
  run: async (bench) => {
    const { id } = (await bench.target()).conversation;
    const { total } = (await counts(bench).countTabs({ kind: 'all' })).all;
    await putAside(bench, id, { until: null, untilReply: true });
    equal((await counts(bench).countTabs({ kind: 'all' })).all.total, total - 1, 'all while one sleeps until a reply');
    await bench.updateCurrent(id, { snooze: null });
    equal((await counts(bench).countTabs({ kind: 'all' })).all.total, total, 'all after it was woken');
    await putAside(bench, id, { until: (await now(bench)) + 400, untilReply: false });
    equal((await counts(bench).countTabs({ kind: 'all' })).all.total, total - 1, 'all while one sleeps until a time');
    await bench.eventually('it wakes by itself', async () =>
      equal((await counts(bench).countTabs({ kind: 'all' })).all.total, total, 'all when the time has come'),
    );
  },
};

/** Tags, teams, and the numbers of tabs, tiles and desks. */
export const inboxChecks: readonly Check[] = [
  {
    id: 'PG1',
    title: 'each tag is listed once, whatever its capitals and accents',
    needs: ['tags'],
    run: async (bench) => {
      const keys = (await tags(bench).listTags()).map(({ name }) => tagKey(name));
      equal(keys, [...new Set(keys)], 'the tags');
    },
  },
  {
    id: 'PG2',
    title: 'a tag is made where co-workers may make them, refused as forbidden elsewhere, and never made twice',
    needs: ['tags'],
    run: async (bench) => {
      const part = tags(bench);
      const name = bench.text();
      if (!(await part.getTagSettings()).mayCreate) {
        await rejectsWith(['forbidden'], 'a new tag', part.createTag(name));
        return;
      }
      const made = await part.createTag(name);
      equal((await part.createTag(name.toUpperCase())).id, made.id, 'the same tag in capitals');
      equal((await part.listTags()).filter(({ id }) => id === made.id).length, 1, 'how often it is listed');
      await rejectsWith(['invalid'], 'a tag without a name', part.createTag('  '));
    },
  },
  {
    id: 'PG3',
    title: 'each team is listed once, and at most one is the default',
    needs: ['teams'],
    run: async ({ adapter }) => {
      const teams = (await adapter.part('teams')?.listTeams()) ?? [];
      equal(new Set(teams.map(({ id }) => id)).size, teams.length, 'teams');
      ok(teams.filter(({ isDefault }) => isDefault).length <= 1, 'several teams are the default');
    },
  },
  {
    id: 'PN1',
    title: 'the count of a tab is how many its list holds, in every scope',
    needs: ['counts'],
    run: async (bench) => {
      const { agent } = bench.session;
      const { conversation } = await bench.target();
      const scopes: readonly ConversationScope[] = [
        { kind: 'all' },
        { kind: 'mine' },
        { kind: 'branch' },
        { kind: 'recipient', recipientId: conversation.recipient.id },
      ];
      for (const scope of scopes) {
        const counted = await counts(bench).countTabs(scope);
        for (const tab of inboxTabs) {
          const listed = await bench.conversations({ scope, snoozed: false, ...tabQuery(tab, agent.id) });
          equal(counted[tab], countTabs(listed, agent.id)[tab], `${tab} in ${scope.kind}`);
        }
      }
    },
  },
  {
    id: 'PN2',
    title: 'a conversation that moves to another tab is counted there at once, and nowhere twice',
    needs: ['counts', 'assign', 'markSpam'],
    run: async (bench) => {
      const { conversation } = await bench.target();
      const changes = [
        { state: 'spam' },
        { coWorkerId: bench.session.agent.id },
        { coWorkerId: null },
        { coWorkerId: bench.session.agent.id },
      ] as const;
      for (const change of changes) {
        await bench.updateCurrent(conversation.id, change);
        const expected = countTabs(await bench.conversations({ snoozed: false }), bench.session.agent.id);
        equal(await counts(bench).countTabs({ kind: 'all' }), expected, `counts after ${JSON.stringify(change)}`);
      }
    },
  },
  {
    id: 'PN3',
    title: 'questions are counted as their lists are, in the order asked, or not at all',
    needs: ['counts'],
    run: async (bench) => {
      const queries: readonly ConversationQuery[] = [
        { ...everything, states: ['new'] },
        { ...everything, recipientKinds: ['unmatched'] },
        { ...everything, waitingBefore: bench.session.now - target.lateMs },
        { ...everything, unreadOnly: true, states: ['new', 'assigned'] },
        { ...everything, branchIds: [null] },
        { ...everything, channels: ['sms'] },
      ];
      const counted = await counts(bench).countConversations(queries);
      for (const [index, query] of queries.entries()) {
        const listed = await bench.conversations(query);
        ok(
          counted[index] === null || counted[index] === listed.length,
          `${JSON.stringify(query)}: ${listed.length} are listed, ${String(counted[index])} counted`,
        );
      }
      ok(counted[0] !== null, 'what is nobody’s cannot be counted');
      equal(await counts(bench).countConversations([]), [], 'the answer to no question');
    },
  },
  {
    id: 'PN4',
    title: 'the load of each co-worker is what is on the desk, idle ones and nobody among them',
    needs: ['counts', 'directory'],
    run: async (bench) => {
      const coWorkers = (await bench.adapter.part('directory')?.listCoWorkers()) ?? [];
      const { now } = await bench.adapter.connect(bench.host);
      const listed = await bench.conversations({ states: ['new', 'assigned'] });
      const expected = loadPerCoWorker(listed, { coWorkers, target, now });
      const loads = await counts(bench).listLoad({ scope: 'all', target });
      for (const load of expected) {
        if (load.coWorkerId !== null && !coWorkers.some(({ id }) => id === load.coWorkerId)) continue;
        equal(
          loads.find(({ coWorkerId }) => coWorkerId === load.coWorkerId),
          load,
          `the load of ${load.coWorkerId ?? 'nobody'}`,
        );
      }
    },
  },
  sleepCheck,
];

function tags({ adapter }: Bench): TagsPart {
  const part = adapter.part('tags');
  if (!part) throw new SkipCheck('there are no tags');
  return part;
}

function counts({ adapter }: Bench): CountsPart {
  const part = adapter.part('counts');
  if (!part) throw new SkipCheck('there are no counts');
  return part;
}
