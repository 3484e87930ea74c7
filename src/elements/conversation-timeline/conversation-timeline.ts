import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { Extras } from '../../controllers/extras.ts';
import { FocusRescue } from '../../controllers/focus-rescue.ts';
import { FeedFocus } from '../../controllers/feed-focus.ts';
import { Localize } from '../../controllers/localization.ts';
import { MessageActions } from '../../controllers/message-actions.ts';
import { MinuteController } from '../../controllers/minute-controller.ts';
import { PointedRow } from '../../controllers/pointed-row.ts';
import { NearbyKeys } from '../../controllers/nearby-keys.ts';
import { SessionController } from '../../controllers/session-controller.ts';
import { Soon, SoonChunk } from '../../controllers/soon.ts';
import { type ReadPolicy, TimelineController } from '../../controllers/timeline-controller.ts';
import { matchesShortcut } from '../../dom/keys.ts';
import { loadLinkifier } from '../../dom/linkify.ts';
import { anchorRows } from '../../dom/scroll-anchor.ts';
import type { ConversationScope, MessageQuery } from '../../domain/queries.ts';
import type { Clock } from '../../ports/clock.ts';
import { timelineTexts } from '../../locales/timeline.ts';
import { emit } from '../events.ts';
import { styles } from './conversation-timeline.styles.ts';
import { renderFeed } from './render-feed.ts';
import { choicesOf, type History, queryOf } from './history.ts';
import { LazyPanel } from './lazy-panel.ts';
import { LazyMore } from './lazy-more.ts';
import type { Verbosity } from './soon/news.ts';
import type { SoonParts, TimelineSoon } from './soon/soon.ts';
import { boardOf } from './timeline-board.ts';
import { TimelineDesk } from './timeline-desk.ts';

const soonChunk = new SoonChunk(async () => (await import('./soon/soon.ts')).TimelineSoon);

/**
 * The messages of one conversation in chronological order, with who wrote them, by which channel, and how far they got.
 *
 * @tagname conversation-timeline
 * @fires message-compose-request - The agent wants to write a failed message anew, or to answer one; a composer nearby takes it up.
 * @fires conversation-open-request - The agent wants to see the conversation of a message.
 * @fires history-change - The agent chose which messages to see.
 * @fires message-failed - A message needs a person now.
 * @csspart base - Everything.
 * @csspart toolbar - What stands above the messages.
 * @csspart day - A separator between days.
 * @csspart unread - The divider before the first unread message.
 * @csspart message - A message or event.
 * @csspart author - The customer's name above a group of messages.
 * @csspart bubble - What a message says.
 * @csspart meta - Time, channel, co-worker and status below a group of messages.
 * @csspart status - How far a message got.
 * @csspart trouble - Why a message failed, and what to do about it.
 * @csspart event - Something that happened to the conversation.
 * @csspart presence - Who else is in the conversation.
 * @csspart jump - The button that goes to the latest message, or to the first unread one.
 */
export class ConversationTimeline extends LitElement {
  static override styles = styles;

  /** The conversation that is shown. */
  @property({ attribute: 'conversation-id' }) conversationId: string | null = null;
  /** The message to open at, instead of the first unread one or the latest. */
  @property({ attribute: 'message-id' }) messageId: string | null = null;
  /** The recipient whose messages are shown across all conversations when `history` is `recipient`. */
  @property({ attribute: 'recipient-id' }) recipientId: string | null = null;
  /** Whose last messages are shown when `history` is `recent`: `mine`, `branch`, `recipient` or `all`. */
  @property() scope: ConversationScope['kind'] = 'mine';
  /** Which messages: of one `conversation`, with one `recipient`, or the last 100 in scope (`recent`). */
  @property() history: History = 'conversation';
  /** Shows a bar above the messages, with the choice of `history` and the search. */
  @property({ type: Boolean }) toolbar = false;
  /** What marks messages as read: `on-view`, `after-delay` (two seconds), `on-reply` or `manual`. */
  @property({ attribute: 'read-policy' }) readPolicy: ReadPolicy = 'on-view';
  /** Offers to answer single messages of the conversation with a quote: where a composer, or the page, takes that up. */
  @property({ type: Boolean }) replies = false;
  /** How much assistive technology reads out of what arrives: `full`, `brief` (that something came) or `off`. */
  @property() announcements: Verbosity = 'full';

  readonly #localize = new Localize(this, timelineTexts);
  readonly #session = new SessionController(this);
  readonly #clock = (): Clock | null => this.#session.session?.clock ?? null;
  readonly #pointed = new PointedRow(this);
  readonly #actions = new MessageActions(this);
  readonly #extras = new Extras(this, { links: loadLinkifier });
  readonly #more = new LazyMore(this, () => this.#localize.value.language);
  readonly #focus: FeedFocus = new FeedFocus({
    rows: () => anchorRows(this.renderRoot),
    reveal: (row) => this.#timeline.scroll.reveal(row),
    toEdge: (isFirst) => (isFirst ? this.#timeline.toStart(this.#focus) : this.jumpToLatest()),
    changed: () => this.requestUpdate(),
  });
  readonly #timeline: TimelineController = new TimelineController(
    this,
    () => ({
      session: this.#session.ready,
      agentId: this.#session.status?.backend?.agent.id ?? null,
      query: this.#query,
      messageId: this.messageId ?? (this.history === 'conversation' ? this.#desk.placeIn(this.conversationId) : null),
      policy: this.readPolicy,
      timeZone: this.#localize.timeZone,
      focusedKey: this.#focus.focusedKey,
    }),
    {
      scroller: () => this.renderRoot.querySelector<HTMLElement>('.scroll'),
      rows: () => anchorRows(this.renderRoot),
      tell: (news) => this.#soon.with(({ voice }) => voice.tell(news)),
      led: (key) => this.#desk.found(key),
      reading: () => this.#soon.now(),
    },
  );
  readonly #desk: TimelineDesk = new TimelineDesk(this, {
    session: () => this.#session.ready,
    localize: this.#localize,
    actions: this.#actions,
    focus: this.#focus,
    timeline: this.#timeline,
    more: this.#more,
    say: (text, urgency) => this.#soon.with(({ voice }) => voice.say(text, urgency)),
    mayMarkUnread: () => this.#session.status?.backend?.capabilities.can.markUnreadFrom === true,
    wantLinks: () => this.#extras.want('links'),
    replies: () => this.replies && this.history === 'conversation',
    opened: () => this.#choose('conversation'),
  });
  readonly #panel = new LazyPanel(
    {
      element: this,
      localize: this.#localize,
      texts: () => this.#more.value?.texts ?? null,
      session: () => this.#session.ready,
      ...{ query: () => this.#query, history: () => this.history },
      choices: () => choicesOf(this),
      choose: (history) => this.#choose(history),
      ...{ lead: (id) => this.#desk.lead(id, 'stay'), find: (id) => this.#timeline.find(id) },
    },
    () => this.#more.load(),
  );
  readonly #soon = new Soon<SoonParts, TimelineSoon>(this, soonChunk, {
    clock: this.#clock,
    localize: this.#localize,
    timeline: this.#timeline,
    verbosity: () => this.announcements,
    session: () => this.#session.ready,
    conversationId: () => (this.history === 'conversation' ? this.conversationId : null),
    texts: () => this.#more.value?.texts ?? null,
    wantTexts: () => this.#more.want(),
  });
  /** Where what rows share comes from. */
  readonly #parts = {
    session: this.#session,
    localize: this.#localize,
    timeline: this.#timeline,
    focus: this.#focus,
    pointed: this.#pointed,
    desk: this.#desk,
    actions: this.#actions,
    extras: this.#extras,
    more: this.#more,
    soon: this.#soon,
  };
  #shownKey = '';
  #query: MessageQuery | null = null;

  constructor() {
    super();
    new MinuteController(this, this.#clock);
    new NearbyKeys(this, (event) => this.#press(event));
    new FocusRescue(this, () => this.#focus.focus());
  }

  protected override scheduleUpdate(): Promise<void> | undefined {
    return this.#localize.hold(() => super.scheduleUpdate());
  }

  protected override willUpdate(): void {
    const query = queryOf(this);
    const key = JSON.stringify(query);
    if (key !== this.#shownKey) {
      this.#shownKey = key;
      this.#query = query;
      this.#focus.reset();
      this.#desk.reset();
      this.#panel.historyChanged();
    }
    this.#timeline.update();
  }

  protected override updated(): void {
    this.#desk.updated();
    if (this.#timeline.isReady || this.#timeline.snapshot?.error) void this.#soon.want();
    if (this.toolbar && this.#timeline.isReady) this.#panel.load();
  }

  /** Focuses the message that Tab would reach: the one focused last, else the latest. */
  override focus(): void {
    if (this.hasUpdated) this.#focus.focus();
  }

  /** Goes to the latest message and focuses it. */
  async jumpToLatest(): Promise<void> {
    this.#timeline.toLatest();
    await this.updateComplete;
    this.#focus.focusLast();
  }

  /**
   * Goes to a message of this history and focuses it, loading what surrounds it if needed.
   *
   * @returns whether it could be had
   */
  showMessage(messageId: string): Promise<boolean> {
    return this.#desk.lead(messageId);
  }

  /**
   * Marks a message of the customer and their later ones as unread, where the backend can; they stay so until the agent
   * answers or opens the conversation anew.
   */
  markUnreadFrom(messageId: string): Promise<void> {
    return this.#desk.markUnreadFrom(messageId);
  }

  /** Opens the search in these messages. */
  async search(): Promise<void> {
    await this.updateComplete;
    await this.#panel.search();
  }

  /** Lets assistive technology read the latest message (1), the one before (2) and so on, without moving the focus. */
  readLatest(number: number): void {
    if (this.hasUpdated) this.#soon.with(({ voice }) => voice.read(number));
  }

  protected override render(): TemplateResult {
    const { messages } = this.#localize;
    const feed = (): TemplateResult =>
      renderFeed(
        this.#timeline,
        { messages, history: this.history, more: this.#more.value, soon: this.#soon.value },
        () => boardOf(this.#parts, this.history),
      );
    // prettier-ignore
    return html`<section class="timeline" part="base" aria-label=${messages.timeline.label}>${
      this.#panel.render(this.toolbar && this.#query !== null)
    }<div
        class="scroll"
        @keydown=${(event: KeyboardEvent) => this.#focus.press(event)}
        @focusin=${(event: FocusEvent) => this.#focus.entered(event)}
        @focusout=${(event: FocusEvent) => this.#focus.left(event)}
        @copy=${(event: ClipboardEvent) => this.#copy(event)}
        @pointerover=${this.#pointed.over}
        @pointerleave=${this.#pointed.left}
        ><div class="content">${this.#query === null ? nothing : feed()}</div>${this.#renderJump()}</div
      >${this.#soon.value?.presence.render()}</section>`;
  }

  #renderJump(): TemplateResult | typeof nothing {
    const toLatest = (): void => void this.jumpToLatest();
    if (!this.#timeline.isReady) return nothing;
    return this.#soon.value?.jump(toLatest, (id) => void this.showMessage(id)) ?? nothing;
  }

  #choose(history: History): void {
    this.history = history;
    emit(this, 'history-change', { history });
  }

  #copy(event: ClipboardEvent): void {
    // Whoever selects has pointed at a message, and with that what makes the text has loaded.
    const copied = this.#more.value?.copied;
    const text = this.shadowRoot && copied ? copied(this.shadowRoot, this.#timeline, this.#localize.value) : null;
    if (text === null) return;
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  }

  #press(event: KeyboardEvent): void {
    if (matchesShortcut(event, 'Control+F') && event.composedPath().includes(this)) {
      event.preventDefault();
      void this.search();
      return;
    }
    const number = [1, 2, 3, 4, 5, 6, 7, 8, 9].find((digit) => matchesShortcut(event, `Alt+${digit}`));
    if (number === undefined) return;
    event.preventDefault();
    this.readLatest(number);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'conversation-timeline': ConversationTimeline;
  }
}
