import type { Message } from '../domain/model.ts';
import type { MessageQuery } from '../domain/queries.ts';
import { compareMessages } from '../domain/timeline.ts';
import type { BlockList } from './block-list.ts';
import { HistorySpans, type ReadPage, type Span } from './history-spans.ts';
import { SortedRows } from './sorted-rows.ts';

/** A message of the backend as a row of a timeline. */
export interface ServerRow {
  readonly key: string;
  readonly source: 'server';
  readonly message: Message;
}

/** Messages that are not loaded, between two that are. */
export interface HistoryGap {
  /** Key of the row behind it. */
  readonly beforeKey: string;
  readonly older: Span;
  readonly newer: Span;
}

/**
 * The loaded part of a history: everything from a message on to the newest one, and what somebody jumped to before that.
 * While a page is being read, what the feed says meanwhile wins over the page.
 */
export class MessageWindow {
  readonly key: string;
  readonly query: MessageQuery;
  /** Whether a page was ever read. */
  loaded = false;
  readonly #rows = new SortedRows<ServerRow, Message>(compareMessages, (row) => row.message);
  readonly #keys = new Map<string, string>();
  readonly #spans = new HistorySpans();
  #gaps: readonly HistoryGap[] | null = null;
  #reading = 0;
  /** How often something may have been missed, and up to which of these times the rows were read again. */
  #doubts = 1;
  #settled = 0;
  #readFrom = 0;
  readonly #putMeanwhile = new Set<string>();
  readonly #removedMeanwhile = new Set<string>();

  constructor(key: string, query: MessageQuery) {
    this.key = key;
    this.query = query;
  }

  get rows(): readonly ServerRow[] {
    return this.#rows.snapshot;
  }

  /** The rows without the cost of an array. */
  get list(): BlockList<ServerRow> {
    return this.#rows.list;
  }

  get size(): number {
    return this.#rows.size;
  }

  /** Where the stretch that reaches the newest message begins. */
  get endStart(): Message | undefined {
    return this.#spans.all.at(-1)?.from ?? this.#rows.first;
  }

  get newest(): Message | undefined {
    return this.#rows.last;
  }

  /** Where the page before the oldest row starts; `null` at the beginning of the history. */
  get olderCursor(): string | null {
    return this.#spans.all[0]?.olderCursor ?? null;
  }

  /** Where messages are missing; the same array until that changes. */
  get gaps(): readonly HistoryGap[] {
    this.#gaps ??= this.#spans.all.slice(1).flatMap((newer, index) => {
      const older = this.#spans.all[index];
      const beforeKey = this.#keyFrom(newer);
      return older && beforeKey !== undefined ? [{ beforeKey, older, newer }] : [];
    });
    return this.#gaps;
  }

  has(id: string): boolean {
    return this.#rows.has(id);
  }

  get(id: string): Message | undefined {
    return this.#rows.get(id);
  }

  ids(): Iterable<string> {
    return this.#rows.ids();
  }

  /** Takes a message of this history that the feed or an answer brought. Returns whether a row changed. */
  put(message: Message): boolean {
    if (this.#rows.get(message.id) === message) return false;
    if (this.#reading > 0) {
      this.#putMeanwhile.add(message.id);
      this.#removedMeanwhile.delete(message.id);
    }
    // A lone row among history that is not loaded would pretend that there is nothing between.
    if (!this.#spans.covers(message) && !this.#rows.has(message.id)) return false;
    this.#insert(message);
    return true;
  }

  remove(id: string): boolean {
    if (this.#reading > 0) this.#removedMeanwhile.add(id);
    const message = this.#rows.get(id);
    if (!message) return false;
    this.#keys.delete(keyOf(message));
    this.#gaps = null;
    return this.#rows.delete(id);
  }

  /** Whether a page is being read. */
  get isReading(): boolean {
    return this.#reading > 0;
  }

  /** Whether changes may have been missed: it must be read again. */
  get stale(): boolean {
    return this.#doubts > this.#settled;
  }

  /** Changes may have been missed, also those that a read under way has just passed. */
  doubt(): void {
    this.#doubts += 1;
  }

  /** Call it before the newest stretch is asked for. */
  startReadingNewest(): void {
    this.#readFrom = this.#doubts;
  }

  startReading(): void {
    this.#reading += 1;
  }

  /** Forgets what the feed said while a page was read; call it after the page was added or given up. */
  endReading(): void {
    this.#reading -= 1;
    if (this.#reading > 0) return;
    this.#putMeanwhile.clear();
    this.#removedMeanwhile.clear();
  }

  /** Adds a page from anywhere in the history. */
  addPage(page: ReadPage): void {
    this.#spans.add(page);
    this.#take(page.messages);
  }

  /** Adds the page directly before or after a loaded stretch. */
  extend(span: Span, side: 'older' | 'newer', page: ReadPage): void {
    this.#spans.extend(span, side, page);
    this.#take(page.messages);
  }

  /** Adds the page before the oldest row. */
  addOlder(messages: readonly Message[], olderCursor: string | null): void {
    const [oldest] = this.#spans.all;
    if (oldest) this.extend(oldest, 'older', { messages, olderCursor, newerCursor: null });
  }

  /** Replaces all rows by the newest stretch of history, keeping what arrived while it was read. */
  replaceAll(messages: readonly Message[], olderCursor: string | null): void {
    const arrived = this.#rows.snapshot.filter((row) => this.#putMeanwhile.has(row.message.id));
    this.#rows.clear();
    this.#keys.clear();
    this.#spans.replaceAll({ messages, olderCursor, newerCursor: null });
    this.#take(messages);
    for (const { message } of arrived) if (this.#spans.covers(message)) this.#insert(message);
    this.loaded = true;
    this.#settled = this.#readFrom;
  }

  /** Drops the oldest rows beyond `limit`. */
  keepNewest(limit: number): void {
    for (const row of this.list.slice(0, this.size - limit)) this.remove(row.message.id);
  }

  #take(messages: readonly Message[]): void {
    this.#gaps = null;
    for (const message of messages) if (!this.#removedMeanwhile.has(message.id)) this.#insert(message);
  }

  /** Key of the first row of a loaded stretch; its first message may have been removed since. */
  #keyFrom({ from }: Span): string | undefined {
    const { list } = this.#rows;
    return from ? list.at(list.firstNot(({ message }) => compareMessages(message, from) < 0))?.key : undefined;
  }

  #insert(message: Message): void {
    const wanted = keyOf(message);
    const owner = this.#keys.get(wanted);
    // A backend that stores one client id twice must not give two rows one key.
    const key = owner === undefined || owner === message.id ? wanted : message.id;
    this.#keys.set(key, message.id);
    this.#rows.put({ key, source: 'server', message });
  }
}

/** Key of a message in a timeline: the same before and after the backend took it. */
export function keyOf(message: Message): string {
  return message.clientId ?? message.id;
}

/** Name of the history a query asks for. */
export function timelineKey(query: MessageQuery): string {
  switch (query.kind) {
    case 'conversation':
      return `conversation/${query.conversationId}`;
    case 'recipient':
      return `recipient/${query.recipientId}`;
    case 'recent':
      return `recent/${query.scope.kind}/${query.scope.kind === 'recipient' ? query.scope.recipientId : ''}`;
  }
}
