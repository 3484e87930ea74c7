import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { keyedRows } from '../keyed-rows.ts';
import { AnnouncerController } from '../../controllers/announcer-controller.ts';
import { Extras } from '../../controllers/extras.ts';
import { FileAddresses } from '../../controllers/file-addresses.ts';
import { FocusRescue } from '../../controllers/focus-rescue.ts';
import { FeedFocus } from '../../controllers/feed-focus.ts';
import { Localize } from '../../controllers/localization.ts';
import { MessageActions } from '../../controllers/message-actions.ts';
import { MinuteController } from '../../controllers/minute-controller.ts';
import { NearbyKeys } from '../../controllers/nearby-keys.ts';
import { SessionController } from '../../controllers/session-controller.ts';
import { type ReadPolicy, TimelineController, type TimelineNews } from '../../controllers/timeline-controller.ts';
import { matchesShortcut } from '../../dom/keys.ts';
import { loadLinkifier } from '../../dom/linkify.ts';
import type { AnchorRow } from '../../dom/scroll-anchor.ts';
import type { MessageQuery } from '../../domain/queries.ts';
import type { Clock } from '../../ports/clock.ts';
import { toEndIcon } from '../../styles/icons.ts';
import { emit } from '../events.ts';
import { recipientName } from '../recipient.ts';
import { styles } from './conversation-timeline.styles.ts';
import { announcementOf, type Verbosity } from './news.ts';
import { type Board, renderDay, renderGap } from './render-day.ts';
import { messageLabel, spokenText } from './render-message.ts';
import { LazyMore } from './lazy-more.ts';
import { emptyTimeline, failedTimeline, historyEdge, loadingTimeline } from './states.ts';
import { TimelineDesk } from './timeline-desk.ts';

/**
 * The messages of one conversation in chronological order, with who wrote them, by which channel, and how far they got.
 *
 * @tagname conversation-timeline
 * @fires message-compose-request - The agent wants to write a failed message anew; a composer nearby takes it up.
 * @fires message-failed - A message needs a person now.
 * @csspart base - Everything.
 * @csspart day - A separator between days.
 * @csspart unread - The divider before the first unread message.
 * @csspart message - A message or event.
 * @csspart author - The customer's name above a group of messages.
 * @csspart bubble - What a message says.
 * @csspart meta - Time, channel, co-worker and status below a group of messages.
 * @csspart status - How far a message got.
 * @csspart trouble - Why a message failed, and what to do about it.
 * @csspart event - Something that happened to the conversation.
 * @csspart jump - The button that goes to the latest message.
 */
export class ConversationTimeline extends LitElement {
  static override styles = styles;

  /** The conversation that is shown. */
  @property({ attribute: 'conversation-id' }) conversationId: string | null = null;
  /** The message to open at, instead of the first unread one or the latest. */
  @property({ attribute: 'message-id' }) messageId: string | null = null;
  /** What marks messages as read: `on-view`, `after-delay` (two seconds), `on-reply` or `manual`. */
  @property({ attribute: 'read-policy' }) readPolicy: ReadPolicy = 'on-view';
  /** How much assistive technology reads out of what arrives: `full`, `brief` (that something came) or `off`. */
  @property() announcements: Verbosity = 'full';

  readonly #localize = new Localize(this);
  readonly #session = new SessionController(this);
  readonly #clock = (): Clock | null => this.#session.session?.clock ?? null;
  readonly #announcer = new AnnouncerController(this, this.#clock);
  readonly #actions = new MessageActions(this);
  readonly #extras = new Extras(this, { links: loadLinkifier });
  readonly #more = new LazyMore(this, () => this.#localize.value.language);
  readonly #files = new FileAddresses(this, () => this.#session.ready);
  readonly #focus: FeedFocus = new FeedFocus({
    rows: () => this.#rows(),
    reveal: (row) => this.#timeline.scroll.reveal(row),
    changed: () => this.requestUpdate(),
  });
  readonly #timeline: TimelineController = new TimelineController(
    this,
    () => ({
      session: this.#session.ready,
      agentId: this.#session.status?.backend?.agent.id ?? null,
      query: this.#query,
      messageId: this.messageId,
      policy: this.readPolicy,
      timeZone: this.#localize.timeZone,
      focusedKey: this.#focus.focusedKey,
    }),
    {
      scroller: () => this.renderRoot.querySelector<HTMLElement>('.scroll'),
      rows: () => this.#rows(),
      tell: (news) => this.#tell(news),
    },
  );
  readonly #desk: TimelineDesk = new TimelineDesk(this, {
    session: () => this.#session.ready,
    localize: this.#localize,
    actions: this.#actions,
    focus: this.#focus,
    timeline: this.#timeline,
    files: this.#files,
    more: this.#more,
    wantLinks: () => this.#extras.want('links'),
  });
  #readings = 0;
  #shownId: string | null = null;
  #query: MessageQuery | null = null;
  /** Key of the message under the pointer. */
  #hoveredKey: string | null = null;

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
    if (this.conversationId !== this.#shownId) {
      this.#shownId = this.conversationId;
      this.#query = this.conversationId === null ? null : { kind: 'conversation', conversationId: this.conversationId };
      this.#focus.reset();
      this.#desk.reset();
    }
    this.#timeline.update();
  }

  protected override updated(): void {
    this.#desk.updated();
  }

  /** Focuses the message that Tab would reach: the one focused last, else the latest. */
  override focus(): void {
    this.#focus.focus();
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

  /** Lets assistive technology read the latest message (1), the one before (2) and so on, without moving the focus. */
  readLatest(number: number): void {
    const { messages, formats } = this.#localize;
    const entry = this.#timeline.list.at(-number);
    this.#readings += 1;
    const text = entry
      ? `${messageLabel(entry.message, messages, formats)}: ${spokenText(entry.message, messages)}`
      : messages.announcements.noSuchMessage;
    this.#announcer.announce({ key: `read/${this.#readings}/${text}`, text });
  }

  protected override render(): TemplateResult {
    const { messages } = this.#localize;
    return html`<section class="timeline" part="base" aria-label=${messages.view.messages}>
      <div
        class="scroll"
        @keydown=${(event: KeyboardEvent) => this.#focus.press(event)}
        @focusin=${(event: FocusEvent) => this.#focus.entered(event)}
        @focusout=${() => this.#focus.left()}
        @pointerover=${(event: PointerEvent) => this.#hover(event)}
        @pointerleave=${() => this.#hover(null)}
      >
        <div class="content">${this.#renderContent()}</div>
      </div>
      ${this.#renderJump()}
    </section>`;
  }

  #renderContent(): unknown {
    const { messages } = this.#localize;
    const { snapshot, isReady } = this.#timeline;
    const retry = (): void => void this.#timeline.reload();
    if (this.conversationId === null) return nothing;
    if (!snapshot?.loaded && snapshot?.error) return failedTimeline(snapshot.error.code, messages, retry);
    if (!snapshot || !isReady) return loadingTimeline(messages);
    if (snapshot.list.length === 0) return emptyTimeline(messages);
    const { conversation } = this.#timeline;
    const board = this.#board();
    return html`${historyEdge(this.#edge(), messages, retry)}
      <div
        role="feed"
        class="feed"
        aria-label=${messages.timeline.feed(conversation ? recipientName(conversation, messages) : '')}
        aria-busy=${snapshot.loadingOlder}
      >
        ${keyedRows(
          this.#timeline.parts,
          ({ key }) => key,
          (part) => (part.type === 'gap' ? renderGap() : renderDay(part, board)),
        )}
      </div>`;
  }

  #edge(): 'loading' | 'error' | 'beginning' | 'more' {
    const { snapshot, olderFailed } = this.#timeline;
    if (snapshot?.loadingOlder) return 'loading';
    if (olderFailed) return 'error';
    return snapshot?.hasOlder ? 'more' : 'beginning';
  }

  #board(): Board {
    const { list, snapshot, unread } = this.#timeline;
    return {
      localization: this.#localize.value,
      now: this.#session.session?.serverNow() ?? 0,
      unreadCount: unread?.count ?? 0,
      setSize: snapshot?.hasOlder || this.#timeline.holes.length > 0 ? -1 : list.length,
      activeKey: this.#timeline.activeKey(this.#focus.activeKey),
      foundKey: this.#desk.foundKey,
      holes: this.#timeline.holes,
      extras: this.#extras.loaded + this.#files.changes,
      more: this.#more.value,
      isExpanded: this.#desk.isExpanded,
      showsDetails: this.#desk.showsDetails,
      isCurrent: (key) => key === this.#hoveredKey || key === this.#focus.focusedKey,
      stateOf: (key) => this.#actions.stateOf(key),
      desk: this.#desk,
    };
  }

  #renderJump(): TemplateResult | typeof nothing {
    const { timeline } = this.#localize.messages;
    const { newBelow, scroll, isReady } = this.#timeline;
    if (scroll.followsEnd || !isReady) return nothing;
    return html`<button
      type="button"
      class="button jump"
      part="jump"
      aria-label=${newBelow === 0 ? timeline.jump : timeline.jumpCount(newBelow)}
      title=${timeline.jump}
      @click=${() => this.jumpToLatest()}
    >
      ${toEndIcon()}${newBelow === 0 ? nothing : html`<span class="count">${this.#localize.formats.number(newBelow)}</span>`}
    </button>`;
  }

  #hover(event: PointerEvent | null): void {
    const row =
      event?.pointerType === 'mouse' && event.target instanceof Element ? event.target.closest('article') : null;
    const key = row?.dataset.key ?? null;
    if (key === this.#hoveredKey) return;
    this.#hoveredKey = key;
    this.requestUpdate();
  }

  #tell(news: readonly TimelineNews[]): void {
    const { messages } = this.#localize;
    const { conversation } = this.#timeline;
    const recipient = conversation ? recipientName(conversation, messages) : '';
    for (const item of news) {
      const announcement = announcementOf(item, { messages, verbosity: this.announcements, recipient });
      if (announcement) this.#announcer.announce(announcement);
      const { clientId, conversationId, failure } = item.entry.message;
      if (item.type === 'failed')
        emit(this, 'message-failed', { conversationId, clientId, reason: failure?.reason ?? 'unknown' });
    }
  }

  #press(event: KeyboardEvent): void {
    const number = [1, 2, 3, 4, 5, 6, 7, 8, 9].find((digit) => matchesShortcut(event, `Alt+${digit}`));
    if (number === undefined) return;
    event.preventDefault();
    this.readLatest(number);
  }

  #rows(): readonly AnchorRow[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('article')].map((element) => ({
      key: element.getAttribute('data-key') ?? '',
      element,
    }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'conversation-timeline': ConversationTimeline;
  }
}
