import { canonicalJson } from '../../domain/canonical-json.ts';
import { decodeCursor, encodeCursor } from './cursors.ts';
import { compareKeys, LAST } from './keys.ts';
import { MergedSource } from './merge.ts';
import { pageSize } from './pages.ts';
import { asleep, listPart, pinnedPart } from './rows.ts';
import { ownerScope, scopeKey } from './scopes.ts';
import { searchConversations } from './search.ts';
import { countOf } from './unit.ts';
import { compareConversations, listKey, listKeyShape, matchesFilters, sortKey } from '../../domain/inbox.ts';
import type { Place } from './cursors.ts';
import type { SortedSource } from './merge.ts';
import type { SearchResult } from './search.ts';
import type { EmbeddedTransaction } from './store.ts';
import type { ConversationRow, Key } from './tables.ts';
import type { Conversation, ConversationState, CoWorker } from '../../domain/model.ts';
import type { ConversationQuery, ConversationSort } from '../../domain/queries.ts';
import type { Page, PageRequest } from '../../ports/adapter.ts';

const allStates: readonly ConversationState[] = ['new', 'assigned', 'archived', 'spam'];
/** A filter that fits almost nothing makes a short page rather than a long wait. */
const mostRowsLookedAt = 4_000;
/** So many found by a search are cheaper to read from the list than one by one. */
const mostFoundReadOneByOne = 500;

/** Who asks, and when. */
export interface Asker {
  readonly agent: CoWorker;
  readonly now: number;
}

/** A page of conversations. What it costs depends on the page, not on how many there are. */
export async function listConversations(
  tx: EmbeddedTransaction,
  query: ConversationQuery,
  page: PageRequest,
  asker: Asker,
): Promise<Page<Conversation>> {
  const list = new ConversationList(tx, query, asker);
  const limit = pageSize(page.limit);
  const after = page.cursor === undefined ? null : list.placeOf(page.cursor);
  const found = query.text?.trim() ? await searchConversations(tx, query.text) : null;
  // Few are put aside: those are read one by one.
  if (query.snoozed) return list.pageOf(await list.sleepers(), found, { after, limit });
  if (found && found.size <= mostFoundReadOneByOne) return list.pageOf(found.ids(), found, { after, limit });
  return list.page(found, after, limit);
}

/** Ids of what is put aside in a part of a list. */
export async function sleepersIn(tx: EmbeddedTransaction, part: string, now: number): Promise<readonly Key[]> {
  return tx.scanKeys('conversations', 'list', {
    lower: [asleep, part, now, LAST],
    lowerOpen: true,
    upper: [asleep, part, LAST],
  });
}

class ConversationList {
  readonly #tx: EmbeddedTransaction;
  readonly #query: ConversationQuery;
  readonly #asker: Asker;
  readonly #question: string;

  constructor(tx: EmbeddedTransaction, query: ConversationQuery, asker: Asker) {
    this.#tx = tx;
    this.#query = query;
    this.#asker = asker;
    this.#question = canonicalJson({ ...query, agent: asker.agent.id });
  }

  placeOf(cursor: string): Place {
    return decodeCursor(this.#question, cursor, listKeyShape(this.#query));
  }

  /** Reads the list's index from the cursor on, leaving out what does not fit. */
  async page(found: SearchResult | null, after: Place | null, limit: number): Promise<Page<Conversation>> {
    const total = found ? null : await this.#total();
    const items: Conversation[] = [];
    let last: Conversation | null = null;
    let seen = 0;
    for await (const { conversation } of this.#rows(after)) {
      const isEnough = items.length === limit || (seen >= mostRowsLookedAt && items.length > 0);
      if (isEnough && last) return { items, nextCursor: this.#cursorAfter(last), total };
      seen += 1;
      last = conversation;
      if (this.#fits(conversation, found)) items.push(conversation);
    }
    return { items, nextCursor: null, total };
  }

  /** The rows of the index in order; what is pinned stands in parts of its own, and is passed over in the others. */
  async *#rows(after: Place | null): AsyncGenerator<ConversationRow> {
    const parts = this.#parts();
    if (!this.#query.pinnedFirst) {
      yield* this.#merged(parts, after);
      return;
    }
    const [group, ...place] = after ?? [0];
    const from = after === null ? null : place;
    if (group === 0) yield* this.#merged(parts.map(pinnedPart), from);
    for await (const row of this.#merged(parts, group === 0 ? null : from)) if (!row.conversation.pinned) yield row;
  }

  async *#merged(parts: readonly string[], after: Place | null): AsyncGenerator<ConversationRow> {
    const { sort } = this.#query;
    const compare = compareConversations(sort);
    const rows = new MergedSource(
      parts.map((part) => new ListPart(this.#tx, { sort, part, after })),
      (a, b) => compare(a.conversation, b.conversation),
    );
    for (let row = await rows.next(); row; row = await rows.next()) yield row;
  }

  /** Few are known beforehand: reads those, whatever the length of the list. */
  async pageOf(
    ids: Iterable<string>,
    found: SearchResult | null,
    { after, limit }: { readonly after: Place | null; readonly limit: number },
  ): Promise<Page<Conversation>> {
    const { sort, pinnedFirst } = this.#query;
    const conversations: Conversation[] = [];
    for (const id of ids) {
      const row = await this.#tx.get('conversations', id);
      if (row && this.#fits(row.conversation, found)) conversations.push(row.conversation);
    }
    conversations.sort(compareConversations(sort, pinnedFirst));
    const isLeft = (one: Conversation): boolean => !after || compareKeys(listKey(this.#query, one), after) > 0;
    const rest = conversations.filter(isLeft);
    const items = rest.slice(0, limit);
    const last = items.at(-1);
    const nextCursor = last && rest.length > limit ? this.#cursorAfter(last) : null;
    return { items, nextCursor, total: conversations.length };
  }

  /** Ids of what is put aside in the parts of the list. */
  async sleepers(): Promise<ReadonlySet<string>> {
    const ids = new Set<string>();
    for (const part of this.#parts())
      for (const id of await sleepersIn(this.#tx, part, this.#asker.now)) ids.add(id as string);
    return ids;
  }

  #fits(conversation: Conversation, found: SearchResult | null): boolean {
    const { agent, now } = this.#asker;
    return matchesFilters(this.#query, conversation, agent, now) && (!found || found.has(conversation));
  }

  #cursorAfter(conversation: Conversation): string {
    return encodeCursor(this.#question, listKey(this.#query, conversation));
  }

  /** The narrowest parts of the index that hold every conversation that fits. */
  #parts(): readonly string[] {
    const { scope, states = allStates, unreadOnly, coWorkerIds } = this.#query;
    const isWide = scope.kind === 'all' || scope.kind === 'branch';
    const scopes = coWorkerIds && isWide ? coWorkerIds.map(ownerScope) : [scopeKey(scope, this.#asker.agent)];
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
    return this.#query.snoozed === false ? total - (await this.sleepers()).size : total;
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
