import type { Message } from '../../domain/model.ts';
import type { MessageQuery } from '../../domain/queries.ts';
import { compareMessages } from '../../domain/timeline.ts';
import type { MessagePage, MessagePageRequest } from '../../ports/adapter.ts';
import type { AdapterError } from '../../ports/adapter-error.ts';
import { toAdapterError } from '../../ports/adapter-error.ts';
import type { BlockList } from '../../store/block-list.ts';
import { type HistoryGap, MessageWindow, timelineKey } from '../../store/message-window.ts';
import { recentLimit } from '../../store/client-store.ts';
import { Derived } from '../cell.ts';
import type { UnsentRows } from '../outbox/unsent-rows.ts';
import type { TimelineEntry, TimelineSnapshot } from '../session-api.ts';
import type { ViewTools } from './view-tools.ts';
import { pageSizeOf } from './view-tools.ts';

/** How many pages a re-read asks for at most to reach the reader's place again. */
const longestReread = 40;
/** How many readers in different places are found again at most. */
const mostPlaces = 4;
/** Changes that only the backend can judge come in bursts: one re-read answers many. */
const doubtMs = 1_000;

/** One history, shared by everybody who shows it. */
export class TimelineSource {
  readonly window: MessageWindow;
  readonly view: Derived<TimelineSnapshot>;
  readonly #tools: ViewTools;
  readonly #stops: (() => void)[] = [];
  /** `null` until there is an outbox. */
  #unsent: UnsentRows | null = null;
  #error: AdapterError | null = null;
  #reading: Promise<void> | null = null;
  #older: Promise<void> | null = null;
  readonly #filling = new Map<string, Promise<void>>();
  /** What readers look at: ids of messages. */
  readonly #held = new Map<object, string>();
  #abort = new AbortController();
  #cancelDoubt: (() => void) | null = null;
  #readers = 0;

  constructor(tools: ViewTools, query: MessageQuery) {
    this.#tools = tools;
    const key = timelineKey(query);
    this.window = tools.store.timeline(key) ?? new MessageWindow(key, query);
    tools.store.addTimeline(this.window);
    this.view = new Derived(() => this.#snapshot());
  }

  get isShown(): boolean {
    return this.#readers > 0;
  }

  show(): void {
    this.#readers += 1;
    if (this.#readers > 1) return;
    this.#abort = new AbortController();
    const { topics } = this.#tools.store;
    const { query } = this.window;
    const outboxTopic = query.kind === 'conversation' ? `outbox/${query.conversationId}` : 'outbox';
    this.#stops.push(
      topics.subscribe(`timeline/${this.window.key}`, () => this.#rowsChanged()),
      topics.subscribe(outboxTopic, () => this.view.changed()),
      topics.subscribe('reset', () => this.#rowsChanged()),
      topics.subscribe('live', () => void this.#readIfNeeded()),
    );
    void this.#readIfNeeded();
  }

  hide(): void {
    this.#readers -= 1;
    if (this.#readers > 0) return;
    for (const stop of this.#stops.splice(0)) stop();
    this.#cancelDoubt?.();
    this.#cancelDoubt = null;
    this.#abort.abort();
  }

  /** Reads the newest stretch again, as far back as the reader has come; what is shown stays until it is there. */
  read(): Promise<void> {
    this.#reading ??= this.#guard(() => this.#readNewest()).finally(() => {
      this.#reading = null;
      this.view.changed();
      // Something was missed while the answer was on its way.
      if (this.window.stale && !this.#error) this.#rowsChanged();
    });
    this.view.changed();
    return this.#reading;
  }

  readOlder(): Promise<void> {
    if (this.window.olderCursor === null) return this.#reading ?? Promise.resolve();
    this.#older ??= this.#guard(() => this.#readPageBefore()).finally(() => {
      this.#older = null;
      this.view.changed();
    });
    this.view.changed();
    return this.#older;
  }

  /** Reads the messages around one that is not loaded, or the first ones of all for `null`. Returns whether it is there now. */
  async readAround(messageId: string | null): Promise<boolean> {
    const isThere = (): boolean => (messageId === null ? this.window.olderCursor === null : this.window.has(messageId));
    if (isThere()) return true;
    this.window.startReading();
    try {
      this.#addAround(await this.#page(messageId === null ? { direction: 'newer' } : { around: messageId }));
    } catch {
      // Not there, or not to be had now: whoever wants to show it says so.
    } finally {
      this.window.endReading();
    }
    this.view.changed();
    return isThere();
  }

  fill(beforeKey: string, side: 'older' | 'newer'): Promise<void> {
    const running = this.#filling.get(beforeKey);
    const gap = this.window.gaps.find((one) => one.beforeKey === beforeKey);
    if (running || !gap) return running ?? Promise.resolve();
    const filling = this.#guard(() => this.#fillFrom(gap, side)).finally(() => {
      this.#filling.delete(beforeKey);
      this.view.changed();
    });
    this.#filling.set(beforeKey, filling);
    return filling;
  }

  /** @param reader - who looks at the message; `null` when nobody does any more */
  hold(reader: object, messageId: string | null): void {
    if (messageId === null) this.#held.delete(reader);
    else this.#held.set(reader, messageId);
  }

  async #readIfNeeded(): Promise<void> {
    if (this.window.stale || this.#error) await this.read();
  }

  #rowsChanged(): void {
    this.view.changed();
    if (!this.window.stale || this.#cancelDoubt || this.#reading || !this.isShown) return;
    this.#cancelDoubt = this.#tools.clock.after(doubtMs, () => {
      this.#cancelDoubt = null;
      void this.read();
    });
  }

  async #guard(work: () => Promise<void>): Promise<void> {
    this.window.startReading();
    try {
      await work();
      this.#error = null;
    } catch (error) {
      const typed = toAdapterError(error);
      if (typed.code !== 'aborted' || !this.#abort.signal.aborted) this.#error = typed;
    } finally {
      this.window.endReading();
    }
  }

  async #readNewest(): Promise<void> {
    await this.#tools.untilSubscribed();
    this.window.startReadingNewest();
    const goal = this.window.endStart;
    let page = await this.#page({});
    const messages = [...page.items];
    for (let pages = 1; goal && page.olderCursor !== null && pages < longestReread; pages += 1) {
      const oldest = messages[0];
      if (!oldest || compareMessages(oldest, goal) <= 0) break;
      page = await this.#page({ cursor: page.olderCursor, direction: 'older' });
      messages.unshift(...page.items);
    }
    const places = await this.#readPlaces(messages);
    const { store } = this.#tools;
    store.topics.batch(() => {
      const newest = messages.map((message) => store.readMessage(message));
      this.window.replaceAll(newest, this.window.query.kind === 'recent' ? null : page.olderCursor);
      for (const place of places) this.#addAround(place);
    });
  }

  /** Where readers are that the newest stretch does not reach. A message that is gone gives up its place. */
  async #readPlaces(newest: readonly Message[]): Promise<readonly MessagePage[]> {
    const known = new Set(newest.map(({ id }) => id));
    const wanted = [...new Set(this.#held.values())].filter((id) => this.window.has(id) && !known.has(id));
    const read = await Promise.all(
      wanted.slice(0, mostPlaces).map((around) => this.#page({ around }).catch(() => null)),
    );
    return read.filter((page) => page !== null);
  }

  #addAround({ items, olderCursor, newerCursor }: MessagePage): void {
    const { store } = this.#tools;
    store.topics.batch(() => {
      const messages = items.map((message) => store.readMessage(message));
      this.window.addPage({ messages, olderCursor, newerCursor });
    });
  }

  async #fillFrom({ older, newer }: HistoryGap, side: 'older' | 'newer'): Promise<void> {
    const [span, cursor, direction] =
      side === 'older'
        ? ([older, older.newerCursor, 'newer'] as const)
        : ([newer, newer.olderCursor, 'older'] as const);
    if (cursor === null) return;
    const { items, olderCursor, newerCursor } = await this.#page({ cursor, direction });
    // What was read meanwhile may have moved the edge: then this page does not connect any more.
    if (!this.window.gaps.some((gap) => gap.older === span || gap.newer === span)) return;
    const { store } = this.#tools;
    store.topics.batch(() => {
      const messages = items.map((message) => store.readMessage(message));
      this.window.extend(span, direction, { messages, olderCursor, newerCursor });
    });
  }

  async #readPageBefore(): Promise<void> {
    const cursor = this.window.olderCursor;
    if (cursor === null) return;
    const page = await this.#page({ cursor, direction: 'older' });
    // A re-read meanwhile may have moved the beginning: then this page does not connect any more.
    if (this.window.olderCursor !== cursor) return;
    const { store } = this.#tools;
    store.topics.batch(() => {
      const newest = page.items.map((message) => store.readMessage(message));
      this.window.addOlder(newest, page.olderCursor);
    });
  }

  #page(part: Omit<MessagePageRequest, 'limit'>): Promise<MessagePage> {
    const { adapter, connection } = this.#tools;
    const { query } = this.window;
    const limit = query.kind === 'recent' ? recentLimit : pageSizeOf(this.#tools);
    return connection.call((signal) => adapter.listMessages(query, { limit, ...part }, { signal }), {
      signal: this.#abort.signal,
    });
  }

  #snapshot(): TimelineSnapshot {
    this.#unsent ??= this.#tools.desk()?.unsentRows(this.window) ?? null;
    const unsent = this.#unsent?.all ?? [];
    const list = unsent.reduce<BlockList<TimelineEntry>>(withEntry, this.window.list);
    return {
      list,
      unsent,
      get entries() {
        return list.toArray();
      },
      state: this.#reading ? 'loading' : this.#error ? 'error' : 'idle',
      error: this.#error,
      hasOlder: this.window.olderCursor !== null,
      loadingOlder: this.#older !== null,
      gaps: this.window.gaps.map(({ beforeKey }) => beforeKey),
      atEnd: this.window.loaded,
      loaded: this.window.loaded,
    };
  }
}

/** A message that is still on its way, in its place among those of the backend. */
function withEntry(list: BlockList<TimelineEntry>, row: TimelineEntry): BlockList<TimelineEntry> {
  return list.insert(
    list.firstNot(({ message }) => compareMessages(message, row.message) <= 0),
    row,
  );
}
