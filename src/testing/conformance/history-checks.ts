import type { Message } from '../../domain/model.ts';
import type { MessageQuery } from '../../domain/queries.ts';
import { compareMessages } from '../../domain/timeline.ts';
import type { Bench } from './bench.ts';
import type { Check } from './check.ts';
import { equal, ok, rejectsWith } from './expect.ts';

/** Histories of messages: paging both ways, around a message, over several conversations. */
export const historyChecks: readonly Check[] = [
  {
    id: 'LM1',
    title: 'without a cursor the newest messages come, oldest first, with nothing newer',
    needs: [],
    run: async (bench) => {
      const { query, sent } = await written(bench, 5);
      const page = await bench.adapter.listMessages(query, { limit: 3 });
      equal(idsOf(page.items), idsOf(sent.slice(-3)), 'the last three');
      equal(page.newerCursor, null, 'the newer cursor');
      ok(page.olderCursor !== null, 'there are older messages and no cursor to them');
    },
  },
  {
    id: 'LM2',
    title: 'paging older reaches the beginning and gives each message once, in order',
    needs: [],
    run: async (bench) => {
      const { query, sent } = await written(bench, 7);
      const small = await bench.history(query, { limit: 2 });
      equal(idsOf(small), idsOf(await bench.history(query, { limit: 50 })), 'messages two by two');
      equal(idsOf(small.slice(-7)), idsOf(sent), 'the last seven');
      equal(new Set(idsOf(small)).size, small.length, 'different messages');
      inOrder(small);
    },
  },
  {
    id: 'LM3',
    title: 'paging newer from anywhere leads back to the newest message without a hole',
    needs: [],
    run: async (bench) => {
      const { query } = await written(bench, 7);
      const all = await bench.history(query);
      const [oldest] = all;
      ok(oldest, 'the history is empty');
      const start = await bench.adapter.listMessages(query, { around: oldest.id, limit: 2 });
      const found = [...start.items];
      for (let cursor = start.newerCursor; cursor !== null && found.length <= all.length;) {
        const page = await bench.adapter.listMessages(query, { cursor, direction: 'newer', limit: 2 });
        found.push(...page.items);
        cursor = page.newerCursor;
      }
      equal(idsOf(found), idsOf(all), 'messages from the oldest on');
    },
  },
  {
    id: 'LM4',
    title: 'a page around a message holds it, and its cursors continue on both sides',
    needs: [],
    run: async (bench) => {
      const { query, sent } = await written(bench, 7);
      const centre = sent[3];
      ok(centre, 'nothing was sent');
      const page = await bench.adapter.listMessages(query, { around: centre.id, limit: 3 });
      ok(
        page.items.some(({ id }) => id === centre.id),
        'the message is not in the page around it',
      );
      ok(page.olderCursor !== null && page.newerCursor !== null, 'one side has no cursor');
      const older = await bench.adapter.listMessages(query, { cursor: page.olderCursor, limit: 2 });
      const newer = await bench.adapter.listMessages(query, { cursor: page.newerCursor, direction: 'newer', limit: 2 });
      const all = idsOf(await bench.history(query));
      const stretch = idsOf([...older.items, ...page.items, ...newer.items]);
      const from = all.indexOf(stretch[0] ?? '');
      equal(stretch, all.slice(from, from + stretch.length), 'the stretch around it');
    },
  },
  {
    id: 'LM5',
    title: 'a page around a message that does not exist is rejected as not-found',
    needs: [],
    run: async (bench) => {
      const { query } = await written(bench, 1);
      await rejectsWith(['not-found'], 'it', bench.adapter.listMessages(query, { around: 'nobody-has-this-id' }));
    },
  },
  {
    id: 'LM6',
    title: 'a message that arrives while one pages older is neither mixed in nor makes another come twice',
    needs: [],
    run: async (bench) => {
      const { query } = await written(bench, 6);
      const first = await bench.adapter.listMessages(query, { limit: 2 });
      ok(first.olderCursor !== null, 'there are older messages and no cursor to them');
      await bench.send();
      const second = await bench.adapter.listMessages(query, { cursor: first.olderCursor, limit: 2 });
      const all = idsOf(await bench.history(query));
      const stretch = idsOf([...second.items, ...first.items]);
      const from = all.indexOf(stretch[0] ?? '');
      equal(stretch, all.slice(from, from + stretch.length), 'the two pages');
    },
  },
  {
    id: 'LM7',
    title: 'a recipient’s history is that of all conversations with the recipient',
    needs: [],
    run: async (bench) => {
      const { conversation } = await bench.target();
      await written(bench, 2);
      const { id: recipientId } = conversation.recipient;
      const conversations = await bench.conversations({ scope: { kind: 'recipient', recipientId } });
      const each = await Promise.all(
        conversations.map(({ id }) => bench.history({ kind: 'conversation', conversationId: id })),
      );
      const found = await bench.history({ kind: 'recipient', recipientId }, { limit: 3 });
      equal([...idsOf(found)].sort(), [...idsOf(each.flat())].sort(), 'messages of the recipient');
      inOrder(found);
    },
  },
  {
    id: 'LM8',
    title: 'recent holds the newest messages of the scope, one hundred at most',
    needs: [],
    run: async (bench) => {
      const { sent } = await written(bench, 3);
      const query = { kind: 'recent', scope: { kind: 'all' } } as const;
      const found = await bench.history(query, { limit: 40 });
      ok(found.length <= 100, `${found.length} came`);
      inOrder(found);
      equal(idsOf(found.slice(-3)), idsOf(sent), 'the last three');
      const conversations = await bench.conversations({}, { limit: 50 });
      const newest = conversations.slice(0, 3).map(({ lastMessage }) => lastMessage?.id ?? null);
      for (const id of newest) ok(id === null || idsOf(found).includes(id), `message ${id} is missing`);
    },
  },
  {
    id: 'LM9',
    title: 'positions grow in the order of acceptance and are never shared',
    needs: [],
    run: async (bench) => {
      const { sent } = await written(bench, 4);
      const positions = sent.map(({ position }) => position);
      positions.forEach((position, at) =>
        ok(at === 0 || position > (positions[at - 1] ?? 0), `positions ${positions.join()}`),
      );
    },
  },
  {
    id: 'LM10',
    title: 'what a message said before comes oldest first and only while it was not taken back',
    needs: [],
    run: async (bench) => {
      const recent = await bench.history({ kind: 'recent', scope: { kind: 'all' } }, { limit: 50 });
      for (const message of recent) earlierInOrder(message);
    },
  },
  {
    id: 'LM11',
    title: 'the page newer without a cursor is the beginning of the history, and leads on from there',
    needs: [],
    run: async (bench) => {
      const { query } = await written(bench, 5);
      const all = idsOf(await bench.history(query));
      const first = await bench.adapter.listMessages(query, { direction: 'newer', limit: 2 });
      equal(idsOf(first.items), all.slice(0, 2), 'the first two');
      equal(first.olderCursor, null, 'the older cursor');
      ok(first.newerCursor !== null, 'there are newer messages and no cursor to them');
      const next = await bench.adapter.listMessages(query, { cursor: first.newerCursor, direction: 'newer', limit: 2 });
      equal(idsOf(next.items), all.slice(2, 4), 'the two after them');
    },
  },
];

function earlierInOrder({ id, at, earlier = [], editedAt, deletedAt }: Message): void {
  ok(earlier.length === 0 || deletedAt === null, `message ${id} was taken back and says what it said`);
  ok(earlier.length === 0 || editedAt !== null, `message ${id} said something before and was never changed`);
  const times = [at, ...earlier.map((before) => before.at), ...(editedAt === null ? [] : [editedAt])];
  times.forEach((time, index) => ok(time >= (times[index - 1] ?? time), `times ${times.join()} of message ${id}`));
}

/** Sends so many messages to the target, one after the other. */
async function written(
  bench: Bench,
  count: number,
): Promise<{ readonly query: MessageQuery; readonly sent: readonly Message[] }> {
  const { conversation } = await bench.target();
  const sent: Message[] = [];
  for (let done = 0; done < count; done += 1) sent.push(await bench.send());
  return { query: { kind: 'conversation', conversationId: conversation.id }, sent };
}

function inOrder(messages: readonly Message[]): void {
  messages.forEach((message, at) => {
    const next = messages[at + 1];
    ok(!next || compareMessages(message, next) <= 0, `message ${message.id} stands before ${next?.id}`);
  });
}

function idsOf(items: readonly { readonly id: string }[]): readonly string[] {
  return items.map(({ id }) => id);
}
