import { canonicalJson } from '../../domain/canonical-json.ts';
import { decodeCursor, encodeCursor } from './cursors.ts';
import { compareKeys, LAST } from './keys.ts';
import { MergedSource } from './merge.ts';
import { pageSize } from './pages.ts';
import { listPart } from './rows.ts';
import { ownerScope, scopeKey } from './scopes.ts';
import { searchConversations } from './search.ts';
import { countOf } from './unit.ts';
import { compareConversations, matchesFilters, sortKey } from '../../domain/inbox.ts';
import type { Place } from './cursors.ts';
import type { SortedSource } from './merge.ts';
import type { SearchResult } from './search.ts';
import type { EmbeddedTransaction } from './store.ts';
import type { ConversationRow } from './tables.ts';
import type { Conversation, ConversationState, CoWorker } from '../../domain/model.ts';
import type { ConversationQuery, ConversationSort } from '../../domain/queries.ts';
import type { Page, PageRequest } from '../../ports/adapter.ts';

const allStates: readonly ConversationState[] = ['new', 'assigned', 'archived', 'spam'];
/** A filter that fits almost nothing makes a short page rather than a long wait. */
const mostRowsLookedAt = 4_000;
/** So many found by a search are cheaper to read from the list than one by one. */
const mostFoundReadOneByOne = 500;

/** A page of conversations. What it costs depends on the page, not on how many there are. */
export async function listConversations(
  tx: EmbeddedTransaction,
  query: ConversationQuery,
  page: PageRequest,
  agent: CoWorker,
): Promise<Page<Conversation>> {
  const list = new ConversationList(tx, query, agent);
  const limit = pageSize(page.limit);
  const after = page.cursor === undefined ? null : list.placeOf(page.cursor);
  const found = query.text?.trim() ? await searchConversations(tx, query.text) : null;
  if (found && found.size <= mostFoundReadOneByOne) return list.pageOfFound(found, after, limit);
  return list.page(found, after, limit);
}

class ConversationList {
  readonly #tx: EmbeddedTransaction;
  readonly #query: ConversationQuery;
  readonly #agent: CoWorker;
  readonly #question: string;

  constructor(tx: EmbeddedTransaction, query: ConversationQuery, agent: CoWorker) {
    this.#tx = tx;
    this.#query = query;
    this.#agent = agent;
    this.#question = canonicalJson({ ...query, agent: agent.id });
  }

  placeOf(cursor: string): Place {
    return decodeCursor(this.#question, cursor, ['number', 'number', 'string']);
  }

  /** Reads the list's index from the cursor on, leaving out what does not fit. */
  async page(found: SearchResult | null, after: Place | null, limit: number): Promise<Page<Conversation>> {
    const { sort } = this.#query;
    const compare = compareConversations(sort);
    const rows = new MergedSource(
      this.#parts().map((part) => new ListPart(this.#tx, { sort, part, after })),
      (a, b) => compare(a.conversation, b.conversation),
    );
    const total = found ? null : await this.#total();
    const items: Conversation[] = [];
    let last: Conversation | null = null;
    let seen = 0;
    for (let row = await rows.next(); row; row = await rows.next()) {
      const isEnough = items.length === limit || (seen >= mostRowsLookedAt && items.length > 0);
      if (isEnough && last) return { items, nextCursor: this.#cursorAfter(last), total };
      seen += 1;
      last = row.conversation;
      if (this.#fits(row.conversation, found)) items.push(row.conversation);
    }
    return { items, nextCursor: null, total };
  }

  /** A search that found few: reads those, whatever the length of the list. */
  async pageOfFound(found: SearchResult, after: Place | null, limit: number): Promise<Page<Conversation>> {
    const { sort } = this.#query;
    const conversations: Conversation[] = [];
    for (const id of found.ids()) {
      const row = await this.#tx.get('conversations', id);
      if (row && this.#fits(row.conversation, found)) conversations.push(row.conversation);
    }
    conversations.sort(compareConversations(sort));
    const rest = after ? conversations.filter((one) => compareKeys(sortKey(sort, one), after) > 0) : conversations;
    const items = rest.slice(0, limit);
    const last = items.at(-1);
    const nextCursor = last && rest.length > limit ? this.#cursorAfter(last) : null;
    return { items, nextCursor, total: conversations.length };
  }

  #fits(conversation: Conversation, found: SearchResult | null): boolean {
    return matchesFilters(this.#query, conversation, this.#agent) && (!found || found.has(conversation));
  }

  #cursorAfter(conversation: Conversation): string {
    return encodeCursor(this.#question, sortKey(this.#query.sort, conversation));
  }

  /** The narrowest parts of the index that hold every conversation that fits. */
  #parts(): readonly string[] {
    const { scope, states = allStates, unreadOnly, coWorkerIds } = this.#query;
    const isWide = scope.kind === 'all' || scope.kind === 'branch';
    const scopes = coWorkerIds && isWide ? coWorkerIds.map(ownerScope) : [scopeKey(scope, this.#agent)];
    const readings = unreadOnly ? (['unread'] as const) : (['read', 'unread'] as const);
    const parts = scopes.flatMap((key) =>
      states.flatMap((state) => readings.map((reading) => listPart(key, state, reading))),
    );
    return [...new Set(parts)];
  }

  /** How many fit; known without counting when nothing but parts of the index is asked for. */
  async #total(): Promise<number | null> {
    const { scope, channels, coWorkerIds, branchIds, teamIds, tags, recipientKinds } = this.#query;
    const { startedFrom, startedBefore, waitingBefore } = this.#query;
    const filters = [channels, branchIds, teamIds, tags, recipientKinds, startedFrom, startedBefore, waitingBefore];
    const isFiltered = filters.some((field) => field !== undefined);
    if (isFiltered || (coWorkerIds && scope.kind !== 'all')) return null;
    let total = 0;
    for (const part of this.#parts()) total += (await this.#tx.get('counters', countOf(part)))?.value ?? 0;
    return total;
  }
}

/** One part of the list index, read forwards. */
class ListPart implements SortedSource<ConversationRow> {
  readonly #tx: EmbeddedTransaction;
  readonly #sort: ConversationSort;
  readonly #part: string;
  #after: Place | null;
  #limit = 30;

  constructor(
    tx: EmbeddedTransaction,
    { sort, part, after }: { readonly sort: ConversationSort; readonly part: string; readonly after: Place | null },
  ) {
    this.#tx = tx;
    this.#sort = sort;
    this.#part = part;
    this.#after = after;
  }

  async next(): Promise<readonly ConversationRow[]> {
    const rows = await this.#tx.scan('conversations', 'list', {
      lower: [this.#sort, this.#part, ...(this.#after ?? [])],
      lowerOpen: true,
      upper: [this.#sort, this.#part, LAST],
      limit: this.#limit,
    });
    const last = rows.at(-1);
    if (last) this.#after = sortKey(this.#sort, last.conversation);
    this.#limit = Math.min(this.#limit * 2, 500);
    return rows;
  }
}
