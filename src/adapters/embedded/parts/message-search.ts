import { listMessages } from '../histories.ts';
import { pageSize } from '../pages.ts';
import { messageMatcher } from '../../../domain/message-search.ts';
import type { PartAccess } from './access.ts';
import type { Message } from '../../../domain/model.ts';
import type { SearchPart } from '../../../ports/parts/search.ts';

/** Looked at per transaction: others get their turn in between. */
const stretch = 200;
/** Looked at per page: who waits sees something before the whole of a long history was searched. */
const mostLookedAt = 20_000;

/** Looks through a history from its newest message on. */
export function searchPart({ query }: PartAccess): SearchPart {
  return {
    searchMessages: async (search, page = {}, options) => {
      const isWanted = messageMatcher(search.text, search.filesOnly);
      const limit = pageSize(page.limit);
      const items: Message[] = [];
      let cursor: string | null = page.cursor ?? null;
      for (let lookedAt = 0; lookedAt < mostLookedAt; lookedAt += limit) {
        const from = cursor === null ? {} : { cursor };
        const size = Math.min(stretch, limit - items.length);
        const read = await query(options, (tx, agent) => listMessages(tx, search.in, { limit: size, ...from }, agent));
        items.push(...read.items.filter(isWanted).reverse());
        cursor = read.olderCursor;
        if (cursor === null || items.length >= limit) break;
      }
      return { items, nextCursor: cursor, total: null };
    },
  };
}
