import { compareConversations, matchesQuery, sortKey } from '../../domain/inbox.ts';
import { AdapterError } from '../../ports/adapter-error.ts';
import { canonicalJson, decodeCursor, encodeCursor } from './cursors.ts';
import { LAST } from './keys.ts';
import { MergedSource } from './merge.ts';
import { scopeKey } from './scopes.ts';
import type { SortedSource } from './merge.ts';
import type { EmbeddedTransaction } from './store.ts';
import type { ConversationRow, Key } from './tables.ts';
import type { Conversation, ConversationState, CoWorker } from '../../domain/model.ts';
import type { ConversationQuery, ConversationSort } from '../../domain/queries.ts';
import type { Page, PageRequest } from '../../ports/adapter.ts';

const allStates: readonly ConversationState[] = ['new', 'assigned', 'archived', 'spam'];
const defaultLimit = 50;
/** The most rows of any page. */
export const maxPageSize = 200;

/** The size of a page that was asked for, within the limits. */
export function pageSize(limit: number | undefined, usual = defaultLimit): number {
  if (limit === undefined) return usual;
  if (!Number.isInteger(limit) || limit < 1) {
    throw new AdapterError('invalid', 'limit must be a whole number above zero', { path: 'limit' });
  }
  return Math.min(limit, maxPageSize);
}

/** A page of conversations, read from the list index: what it costs depends on the page, not on how many there are. */
export async function listConversations(
  tx: EmbeddedTransaction,
  query: ConversationQuery,
  page: PageRequest,
  agent: CoWorker,
): Promise<Page<Conversation>> {
  const question = canonicalJson(query);
  const limit = pageSize(page.limit);
  const after = page.cursor === undefined ? null : decodeCursor(question, page.cursor, 3);
  const compare = compareConversations(query.sort);
  const parts = partsOf(query, agent);
  const rows = new MergedSource(
    parts.map((part) => new ListSource(tx, [query.sort, part], after)),
    (a, b) => compare(a.conversation, b.conversation),
  );
  const cursorAfter = (items: readonly Conversation[]): string =>
    encodeCursor(question, sortKey(query.sort, items.at(-1) as Conversation));
  const items: Conversation[] = [];
  for (let row = await rows.next(); row; row = await rows.next()) {
    if (!matchesQuery(query, row.conversation, agent)) continue;
    if (items.length === limit) return { items, nextCursor: cursorAfter(items), total: null };
    items.push(row.conversation);
  }
  return { items, nextCursor: null, total: null };
}

function partsOf(query: ConversationQuery, agent: CoWorker): readonly string[] {
  const scope = scopeKey(query.scope, agent);
  const reading = query.unreadOnly ? ['unread'] : ['read', 'unread'];
  return (query.states ?? allStates).flatMap((state) => reading.map((read) => `${scope}|${state}|${read}`));
}

class ListSource implements SortedSource<ConversationRow> {
  readonly #tx: EmbeddedTransaction;
  readonly #prefix: readonly [ConversationSort, string];
  #after: readonly Key[] | null;

  constructor(tx: EmbeddedTransaction, prefix: readonly [ConversationSort, string], after: readonly Key[] | null) {
    this.#tx = tx;
    this.#prefix = prefix;
    this.#after = after;
  }

  async next(): Promise<readonly ConversationRow[]> {
    const rows = await this.#tx.scan('conversations', 'list', {
      lower: [...this.#prefix, ...(this.#after ?? [])],
      lowerOpen: this.#after !== null,
      upper: [...this.#prefix, LAST],
      limit: 60,
    });
    const last = rows.at(-1);
    if (last) this.#after = sortKey(this.#prefix[0], last.conversation);
    return rows;
  }
}
