import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { hasAttention } from '../dom/page-attention.ts';
import { scaleOf } from '../dom/scale.ts';
import { topIn } from '../dom/scroll-anchor.ts';
import type { Conversation, Message } from '../domain/model.ts';
import { wasOnlyRead } from '../domain/marked-unread.ts';
import { compareMessages } from '../domain/timeline.ts';
import type { MessageQuery } from '../domain/queries.ts';
import type { BlockList } from '../store/block-list.ts';
import type { OpenReadable, TimelineEntry, TimelineHandle, TimelineSnapshot } from '../sync/session-api.ts';
import { CountAfter } from './count-after.ts';
import { HandleController } from './handle-controller.ts';
import type { RowFocus } from './history-visits.ts';
import { lastOf } from './last-of.ts';
import type { ReadPolicy } from './read-controller.ts';
import { ScrollController } from './scroll-controller.ts';
import { layOut } from './timeline-layout.ts';
import { NewsReader, type TimelineNews } from './timeline-news.ts';
import type { Noted, Reading } from './timeline-reading.ts';
import { type TimelinePart, TimelineRows } from './timeline-rows.ts';
import type { TimelineInputs, TimelineView } from './timeline-view.ts';
import { type UnreadMark, UnreadPlace } from './unread-place.ts';

export type { ReadPolicy, TimelineEntry, TimelineNews, TimelineSnapshot, UnreadMark };

/** Nearer than this to the beginning of what is loaded, px, more is loaded. */
const edgePx = 1000;
/** The first unread message stands so far below the top, px: there is room for the day and the divider. */
const unreadOffset = 72;
/** Browsers lay out in 64ths of a pixel. */
const leastNudge = 1 / 64;
/** Of a scroll area that has not been laid out yet, px. */
const likelyHeight = 600;
/** Never opened: a history is asked for only where there is a question. */
const nowhere: MessageQuery = { kind: 'conversation', conversationId: '' };
/** How long messages wait for their conversation. */
const patienceMs = 1000;
/** How many pages to look through for the first unread message. */
const mostUnreadPages = 6;

/** The messages of one conversation as they are mounted, scrolled, read and told about. */
export class TimelineController implements ReactiveController {
  readonly scroll: ScrollController;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #inputs: () => TimelineInputs;
  readonly #view: TimelineView;
  readonly #timeline: HandleController<TimelineHandle>;
  readonly #conversation: HandleController<OpenReadable<Conversation | null>>;
  /** The conversation as it was at the last render. */
  #shown: Conversation | null = null;
  readonly #rows = new TimelineRows<TimelineEntry>();
  readonly #incoming = new CountAfter<TimelineEntry>(({ message }) => message.direction === 'incoming');
  readonly #unread = new UnreadPlace();
  readonly #newsReader = new NewsReader();
  #news: readonly TimelineNews[] = [];
  #reading: Reading | null = null;
  /** The agent has answered before there was anything to note it. */
  #isAnswered = false;
  #historyKey: string | null = null;
  #isOpened = false;
  #unreadPages = 0;
  /** Whether the reader was led to the message to open at. */
  #leading: 'not-yet' | 'under-way' | 'done' = 'not-yet';
  #olderFailed = false;
  /** Waits for the conversation, which says where the unread messages begin; but not for ever. */
  #patience: { readonly cancel: () => void; isOver: boolean } | null = null;
  /** The newest message that was on screen. */
  #seen: Message | null = null;
  #newBelow = 0;
  #wasAway = false;
  /** How far below the top of the scrolled content the first message stands, px. */
  #feedTop = 0;

  constructor(host: ReactiveControllerHost & HTMLElement, inputs: () => TimelineInputs, view: TimelineView) {
    this.#host = host;
    this.#inputs = inputs;
    this.#view = view;
    this.#timeline = new HandleController(host);
    this.#conversation = new HandleController(host, () => this.#conversationChanged());
    this.scroll = new ScrollController(host, {
      scroller: view.scroller,
      rows: view.rows,
      layOut: () => this.#layOut(),
      nudge: (by) => this.#nudge(by),
      focused: () => this.#inputs().focusedKey,
      placeAt: (scrollTop) => this.#rows.placeAt(scrollTop - this.#feedTop),
      moved: () => this.#moved(),
    });
    host.addController(this);
  }

  /** Call when there is what notes what is read and which places are visited. */
  attend(make: (noted: Noted) => Reading): void {
    this.#reading = make({
      read: () => ({ ...this.#inputs(), conversation: this.conversation, newestIsVisible: this.#newestIsSeen() }),
      history: {
        handle: () => this.#timeline.handle,
        rows: this.#rows,
        scroll: this.scroll,
        rendered: () => this.#host.updateComplete,
      },
    });
    if (this.#isAnswered) this.#reading.read.answered();
  }

  get conversation(): Conversation | null {
    return this.#conversation.value;
  }

  /** `null` while nothing is shown. */
  get snapshot(): TimelineSnapshot | null {
    return this.#timeline.value;
  }

  /** The loaded messages. */
  get list(): BlockList<TimelineEntry> {
    return this.#rows.list;
  }

  /** What is mounted: days, and gaps for the rest. */
  get parts(): readonly TimelinePart<TimelineEntry>[] {
    return this.#rows.parts;
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

  /** Whether earlier messages could not be loaded; cleared when the backend answers again. */
  get olderFailed(): boolean {
    return this.#olderFailed && this.snapshot?.error != null;
  }

  /** The message that Tab reaches: the wanted one if it is mounted, else the last mounted one. */
  activeKey(wanted: string | null): string | null {
    if (wanted !== null && this.#rows.isMounted(wanted)) return wanted;
    return this.#rows.lastMounted?.key ?? null;
  }

  /** Messages of the customer that came in below what has been on screen. */
  get newBelow(): number {
    return this.#newBelow;
  }

  /** Call from `willUpdate`. */
  update(): void {
    const { session, query, agentId } = this.#inputs();
    const conversationId = query?.kind === 'conversation' ? query.conversationId : null;
    const historyKey = query && JSON.stringify(query);
    this.scroll.look();
    if (historyKey !== this.#historyKey) this.#begin(historyKey);
    this.#timeline.sync(session, [historyKey], (open) => open.openTimeline(query ?? nowhere));
    this.#conversation.sync(session, [conversationId], (open) => open.openConversation(conversationId ?? ''));
    const { snapshot, conversation } = this;
    if (!snapshot) return;
    this.#news = [...this.#news, ...this.#newsReader.read(snapshot, agentId)];
    if (this.#news.some(({ type }) => type === 'own')) this.#answered();
    this.#shown = conversation;
    if (conversation) this.#mark(conversation);
    if (conversation || conversationId === null) this.#place(snapshot);
    else if (snapshot.loaded) this.#wait();
    this.#arrange(snapshot);
    this.#reading?.visits.comeBack();
  }

  /** Goes to the newest message and stays there. */
  toLatest(): void {
    this.scroll.toEnd();
  }

  /**
   * Goes to a message, loading what surrounds it if needed.
   *
   * @returns its key; `null` where it cannot be had
   */
  async show(messageId: string): Promise<string | null> {
    if (!this.#reading) await this.#view.reading();
    const place = { messageId, offset: Math.round(this.scroll.view.client / 4) };
    const key = (await this.#reading?.visits.show(place)) ?? null;
    if (key !== null) this.#view.led(key);
    return key;
  }

  /** Goes to the beginning of the history, without loading what lies between, and focuses its first message. */
  async toStart(focus: RowFocus): Promise<void> {
    if (!this.#reading) await this.#view.reading();
    await this.#reading?.visits.goToStart(focus);
  }

  /** Everything from a message of the customer on is unread again (A10). */
  async markUnreadFrom({ id, conversationId }: Message): Promise<void> {
    if (!this.#reading) await this.#view.reading();
    const { session } = this.#inputs();
    if (!session) return;
    if (conversationId === this.conversation?.id) {
      this.#reading?.read.keepUnread();
      this.#unread.expect(id);
    }
    await session.markUnreadFrom(conversationId, id);
  }

  /** A message by its id, where it is loaded. */
  find(messageId: string): Message | null {
    return this.#timeline.handle?.find(messageId) ?? null;
  }

  /** The messages from one to another, both included, whether they are mounted or not. */
  between(firstKey: string, lastKey: string): readonly TimelineEntry[] {
    const places = [this.#rows.indexOf(firstKey), this.#rows.indexOf(lastKey)].sort((a, b) => a - b);
    const [from = -1, to = -1] = places;
    return from < 0 ? [] : this.list.slice(from, to + 1);
  }

  /** Keys of messages before which others are missing. */
  get holes(): readonly string[] {
    return this.snapshot?.gaps ?? [];
  }

  /** Tries again to load what is missing before a message; resolves with whether messages came. */
  async fillHole(key: string): Promise<boolean> {
    await this.#timeline.handle?.fillGap(key, 'newer');
    return !this.holes.includes(key);
  }

  /** Tries again to load what could not be loaded. */
  async reload(): Promise<void> {
    await (this.snapshot?.loaded ? this.#loadOlder() : this.#timeline.handle?.reload());
  }

  hostDisconnected(): void {
    this.#reading?.visits.leave();
    this.#patience?.cancel();
    this.#patience = null;
  }

  hostUpdated(): void {
    const news = this.#news;
    this.#news = [];
    if (news.length > 0) this.#view.tell(news);
  }

  #begin(historyKey: string | null): void {
    this.#historyKey = historyKey;
    this.#reading?.visits.reset();
    this.#isAnswered = false;
    this.#rows.reset();
    this.#newsReader.reset();
    this.#news = [];
    this.#isOpened = false;
    this.#leading = 'not-yet';
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
    if (this.#reading) this.#reading.read.answered();
    else this.#isAnswered = true;
  }

  /** That it was read is most of what happens to a conversation, and is noted without a render. */
  #conversationChanged(): void {
    const { conversation } = this;
    if (conversation && this.#shown && wasOnlyRead(this.#shown, conversation)) {
      this.#shown = conversation;
      this.#mark(conversation);
      this.#reading?.read.look();
    } else this.#host.requestUpdate();
  }

  #mark(conversation: Conversation): void {
    const isWatched =
      this.#isOpened && this.scroll.followsEnd && this.scroll.isShown && hasAttention(this.#host.ownerDocument);
    this.#unread.update(conversation, isWatched);
  }

  /** Decides where to begin. */
  #place(snapshot: TimelineSnapshot): void {
    if (this.#isOpened || !snapshot.loaded) return;
    const { messageId } = this.#inputs();
    if (messageId !== null && this.#leading === 'not-yet') {
      this.#leading = 'under-way';
      void this.show(messageId).then((key) => {
        this.#leading = 'done';
        if (key !== null) this.#isOpened = true;
        this.#host.requestUpdate();
      });
    }
    // A message that is not to be had leaves the usual places.
    if (this.#leading === 'under-way') return;
    const entry = this.unread && lastOf(snapshot.list, this.unread.messageId);
    if (!entry && this.unread && snapshot.hasOlder && this.#unreadPages < mostUnreadPages) {
      if (snapshot.loadingOlder || this.olderFailed) return;
      this.#unreadPages += 1;
      void this.#loadOlder();
      return;
    }
    this.#isOpened = true;
    // Somebody who has scrolled meanwhile has chosen a place.
    if (!entry || !this.scroll.followsEnd) return;
    this.scroll.toRow(entry.key, unreadOffset);
  }

  async #loadOlder(): Promise<void> {
    this.#olderFailed = false;
    await this.#timeline.handle?.loadOlder();
    this.#olderFailed = this.snapshot?.error != null;
    this.#host.requestUpdate();
  }

  #arrange({ list }: TimelineSnapshot): void {
    const { focusedKey, timeZone } = this.#inputs();
    const client = this.#view.scroller()?.clientHeight ?? 0;
    this.#rows.arrange({
      list,
      place: this.scroll.place,
      client: client === 0 ? likelyHeight : client,
      focusedKey,
      timeZone,
      firstUnreadId: this.unread?.messageId ?? null,
    });
    this.#newBelow = this.scroll.followsEnd ? 0 : this.#incoming.count(list, this.#seen);
  }

  #layOut(): void {
    const scroller = this.#view.scroller();
    const feed = scroller?.querySelector('.feed');
    if (!scroller || !feed) return;
    const scale = scaleOf(scroller);
    layOut(feed, this.#rows, scale);
    this.#feedTop = topIn(scroller, feed) / scale + scroller.scrollTop + this.#rows.origin;
  }

  /** What is less than a pixel goes into the gap above; a browser scrolls by whole ones. */
  #nudge(by: number): void {
    const scroller = this.#view.scroller();
    if (!scroller || Math.abs(by) < leastNudge || Math.abs(by) >= 1) return;
    scroller.scrollTop += this.#rows.nudge(by);
    this.#layOut();
  }

  #moved(): void {
    const { snapshot } = this;
    const { visible, view } = this.scroll;
    if (!snapshot || !visible || !this.isReady) return;
    this.#see(this.list.at(this.#rows.indexOf(visible.last))?.message);
    const top = view.top - this.#feedTop;
    if (this.#rows.needsMore(top, view.client)) this.#host.requestUpdate();
    this.#reading?.visits.fill();
    this.#reading?.visits.hold();
    const wantsOlder = top < edgePx && snapshot.hasOlder;
    if (wantsOlder && !snapshot.loadingOlder && !this.olderFailed) void this.#loadOlder();
    this.#reading?.read.look();
  }

  #see(message: Message | undefined): void {
    if (message && (!this.#seen || compareMessages(message, this.#seen) > 0)) this.#seen = message;
    const newBelow = this.scroll.followsEnd ? 0 : this.#incoming.count(this.list, this.#seen);
    const isAway = !this.scroll.followsEnd;
    if (newBelow !== this.#newBelow || isAway !== this.#wasAway) this.#host.requestUpdate();
    this.#wasAway = isAway;
  }

  /** Whether the customer's newest message is, or was, on screen, and the area can be seen at all. */
  #newestIsSeen(): boolean {
    const scroller = this.#view.scroller();
    if (!this.#seen || !scroller?.checkVisibility({ visibilityProperty: true })) return false;
    return this.#incoming.count(this.list, this.#seen) === 0;
  }
}
