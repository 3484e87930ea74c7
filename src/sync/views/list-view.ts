import type { Conversation, CoWorker } from '../../domain/model.ts';
import type { ConversationQuery } from '../../domain/queries.ts';
import type { Page, PageRequest } from '../../ports/adapter.ts';
import type { AdapterError } from '../../ports/adapter-error.ts';
import { toAdapterError } from '../../ports/adapter-error.ts';
import { ConversationWindow } from '../../store/conversation-window.ts';
import { Derived } from '../cell.ts';
import type { ConversationRow, ListHandle, ListSnapshot } from '../session-api.ts';
import { Sleepers } from './sleepers.ts';
import type { ViewTools } from './view-tools.ts';
import { pageSizeOf } from './view-tools.ts';
import { nothing } from '../../store/nothing.ts';

/** How many pages a re-read asks for at most to show as many rows as before. */
const longestReread = 20;
/** Changes of conversations that are not loaded come in bursts: one question for the total answers many. */
const recountMs = 1_000;

type List = ConversationWindow<ConversationRow>;

let lists = 0;

/** A list being watched. */
export class ListView implements ListHandle {
  readonly #tools: ViewTools;
  readonly #view: Derived<ListSnapshot>;
  readonly #stops: (() => void)[] = [];
  #query: ConversationQuery;
  #window: List | null = null;
  #dropWindow = nothing;
  #error: AdapterError | null = null;
  #reading: Promise<void> | null = null;
  #abort = new AbortController();
  #isStale = false;
  #cancelRecount: (() => void) | null = null;
  #sleepers: Sleepers | null = null;
  #isDisposed = false;

  constructor(tools: ViewTools, query: ConversationQuery) {
    this.#tools = tools;
    this.#query = query;
    this.#view = new Derived(() => this.#snapshot());
    const { topics } = tools.store;
    this.#stops.push(
      topics.subscribe('reset', () => {
        this.#isStale = true;
        void this.reload();
      }),
      topics.subscribe('live', () => void (this.#error && this.reload())),
    );
    this.#watchSleepers();
    void this.reload();
  }

  get value(): ListSnapshot {
    return this.#view.value;
  }

  subscribe(listener: () => void): () => void {
    return this.#isDisposed ? nothing : this.#view.subscribe(listener);
  }

  setQuery(query: ConversationQuery): void {
    if (this.#isDisposed || JSON.stringify(query) === JSON.stringify(this.#query)) return;
    this.#query = query;
    this.#watchSleepers();
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#reading = null;
    void this.reload();
  }

  reload(): Promise<void> {
    return this.#read(() => this.#readFirst());
  }

  loadMore(): Promise<void> {
    const list = this.#window;
    if (list?.query !== this.#query || list.nextCursor === null) return this.#reading ?? Promise.resolve();
    return this.#read(() => this.#readNext(list));
  }

  dispose(): void {
    if (this.#isDisposed) return;
    this.#isDisposed = true;
    this.#abort.abort();
    this.#cancelRecount?.();
    this.#sleepers?.dispose();
    this.#dropWindow();
    for (const stop of this.#stops) stop();
    this.#view.silence();
  }

  #read(work: () => Promise<void>): Promise<void> {
    if (this.#isDisposed) return Promise.resolve();
    if (this.#reading) return this.#reading;
    const { signal } = this.#abort;
    const reading = this.#guard(work, signal).finally(() => {
      if (this.#reading === reading) this.#reading = null;
      this.#view.changed();
      // Something was missed while the answer was on its way.
      if (this.#isStale && !this.#error) void this.reload();
    });
    this.#reading = reading;
    this.#view.changed();
    return reading;
  }

  async #guard(work: () => Promise<void>, signal: AbortSignal): Promise<void> {
    try {
      await work();
      if (!signal.aborted) this.#error = null;
    } catch (error) {
      if (!signal.aborted) this.#error = toAdapterError(error);
    }
  }

  /** Reads as many rows as are shown into a new window, which then takes the place of the old one. */
  async #readFirst(): Promise<void> {
    const { connection, store, untilSubscribed } = this.#tools;
    const { signal } = this.#abort;
    const query = this.#query;
    const { agent } = await connection.ready;
    await untilSubscribed();
    this.#isStale = false;
    const list = this.#makeWindow(query, agent);
    const drop = store.addList(list);
    list.startReading();
    try {
      const goal = this.#window?.query === query ? this.#window.size : 0;
      await this.#addPage(list, signal, goal);
      for (let pages = 1; list.size < goal && list.nextCursor !== null && pages < longestReread; pages += 1)
        await this.#addPage(list, signal, goal - list.size);
    } catch (error) {
      drop();
      throw error;
    } finally {
      list.endReading();
    }
    this.#show(list, drop);
  }

  #makeWindow(query: ConversationQuery, agent: CoWorker): List {
    lists += 1;
    return new ConversationWindow<ConversationRow>({
      key: String(lists),
      query,
      agent,
      now: () => this.#tools.connection.serverNow(),
      rowOf: (conversation) => this.#rowOf(conversation),
      conversationOf: (row) => row.conversation,
    });
  }

  #show(list: List, drop: () => void): void {
    if (this.#isDisposed || list.query !== this.#query) {
      drop();
      return;
    }
    this.#dropWindow();
    this.#window = list;
    const { topics } = this.#tools.store;
    const stop = topics.subscribe(`list/${list.key}`, () => this.#rowsChanged());
    this.#dropWindow = () => {
      stop();
      drop();
    };
  }

  async #readNext(list: List): Promise<void> {
    list.startReading();
    try {
      await this.#addPage(list, this.#abort.signal, list.size);
    } finally {
      list.endReading();
    }
  }

  async #addPage(list: List, signal: AbortSignal, wanted: number): Promise<void> {
    const cursor = list.nextCursor;
    const limit = pageSizeOf(this.#tools, wanted);
    const page = await this.#page(list.query, cursor === null ? { limit } : { limit, cursor }, signal);
    const { store } = this.#tools;
    store.topics.batch(() => {
      const newest = page.items.map((conversation) => store.putConversation(conversation));
      list.addPage(page.items, newest, page.nextCursor);
      list.total = page.total;
    });
  }

  #page(query: ConversationQuery, request: PageRequest, signal: AbortSignal): Promise<Page<Conversation>> {
    const { adapter, connection } = this.#tools;
    return connection.call((inner) => adapter.listConversations(query, request, { signal: inner }), { signal });
  }

  /** What is put aside is counted apart; when it becomes less, something woke and belongs among the rows. */
  #watchSleepers(): void {
    this.#sleepers?.dispose();
    this.#sleepers = this.#query.snoozed === false ? new Sleepers(this.#tools, this.#query) : null;
    this.#sleepers?.subscribe((haveWoken) => {
      this.#view.changed();
      if (haveWoken) void this.reload();
    });
  }

  #rowsChanged(): void {
    this.#view.changed();
    const list = this.#window;
    if (list?.sleepIsDoubtful) {
      list.sleepIsDoubtful = false;
      this.#sleepers?.doubt();
    }
    if (!list?.totalIsDoubtful || this.#cancelRecount) return;
    this.#cancelRecount = this.#tools.clock.after(recountMs, () => {
      this.#cancelRecount = null;
      void this.#recount(list);
    });
  }

  async #recount(list: List): Promise<void> {
    try {
      const { total } = await this.#page(list.query, { limit: 1 }, this.#abort.signal);
      list.total = total;
      this.#view.changed();
    } catch {
      // The total stays as it was; the next change asks again.
    }
  }

  #rowOf(conversation: Conversation): ConversationRow {
    const { drafts, desk } = this.#tools;
    const { pending, failed } = desk()?.mirror.counts(conversation.id) ?? { pending: 0, failed: 0 };
    const hasFailedThere = conversation.lastMessage?.status === 'failed';
    return {
      conversation,
      draftText: drafts.newestText(conversation.id),
      failedCount: failed + Number(hasFailedThere),
      pendingCount: pending,
    };
  }

  #snapshot(): ListSnapshot {
    const list = this.#window;
    return {
      query: this.#query,
      rows: list?.rows ?? [],
      state: this.#reading ? 'loading' : this.#error ? 'error' : 'idle',
      error: this.#error,
      hasMore: list?.nextCursor != null,
      total: list?.total ?? null,
      loaded: list?.query === this.#query,
      asleep: this.#sleepers?.count ?? null,
    };
  }
}
