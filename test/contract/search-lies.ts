import type { Lie } from './lying.ts';
import { tells } from './lying.ts';

/** Lies about the search in a history, by the check that must catch them. */
export const searchLies: Readonly<Record<string, Readonly<Record<string, Lie>>>> = {
  PM1: {
    'finds nothing': tells('search', () => ({
      searchMessages: () => Promise.resolve({ items: [], nextCursor: null, total: null }),
    })),
    'finds everything': tells('search', (honest) => ({
      searchMessages: (search, page, options) => honest.searchMessages({ ...search, text: '' }, page, options),
    })),
    'finds what carries no file as a file': tells('search', (honest) => ({
      searchMessages: (search, page, options) => honest.searchMessages({ ...search, filesOnly: false }, page, options),
    })),
  },
  PM2: {
    'gives the oldest first': tells('search', (honest) => ({
      searchMessages: async (search, _page, options) => {
        const page = await honest.searchMessages(search, { limit: 200 }, options);
        return { ...page, items: page.items.toReversed() };
      },
    })),
  },
};
