import { compareConversations, matchesQuery } from '../domain/inbox.ts';
import { isSnoozed } from '../domain/snooze.ts';
import type { Conversation, CoWorker } from '../domain/model.ts';
import type { ConversationQuery } from '../domain/queries.ts';
import { SortedRows } from './sorted-rows.ts';

/** What a listing is about and how its rows look. */
export interface ConversationWindowOptions<Row> {
  readonly key: string;
  readonly query: ConversationQuery;
  readonly agent: CoWorker;
  /** The time at the backend, epoch ms: what is put aside wakes by it. */
  readonly now: () => number;
  readonly rowOf: (conversation: Conversation) => Row;
  readonly conversationOf: (row: Row) => Conversation;
}

/**
 * The loaded beginning of a listing: every conversation that matches, from the first to the boundary of the last page,
 * kept true as conversations change.
 */
export class ConversationWindow<Row> {
  readonly key: string;
  readonly query: ConversationQuery;
  nextCursor: string | null = null;
  loaded = false;
  /** Set when conversations came or went that the total may or may not have counted. */
  totalIsDoubtful = false;
  /** Set when something in it was put aside or woke. */
  sleepIsDoubtful = false;
  readonly #options: ConversationWindowOptions<Row>;
  readonly #compare: (a: Conversation, b: Conversation) => number;
  readonly #rows: SortedRows<Row, Conversation>;
  /** The last conversation of the last page as it was then: the cursor continues behind it, wherever it is now. */
  #boundary: Conversation | null = null;
  #total: number | null = null;
  #reading = 0;
  readonly #changedMeanwhile = new Map<string, Conversation | null>();

  constructor(options: ConversationWindowOptions<Row>) {
    this.key = options.key;
    this.query = options.query;
    this.#options = options;
    this.#compare = compareConversations(options.query.sort, options.query.pinnedFirst);
    this.#rows = new SortedRows(this.#compare, options.conversationOf);
  }

  get rows(): readonly Row[] {
    return this.#rows.snapshot;
  }

  get size(): number {
    return this.#rows.size;
  }

  /** How many match in all; `null` when nobody knows. */
  get total(): number | null {
    return this.loaded && this.nextCursor === null ? this.#rows.size : this.#total;
  }

  set total(total: number | null) {
    this.#total = total;
    this.totalIsDoubtful = false;
  }

  has(id: string): boolean {
    return this.#rows.has(id);
  }

  /**
   * Takes a conversation that changed. Returns whether a row changed.
   *
   * @param before - the copy known until now, to tell whether the total counted it
   */
  put(conversation: Conversation, before?: Conversation): boolean {
    const { id } = conversation;
    if (this.#reading > 0) this.#changedMeanwhile.set(id, conversation);
    if (this.#rows.get(id) === conversation) return false;
    this.sleepIsDoubtful ||= [conversation, before].some((copy) => copy && isSnoozed(copy, this.#options.now()));
    const isRow = this.#rows.has(id);
    const isMatch = this.#matches(conversation, isRow);
    if (!isRow)
      this.totalIsDoubtful ||= this.#total !== null && (before ? this.#matches(before, false) : null) !== isMatch;
    if (!isMatch) return this.#drop(id);
    if (this.#isBeyond(conversation)) return this.#rows.delete(id);
    this.#rows.put(this.#options.rowOf(conversation));
    return true;
  }

  remove(id: string): boolean {
    if (this.#reading > 0) this.#changedMeanwhile.set(id, null);
    this.totalIsDoubtful ||= this.#total !== null && !this.#rows.has(id);
    return this.#drop(id);
  }

  /** Makes a row anew because something beside the conversation changed. */
  refresh(id: string): boolean {
    const conversation = this.#rows.get(id);
    if (conversation) this.#rows.put(this.#options.rowOf(conversation));
    return conversation !== undefined;
  }

  /** Whether a page is being read. */
  get isReading(): boolean {
    return this.#reading > 0;
  }

  startReading(): void {
    this.#reading += 1;
  }

  endReading(): void {
    this.#reading -= 1;
    if (this.#reading === 0) this.#changedMeanwhile.clear();
  }

  /**
   * Adds the next page.
   *
   * @param asRead - what the page said, for the boundary
   * @param newest - the newest known copy of each
   */
  addPage(asRead: readonly Conversation[], newest: readonly Conversation[], nextCursor: string | null): void {
    this.nextCursor = nextCursor;
    this.#boundary = nextCursor === null ? null : (asRead.at(-1) ?? this.#boundary);
    newest.forEach((conversation, index) => {
      const isAsRead = conversation.version === asRead[index]?.version;
      const isGone = this.#changedMeanwhile.get(conversation.id) === null;
      // The backend knows better whether its own copy matches: it also searched the messages.
      if (!isGone && (isAsRead || this.#matches(conversation, true)) && !this.#isBeyond(conversation))
        this.#rows.put(this.#options.rowOf(conversation));
    });
    for (const conversation of this.#changedMeanwhile.values()) if (conversation) this.put(conversation);
    this.loaded = true;
  }

  #drop(id: string): boolean {
    const isDropped = this.#rows.delete(id);
    if (isDropped && this.#total !== null) this.#total = Math.max(0, this.#total - 1);
    return isDropped;
  }

  #isBeyond(conversation: Conversation): boolean {
    return this.#boundary !== null && this.#compare(conversation, this.#boundary) > 0;
  }

  #matches(conversation: Conversation, isRow: boolean): boolean {
    const { text, ...rest } = this.query;
    // A row may be there because of a message's text, which only the backend can search.
    const query = isRow || text === undefined ? rest : this.query;
    return matchesQuery(query, conversation, this.#options.agent, this.#options.now());
  }
}
