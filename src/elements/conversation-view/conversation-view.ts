import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { DirectoryController } from '../../controllers/directory-controller.ts';
import { FocusRescue } from '../../controllers/focus-rescue.ts';
import { HandleController } from '../../controllers/handle-controller.ts';
import { Localize } from '../../controllers/localization.ts';
import { MinuteController } from '../../controllers/minute-controller.ts';
import { NextFocus } from '../../controllers/next-focus.ts';
import { PaneController } from '../../controllers/pane-controller.ts';
import { RegionCycle } from '../../controllers/region-cycle.ts';
import { type OpenReadable, SessionController } from '../../controllers/session-controller.ts';
import { Soon, SoonChunk } from '../../controllers/soon.ts';
import type { ReadPolicy } from '../../controllers/timeline-controller.ts';
import { oneOf } from '../../dom/one-of.ts';
import type { Conversation } from '../../domain/model.ts';
import type { ConversationScope, ConversationSort } from '../../domain/queries.ts';
import { composerTexts } from '../../locales/composer.ts';
import { viewTexts } from '../../locales/view.ts';
import { emit, type ViewCommand } from '../events.ts';
import { styles } from './conversation-view.styles.ts';
import { messagesHeader, stateStrip } from './header.ts';
import type { SoonParts, ViewSoon } from './soon/soon.ts';
import { ViewChildren } from './view-children.ts';

const soonChunk = new SoonChunk(async () => (await import('./soon/soon.ts')).ViewSoon);

/**
 * The conversation screen: the list, the messages with the composer, and the details, side by side as its own width
 * allows. It fills its box and never makes the page scroll.
 *
 * @tagname conversation-view
 * @fires conversation-open-request - The agent chose a conversation; cancel it to open the conversation elsewhere.
 * @fires conversation-change - Another conversation is selected.
 * @fires conversation-assigned - The conversation got another co-worker through this element.
 * @fires source-open-request - The agent wants the recipient's card.
 * @fires recipient-create-request - The agent wants a record of an unmatched sender; cancel it and show its card.
 * @fires view-change - The agent looks at the list in another way; `view` holds the string of it.
 * @slot source - The host's own panel about the recipient, in the details.
 * @fires command-state-change - Some command's label or enabled state changed.
 * @csspart banner - A notice above the panes; that storage is not guaranteed stands below them.
 * @csspart header - What stands above the messages.
 */
export class ConversationView extends LitElement {
  static override styles = styles;

  /** Whose conversations the list shows; without it `recipient` where there is a `recipient-id`, else `mine`. */
  @property({ converter: oneOf(null, 'mine', 'branch', 'all', 'recipient') }) scope: ConversationScope['kind'] | null =
    null;
  /** The recipient whose conversations these are. */
  @property({ attribute: 'recipient-id' }) recipientId: string | null = null;
  /** The selected conversation. */
  @property({ attribute: 'conversation-id' }) conversationId: string | null = null;
  /** Tab, scope, order, filters and search of the list as one string, to share and to save; read and written. */
  @property() view: string | null = null;
  /** Order of the list: `oldest`, `newest`, `shortest-wait` or `longest-wait`. */
  @property({ converter: oneOf('oldest', 'newest', 'shortest-wait', 'longest-wait') }) sort: ConversationSort =
    'oldest';
  /** `compact` for lower rows in the list. */
  @property() density: 'comfortable' | 'compact' = 'comfortable';
  /** Which key sends: `enter` or `ctrl-enter`. Shift+Control+S always does. */
  @property({ attribute: 'send-key' }) sendKey: 'enter' | 'ctrl-enter' = 'enter';
  /** How many seconds a text can be taken back before it leaves; 0 for not at all. */
  @property({ type: Number, attribute: 'undo-seconds' }) undoSeconds = 0;
  /** Sends without asking whether the customer or a colleague wrote meanwhile. */
  @property({ type: Boolean, attribute: 'no-send-guard' }) noSendGuard = false;
  /** What marks messages as read: `on-view`, `after-delay` (two seconds), `on-reply` or `manual`. */
  @property({ attribute: 'read-policy' }) readPolicy: ReadPolicy = 'on-view';

  @state() private send: ViewCommand | null = null;

  readonly #session = new SessionController(this);
  readonly #localize = new Localize(this, viewTexts);
  readonly #directory = new DirectoryController(this);
  readonly #conversation = new HandleController<OpenReadable<Conversation | null>>(this);
  readonly #panes = new PaneController(this);
  readonly #focus = new NextFocus(this);
  readonly #regions = new RegionCycle(this);
  readonly #children = new ViewChildren(this);
  readonly #soon = new Soon<SoonParts, ViewSoon>(this, soonChunk, {
    view: this,
    localize: this.#localize,
    session: this.#session,
    directory: this.#directory,
    children: this.#children,
    panes: this.#panes,
    select: (id) => this.select(id),
    search: () => this.#search(),
    toggleDetails: () => this.#toggleDetails(),
  });

  constructor() {
    super();
    new MinuteController(this, () => this.#session.session?.clock ?? null);
    // The strip goes with what it was pressed for.
    new FocusRescue(this, () => this.renderRoot.querySelector<HTMLElement>('.heading h2')?.focus());
  }

  protected override scheduleUpdate(): Promise<void> | undefined {
    return this.#localize.hold(() => super.scheduleUpdate());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { session } = this.#session;
    // Another recipient's card: what was shown of the one before must not stand there under the new name.
    if (changed.get('recipientId') !== undefined && !changed.has('conversationId')) this.select(null);
    this.#directory.sync(session);
    const { conversationId } = this;
    this.#conversation.sync(session, [conversationId], (open) => open.openConversation(conversationId ?? ''));
    if (conversationId === null) this.send = null;
    const recipientId = this.#conversation.value?.recipient.id ?? null;
    this.#children.feed(this, changed, { scope: this.#scope, recipientId });
    this.#soon.value?.follow(this, this.send);
  }

  /** The composer is on its way: so are its words. */
  protected override firstUpdated(): void {
    composerTexts.load(this.#localize.value.locale).catch(() => undefined);
  }

  protected override updated(): void {
    this.#soon.value?.desk.tell();
    void this.#soon.want();
  }

  /**
   * Every command with its label and whether it is enabled, for a host's own ribbon. None until they have loaded, a moment
   * after the first paint; `command-state-change` tells of them then. A ribbon keeps room for them, or draws their buttons by
   * their ids, which are known before: `run` waits for what it is asked to do.
   */
  get commands(): readonly ViewCommand[] {
    return this.#soon.value?.desk.all ?? [];
  }

  /**
   * Carries out a command by its id, e.g. `mark-read`, once it has loaded; does nothing while it is not enabled, or while the
   * view or something around it is `inert`.
   */
  async run(commandId: string): Promise<void> {
    if (!this.#soon.value) await this.#soon.want();
    await this.#soon.value?.desk.run(commandId);
  }

  /** Selects a conversation without asking anybody. */
  select(conversationId: string | null): void {
    if (conversationId === this.conversationId) return;
    if (this.#panes.mode === 'one' && this.shadowRoot?.activeElement)
      this.#focus.on(conversationId === null ? '.list-pane > *' : '.heading h2');
    this.conversationId = conversationId;
    emit(this, 'conversation-change', { conversationId });
  }

  /** Focuses the selected row of the list, or the messages where the list is not shown. */
  override focus(): void {
    if (this.hasUpdated) this.#regions.enterFirst();
  }

  protected override render(): TemplateResult {
    const { status } = this.#session;
    const soon = this.#soon.value;
    if (status?.phase === 'failed') return html`${soon?.refused()}`;
    const { mode, showsDetails } = this.#panes;
    const details = showsDetails ? this.#conversation.value : null;
    // A recipient without any conversation is offered to start one, which the list cannot do.
    const hasNone = this.#scope === 'recipient' && this.#children.list.isEmpty;
    const showsList = mode !== 'one' || (this.conversationId === null && !hasNone);
    return html`${soon?.banners()}
      <div class="panes" data-mode=${mode} ?data-details=${details !== null}>
        ${this.#renderList(showsList)} ${mode === 'one' ? nothing : soon?.divider('list')}
        ${this.#renderMessages(mode !== 'one' || !showsList)}
        ${details && mode === 'three' ? soon?.divider('details') : nothing}
        ${
          details
            ? html`<div class="details-host" @conversation-open-request=${this.#onTimelineOpen}>
                ${soon?.details()}
              </div>`
            : nothing
        }
      </div>
      ${soon?.note()} ${soon?.layers()}`;
  }

  #renderList(isShown: boolean): TemplateResult {
    return html`<section
      id="list-pane"
      class="pane list-pane"
      data-region
      aria-label=${this.#localize.messages.view.conversations}
      ?inert=${!isShown}
      @conversation-change=${this.#onListChange}
      @rows-change=${this.#onRows}
      @view-change=${(event: HTMLElementEventMap['view-change']) => (this.view = event.detail.view)}
    >
      ${this.#children.list}
    </section>`;
  }

  /** With a conversation in it, the timeline is the region Messages. */
  #renderMessages(isShown: boolean): TemplateResult {
    const isEmpty = this.conversationId === null;
    return html`<div
      class="pane messages-pane"
      data-region
      tabindex="-1"
      role=${ifDefined(isEmpty ? 'region' : undefined)}
      aria-label=${ifDefined(isEmpty ? this.#localize.messages.view.messages : undefined)}
      ?inert=${!isShown}
    >
      ${isEmpty ? this.#renderEmpty() : this.#renderConversation()}
    </div>`;
  }

  #renderEmpty(): TemplateResult | typeof nothing | undefined {
    const soon = this.#soon.value;
    return this.#scope === 'recipient' ? soon?.noConversationWith() : soon?.noConversation();
  }

  #renderConversation(): TemplateResult {
    const header = {
      conversation: this.#conversation.value,
      messages: this.#localize.messages,
      agent: this.#session.status?.backend?.agent ?? null,
      directory: this.#directory,
      soon: this.#soon.value,
      onBack: this.#panes.mode === 'one' ? () => this.select(null) : null,
    };
    return html`${messagesHeader(header)}${stateStrip(header)}
      <div class="timeline" @conversation-open-request=${this.#onTimelineOpen}>${this.#children.timeline}</div>
      <div class="composer" data-region @command-state-change=${this.#onComposerCommands}>
        ${this.#children.composer}
      </div>`;
  }

  get #scope(): ConversationScope['kind'] {
    return this.scope ?? (this.recipientId === null ? 'mine' : 'recipient');
  }

  /** In one pane the list comes forward first. */
  #search(): void {
    if (this.#panes.mode === 'one' && this.conversationId !== null) this.select(null);
    void this.updateComplete.then(() => this.#children.list.focusSearch());
  }

  #toggleDetails(): void {
    const hadFocus = this.shadowRoot?.activeElement?.closest('.details-pane') ?? null;
    this.#panes.toggleDetails();
    if (hadFocus) this.#focus.on('[data-command="toggle-details"]');
  }

  #onListChange(event: HTMLElementEventMap['conversation-change']): void {
    event.stopPropagation();
    this.select(event.detail.conversationId);
  }

  /** From a recipient's card the newest conversation is shown at once (C1). */
  #onRows(): void {
    this.requestUpdate();
    if (this.#scope !== 'recipient' || this.conversationId !== null) return;
    const newest = this.#children.newestOnCard(this.recipientId);
    if (newest !== null) this.select(newest);
  }

  /** Asked in the name of the view, so that a page that cancels is heard before anything changes. */
  #onTimelineOpen(event: HTMLElementEventMap['conversation-open-request']): void {
    event.stopPropagation();
    if (emit(this, 'conversation-open-request', event.detail)) this.select(event.detail.conversationId);
    else event.preventDefault();
  }

  #onComposerCommands(event: HTMLElementEventMap['command-state-change']): void {
    event.stopPropagation();
    this.send = event.detail.commands.find(({ id }) => id === 'send') ?? null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'conversation-view': ConversationView;
  }
}
