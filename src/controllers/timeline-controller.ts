import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { AnchorRow } from '../dom/scroll-anchor.ts';
import type { Conversation, Message } from '../domain/model.ts';
import { compareMessages, timelineRows, type TimelineRow } from '../domain/timeline.ts';
import type {
  MessagingSession,
  OpenReadable,
  TimelineEntry,
  TimelineHandle,
  TimelineSnapshot,
} from '../sync/session-api.ts';
import { HandleController } from './handle-controller.ts';
import { ReadController, type ReadPolicy } from './read-controller.ts';
import { ScrollController } from './scroll-controller.ts';
import { NewsReader, type TimelineNews } from './timeline-news.ts';
import { type Stretch, TimelineWindow } from './timeline-window.ts';
import { type UnreadMark, UnreadPlace } from './unread-place.ts';

export type { ReadPolicy, TimelineEntry, TimelineNews, TimelineRow, TimelineSnapshot, UnreadMark };

/** What a timeline is for, as its element knows it. */
export interface TimelineInputs {
  readonly session: MessagingSession | null;
  readonly agentId: string | null;
  readonly conversationId: string | null;
  readonly policy: ReadPolicy;
  readonly timeZone: string;
  /** Key of the message with the focus: it stays mounted. */
  readonly focusedKey: string | null;
}

/** What the controller needs of the rendered element. */
export interface TimelineView {
  readonly scroller: () => HTMLElement | null;
  readonly rows: () => readonly AnchorRow[];
  readonly tell: (news: readonly TimelineNews[]) => void;
}

/** A message or event with its place in the loaded history. */
export type PlacedRow = Extract<TimelineRow<TimelineEntry>, { type: 'message' | 'event' }> & {
  /** From 1; as assistive technology counts. */
  readonly position: number;
};

/** The rows of one day. */
export interface TimelineDay {
  readonly key: string;
  readonly dayStart: number;
  readonly rows: readonly (PlacedRow | Extract<TimelineRow<TimelineEntry>, { type: 'unread' }>)[];
}

/** Nearer than this to an edge of what is mounted, px, more is mounted or loaded. */
const edgePx = 600;
/** The first unread message stands so far below the top, px: there is room for the day and the divider. */
const unreadOffset = 72;
/** How long messages wait for their conversation. */
const patienceMs = 1000;
/** How many pages to look through for the first unread message. */
const mostUnreadPages = 6;

/** The messages of one conversation as they are mounted, scrolled, read and told about. */
export class TimelineController implements ReactiveController {
  readonly scroll: ScrollController;
  readonly read: ReadController;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #inputs: () => TimelineInputs;
  readonly #view: TimelineView;
  readonly #timeline: HandleController<TimelineHandle>;
  readonly #conversation: HandleController<OpenReadable<Conversation | null>>;
  readonly #window = new TimelineWindow();
  readonly #unread = new UnreadPlace();
  readonly #newsReader = new NewsReader();
  #news: readonly TimelineNews[] = [];
  #days: readonly TimelineDay[] = [];
  #arranged: readonly unknown[] = [];
  #stretch: Stretch = { start: 0, end: 0 };
  #conversationId: string | null = null;
  #isOpened = false;
  #unreadPages = 0;
  #olderFailed = false;
  /** Waits for the conversation, which says where the unread messages begin; but not for ever. */
  #patience: { readonly cancel: () => void; isOver: boolean } | null = null;
  /** The newest message that was on screen. */
  #seen: Message | null = null;
  #newBelow = 0;
  #wasAway = false;

  constructor(host: ReactiveControllerHost & HTMLElement, inputs: () => TimelineInputs, view: TimelineView) {
    this.#host = host;
    this.#inputs = inputs;
    this.#view = view;
    this.#timeline = new HandleController(host);
    this.#conversation = new HandleController(host);
    this.scroll = new ScrollController(host, {
      scroller: view.scroller,
      rows: view.rows,
      reachesEnd: () => this.#stretch.end === this.entries.length,
      moved: () => this.#moved(),
    });
    this.read = new ReadController(host, () => ({
      session: inputs().session,
      conversation: this.conversation,
      policy: inputs().policy,
      newestIsVisible: this.#newestIsSeen(),
    }));
    host.addController(this);
  }

  get conversation(): Conversation | null {
    return this.#conversation.value;
  }

  /** `null` while nothing is shown. */
  get snapshot(): TimelineSnapshot | null {
    return this.#timeline.value;
  }

  get entries(): readonly TimelineEntry[] {
    return this.snapshot?.entries ?? [];
  }

  /** The mounted rows by day. */
  get days(): readonly TimelineDay[] {
    return this.#days;
  }

  /** Whether messages can be shown: they are loaded, and where to begin is known. */
  get isReady(): boolean {
    const isPlaced = this.#isOpened || this.#patience?.isOver === true;
    return this.snapshot?.loaded === true && isPlaced;
  }

  /** Where the unread messages began. */
  get unread(): UnreadMark | null {
    return this.#unread.mark;
  }

  /** Whether everything before the first mounted message is mounted or does not exist. */
  get startsAtBeginning(): boolean {
    return this.#stretch.start === 0 && this.snapshot?.hasOlder === false;
  }

  /** Whether earlier messages could not be loaded; cleared when the backend answers again. */
  get olderFailed(): boolean {
    return this.#olderFailed && this.snapshot?.error != null;
  }

  /** The message that Tab reaches: the wanted one if it is mounted, else the last mounted one. */
  activeKey(wanted: string | null): string | null {
    const rows = this.#days.flatMap((day) => day.rows);
    return rows.some(({ key }) => key === wanted) ? wanted : (rows.at(-1)?.key ?? null);
  }

  /** Messages of the customer that came in below what has been on screen. */
  get newBelow(): number {
    return this.#newBelow;
  }

  /** Call from `willUpdate`. */
  update(): void {
    const { session, conversationId, agentId } = this.#inputs();
    if (conversationId !== this.#conversationId) this.#begin(conversationId);
    this.#timeline.sync(session, [conversationId], (open) =>
      open.openTimeline({ kind: 'conversation', conversationId: conversationId ?? '' }),
    );
    this.#conversation.sync(session, [conversationId], (open) => open.openConversation(conversationId ?? ''));
    const { snapshot, conversation } = this;
    if (!snapshot) {
      this.#days = [];
      this.#arranged = [];
      return;
    }
    this.#news = [...this.#news, ...this.#newsReader.read(snapshot, agentId)];
    if (this.#news.some(({ type }) => type === 'own')) this.#answered();
    if (conversation) this.#place(conversation, snapshot);
    else if (snapshot.loaded) this.#wait();
    this.#arrange(snapshot);
  }

  /** Goes to the newest message and stays there. */
  toLatest(): void {
    this.#window.follow();
    this.scroll.toEnd();
  }

  /** Tries again to load what could not be loaded. */
  async reload(): Promise<void> {
    await (this.snapshot?.loaded ? this.#loadOlder() : this.#timeline.handle?.reload());
  }

  hostDisconnected(): void {
    this.#patience?.cancel();
    this.#patience = null;
  }

  hostUpdated(): void {
    const news = this.#news;
    this.#news = [];
    if (news.length > 0) this.#view.tell(news);
  }

  #begin(conversationId: string | null): void {
    this.#conversationId = conversationId;
    this.#window.follow();
    this.#newsReader.reset();
    this.#news = [];
    this.#isOpened = false;
    this.#unreadPages = 0;
    this.#olderFailed = false;
    this.#patience?.cancel();
    this.#patience = null;
    this.#seen = null;
    this.#newBelow = 0;
    this.scroll.toEnd();
  }

  #wait(): void {
    const clock = this.#inputs().session?.clock;
    if (this.#patience || !clock) return;
    const cancel = clock.after(patienceMs, () => {
      if (this.#patience) this.#patience.isOver = true;
      this.#host.requestUpdate();
    });
    this.#patience = { cancel, isOver: false };
  }

  #answered(): void {
    this.#unread.clear();
    this.toLatest();
    this.read.answered();
  }

  #place(conversation: Conversation, snapshot: TimelineSnapshot): void {
    const isWatched = this.#isOpened && this.scroll.followsEnd && this.scroll.isShown && this.read.hasAttention;
    this.#unread.update(conversation, isWatched);
    if (this.#isOpened || !snapshot.loaded) return;
    const index = snapshot.entries.findIndex(({ message }) => message.id === this.unread?.messageId);
    if (index < 0 && this.unread && snapshot.hasOlder && this.#unreadPages < mostUnreadPages) {
      if (snapshot.loadingOlder || this.olderFailed) return;
      this.#unreadPages += 1;
      void this.#loadOlder();
      return;
    }
    this.#isOpened = true;
    const entry = snapshot.entries[index];
    // Somebody who has scrolled meanwhile has chosen a place.
    if (!entry || !this.scroll.followsEnd) return;
    this.#window.centre(snapshot.entries, index, index);
    this.scroll.toRow(entry.key, unreadOffset);
  }

  async #loadOlder(): Promise<void> {
    this.#olderFailed = false;
    await this.#timeline.handle?.loadOlder();
    this.#olderFailed = this.snapshot?.error != null;
    this.#host.requestUpdate();
  }

  /** Renders are many, changes are few: rows are laid out again only when something they are made of is another. */
  #arrange({ entries }: TimelineSnapshot): void {
    const { focusedKey, timeZone } = this.#inputs();
    const stretch = (this.#stretch = this.#window.stretch(entries));
    const unreadId = this.unread?.messageId ?? null;
    const facts = [entries, stretch.start, stretch.end, focusedKey, timeZone, unreadId];
    if (facts.some((fact, index) => fact !== this.#arranged[index])) {
      const places = mountedPlaces(entries, stretch, focusedKey);
      const mounted = [...places.values()].flatMap((index) => entries[index] ?? []);
      this.#days = byDay(timelineRows(mounted, { timeZone, firstUnreadId: unreadId }), places);
    }
    this.#arranged = facts;
    this.#newBelow = this.scroll.followsEnd ? 0 : countIncomingAfter(entries, this.#seen);
  }

  #moved(): void {
    const { entries, snapshot } = this;
    const visible = this.scroll.visible;
    if (!snapshot || !visible) return;
    const { start, end } = this.#stretch;
    const index = (key: string): number => {
      for (let place = start; place < end; place += 1) if (entries[place]?.key === key) return place;
      return -1;
    };
    const [first, last] = [index(visible.first), index(visible.last)];
    if (first < 0 || last < 0) return;
    this.#see(entries[last]?.message);
    if (this.scroll.followsEnd) this.#window.follow();
    else this.#window.hold(entries);
    const { above, below } = this.scroll.margins;
    const isNearEdge = (above < edgePx && start > 0) || (below < edgePx && end < entries.length);
    if (isNearEdge && !this.scroll.followsEnd && this.#window.centre(entries, first, last)) this.#host.requestUpdate();
    const wantsOlder = above < edgePx && start === 0 && snapshot.hasOlder;
    if (wantsOlder && !snapshot.loadingOlder && !this.olderFailed) void this.#loadOlder();
    this.read.look();
  }

  #see(message: Message | undefined): void {
    if (message && (!this.#seen || compareMessages(message, this.#seen) > 0)) this.#seen = message;
    const newBelow = this.scroll.followsEnd ? 0 : countIncomingAfter(this.entries, this.#seen);
    const isAway = !this.scroll.followsEnd;
    if (newBelow !== this.#newBelow || isAway !== this.#wasAway) this.#host.requestUpdate();
    this.#wasAway = isAway;
  }

  /** Whether the customer's newest message is, or was, on screen, and the area can be seen at all. */
  #newestIsSeen(): boolean {
    const scroller = this.#view.scroller();
    if (!this.#seen || !scroller?.checkVisibility({ visibilityProperty: true })) return false;
    return countIncomingAfter(this.entries, this.#seen) === 0;
  }
}

/** Where each mounted message stands in the loaded history, in order; the one with the focus wherever it is. */
function mountedPlaces(
  entries: readonly TimelineEntry[],
  { start, end }: Stretch,
  focusedKey: string | null,
): ReadonlyMap<string, number> {
  const indexes = Array.from({ length: end - start }, (_, index) => start + index);
  const focused = focusedKey === null ? -1 : entries.findIndex(({ key }) => key === focusedKey);
  if (focused >= 0 && focused < start) indexes.unshift(focused);
  if (focused >= end) indexes.push(focused);
  return new Map(indexes.map((index) => [entries[index]?.key ?? '', index]));
}

function byDay(
  rows: readonly TimelineRow<TimelineEntry>[],
  places: ReadonlyMap<string, number>,
): readonly TimelineDay[] {
  const days: { key: string; dayStart: number; rows: TimelineDay['rows'][number][] }[] = [];
  for (const row of rows) {
    if (row.type === 'day') days.push({ key: row.key, dayStart: row.dayStart, rows: [] });
    else if (row.type === 'unread') days.at(-1)?.rows.push(row);
    else days.at(-1)?.rows.push({ ...row, position: (places.get(row.key) ?? 0) + 1 });
  }
  return days;
}

/** Counts from the end, so that the length of the history does not matter. */
function countIncomingAfter(entries: readonly TimelineEntry[], seen: Message | null): number {
  let count = 0;
  for (let index = entries.length - 1; seen && index >= 0; index -= 1) {
    const message = entries[index]?.message;
    if (!message || compareMessages(message, seen) <= 0) break;
    if (message.direction === 'incoming') count += 1;
  }
  return count;
}
