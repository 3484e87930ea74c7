import type { MessageSearch } from '../../ports/parts/search.ts';
import type { Bench } from './bench.ts';
import type { Check } from './check.ts';
import { equal, ok } from './expect.ts';

/** More pages than this without an end are a circle. */
const mostPages = 1_000;

/** Searching in a history. */
export const searchChecks: readonly Check[] = [
  {
    id: 'PM1',
    title: 'a message is found by its words in any case and order, page by page, once, and by no others',
    needs: ['searchMessages'],
    run: async (bench) => {
      const text = bench.text();
      const sent = await bench.send({ content: { kind: 'text', text } });
      const history = { kind: 'conversation', conversationId: sent.conversationId } as const;
      const words = text.toUpperCase().split(' ').reverse().join(' ');
      equal(await found(bench, { in: history, text: words }), [sent.id], 'what was found');
      equal(await found(bench, { in: history, text: `${text} ${bench.text()}` }), [], 'what was found by other words');
      equal(await found(bench, { in: history, text, filesOnly: true }), [], 'files that were found');
    },
  },
  {
    id: 'PM2',
    title: 'what is found stands from the newest to the oldest, and none of it in another history',
    needs: ['searchMessages'],
    run: async (bench) => {
      const word = bench.text();
      const first = await bench.send({ content: { kind: 'text', text: `${word} one` } });
      const second = await bench.send({ content: { kind: 'text', text: `${word} two` } });
      const history = { kind: 'conversation', conversationId: first.conversationId } as const;
      equal(await found(bench, { in: history, text: word }), [second.id, first.id], 'what was found');
      const { items } = await bench.adapter.listConversations({ scope: { kind: 'all' }, sort: 'newest' }, { limit: 5 });
      const other = items.find(({ id }) => id !== first.conversationId);
      if (!other) return;
      const elsewhere = { kind: 'conversation', conversationId: other.id } as const;
      equal(await found(bench, { in: elsewhere, text: word }), [], 'what was found elsewhere');
    },
  },
];

/** Ids of all that is found, two at a time. */
async function found(bench: Bench, search: MessageSearch): Promise<readonly string[]> {
  const part = bench.adapter.part('search');
  ok(part, 'the part is claimed and not there');
  const ids: string[] = [];
  let cursor: string | null = null;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page = await part.searchMessages(search, cursor === null ? { limit: 2 } : { limit: 2, cursor });
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
    if (cursor === null) return ids;
  }
  throw new Error(`the search did not end after ${mostPages} pages`);
}
