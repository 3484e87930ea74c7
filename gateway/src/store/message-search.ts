import { messageMatcher } from '../../../src/domain/message-search.ts';
import type { Message } from '../../../src/domain/model.ts';
import type { Page, PageRequest } from '../../../src/ports/adapter.ts';
import type { MessageSearch } from '../../../src/ports/parts/search.ts';
import type { Sql } from '../db/db.ts';
import { maxPageSize, pageSize } from './cursors.ts';
import { listMessages } from './messages.ts';
import type { Viewer } from './viewer.ts';

/** Looked at per page: who waits sees something before the whole of a long history was searched. */
const mostLookedAt = 5_000;

/** Looks through a history that may be seen, from its newest message on. */
export async function searchMessages(
  sql: Sql,
  viewer: Viewer,
  search: MessageSearch,
  page: PageRequest = {},
): Promise<Page<Message>> {
  const isWanted = messageMatcher(search.text, search.filesOnly);
  const limit = pageSize(page.limit);
  const items: Message[] = [];
  let cursor: string | null = page.cursor ?? null;
  for (let lookedAt = 0; lookedAt < mostLookedAt; lookedAt += limit) {
    const size = Math.min(maxPageSize, limit - items.length);
    const read = await listMessages(sql, viewer, search.in, { limit: size, ...(cursor !== null && { cursor }) });
    items.push(...read.items.filter(isWanted).reverse());
    cursor = read.olderCursor;
    if (cursor === null || items.length >= limit) break;
  }
  return { items, nextCursor: cursor, total: null };
}
