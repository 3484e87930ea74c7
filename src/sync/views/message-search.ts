import { messageMatcher } from '../../domain/message-search.ts';
import type { Message } from '../../domain/model.ts';
import type { MessageSearch } from '../../ports/parts/search.ts';
import type { FoundMessages } from '../session-api.ts';
import { pageSizeOf, type ViewTools } from './view-tools.ts';

/** Pages that are looked through where the backend cannot search. */
const mostPages = 40;

/**
 * Messages of a history that hold a text, the newest first. Where the backend cannot search, the newest pages are looked
 * through here, and the answer says how many messages that were.
 */
export async function searchMessages(
  tools: ViewTools,
  search: MessageSearch,
  { cursor, signal }: { readonly cursor?: string; readonly signal?: AbortSignal },
): Promise<FoundMessages> {
  const { adapter, connection } = tools;
  await connection.ready;
  const limits = signal ? { signal } : {};
  const part = adapter.part('search');
  const limit = pageSizeOf(tools);
  if (part) {
    const page = await connection.call(
      (inner) => part.searchMessages(search, cursor === undefined ? { limit } : { limit, cursor }, { signal: inner }),
      limits,
    );
    return { items: page.items, nextCursor: page.nextCursor, lookedAt: null };
  }
  return lookThrough(tools, search, { cursor: cursor ?? null, limit, limits });
}

async function lookThrough(
  { adapter, connection }: ViewTools,
  search: MessageSearch,
  from: {
    readonly cursor: string | null;
    readonly limit: number;
    readonly limits: { readonly signal?: AbortSignal };
  },
): Promise<FoundMessages> {
  const isWanted = messageMatcher(search.text, search.filesOnly);
  const found: Message[] = [];
  let { cursor } = from;
  let lookedAt = 0;
  for (let pages = 0; pages < mostPages && found.length < from.limit; pages += 1) {
    const request = cursor === null ? { limit: from.limit } : { limit: from.limit, cursor };
    const page = await connection.call(
      (inner) => adapter.listMessages(search.in, request, { signal: inner }),
      from.limits,
    );
    lookedAt += page.items.length;
    found.push(...page.items.filter(isWanted).reverse());
    cursor = page.olderCursor;
    if (cursor === null) break;
  }
  return { items: found, nextCursor: cursor, lookedAt: cursor === null ? null : lookedAt };
}
