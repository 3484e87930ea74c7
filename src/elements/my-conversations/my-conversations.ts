import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { conversationIdOf, ConversationRows } from '../../controllers/conversation-rows.ts';
import { Localize } from '../../controllers/localization.ts';
import { MinuteController } from '../../controllers/minute-controller.ts';
import { type ConversationRow, SessionController } from '../../controllers/session-controller.ts';
import { UnreadController } from '../../controllers/unread-controller.ts';
import { oneOf } from '../../dom/one-of.ts';
import { formatView, parseView } from '../../domain/saved-view.ts';
import { type AdapterErrorCode, toAdapterError } from '../../ports/adapter-error.ts';
import type { Clock } from '../../ports/clock.ts';
import { myConversationsTexts } from '../../locales/my-conversations.ts';
import { emit } from '../events.ts';
import { keyedRows } from '../keyed-rows.ts';
import { mayOpenSource } from '../recipient.ts';
import { waitingOrder } from '../waiting-order.ts';
import { styles } from './my-conversations.styles.ts';
import { emptyTable, failedTable, loadingTable, tableNotice } from './states.ts';
import { tableRow } from './table-row.ts';
import { type TableAction, tableToolbar } from './toolbar.ts';

/**
 * The compact table for a role centre: the agent's conversations, newest first. A row opens its conversation.
 *
 * @tagname my-conversations
 * @fires conversation-open-request - A row was opened; the host shows the conversation.
 * @fires source-open-request - The agent wants the recipient's card.
 * @fires view-change - The agent chose other conversations; `view` holds the string of it.
 * @fires unread-change - The number of unread conversations in scope changed.
 * @csspart toolbar - Actions and filters.
 * @csspart row - A conversation.
 * @cssproperty [--ce-table-row-size=2.25rem] - Least height of a row.
 * @cssproperty [--ce-list-max-size=100dvb] - Height at which a table in a box without height begins to scroll.
 */
export class MyConversations extends LitElement {
  static override styles = styles;

  /** `mine` for my own conversations, `branch` for all in my branch. */
  @property({ converter: oneOf('mine', 'branch') }) scope: 'mine' | 'branch' = 'mine';
  /** Shows unread conversations only. */
  @property({ type: Boolean, attribute: 'unread-only' }) unreadOnly = false;
  /** `scope` and `unreadOnly` as one string, to keep in the page's address; read and written. */
  @property() view: string | null = null;
  /** The selected conversation, which the actions are about. */
  @property({ attribute: 'conversation-id' }) conversationId: string | null = null;

  @state() private problem: AdapterErrorCode | null = null;

  readonly #session = new SessionController(this);
  readonly #localize = new Localize(this, myConversationsTexts);
  readonly #unread = new UnreadController(this, (unread) => emit(this, 'unread-change', { unread }));
  readonly #clock = (): Clock | null => this.#session.session?.clock ?? null;
  readonly #rows = new ConversationRows(this, this.#clock);

  constructor() {
    super();
    new MinuteController(this, this.#clock);
  }

  protected override scheduleUpdate(): Promise<void> | undefined {
    return this.#localize.hold(() => super.scheduleUpdate());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('view') && this.view !== null) this.#take(this.view);
    const { session } = this.#session;
    const scope = { kind: this.scope === 'branch' ? 'branch' : 'mine' } as const;
    this.#unread.sync(session, scope);
    const query = { scope, sort: 'newest', snoozed: false, ...(this.unreadOnly && { unreadOnly: true }) } as const;
    this.#rows.sync(session, query, { linesOf: () => 1 });
  }

  /** Focuses the selected row, else the first control. */
  override focus(options?: FocusOptions): void {
    if (!this.hasUpdated || this.#rows.focus(options)) return;
    this.renderRoot.querySelector<HTMLElement>('button')?.focus(options);
  }

  /** Asks the backend for the conversations again. */
  async reload(): Promise<void> {
    await this.#rows.reload();
  }

  protected override render(): TemplateResult {
    return html`${this.#renderToolbar()}${this.#renderProblem()}${this.#renderBody()}`;
  }

  #renderToolbar(): TemplateResult {
    return tableToolbar({
      localization: this.#localize.value,
      enabled: this.#enabled(),
      isUnreadOnly: this.unreadOnly,
      scope: this.scope,
      unread: this.#unread.count,
      onAction: (action) => this.#act(action, this.#selected()),
      onUnreadOnly: (unreadOnly) => this.#look({ unreadOnly }),
      onScope: (scope) => this.#look({ scope }),
    });
  }

  #take(view: string): void {
    const { scope, unreadOnly = false } = parseView(view).view;
    this.scope = scope === 'branch' || scope === 'mine' ? scope : this.scope;
    this.unreadOnly = unreadOnly;
  }

  /** The agent looks at the table in another way. */
  #look(change: Partial<Pick<MyConversations, 'scope' | 'unreadOnly'>>): void {
    Object.assign(this, change);
    const { scope, unreadOnly } = this;
    this.view = formatView({ scope, ...(unreadOnly && { unreadOnly }) });
    emit(this, 'view-change', { view: this.view });
  }

  #renderProblem(): TemplateResult | typeof nothing {
    const { messages } = this.#localize;
    const { common, myConversations, noRows } = messages;
    const { snapshot } = this.#rows;
    if (this.problem) {
      const close = { label: common.close, run: () => (this.problem = null) };
      return tableNotice(myConversations.markFailed, this.problem, close, messages);
    }
    if (snapshot?.state !== 'error' || this.#rows.all.length === 0) return nothing;
    const retry = { label: common.retry, run: () => void this.reload() };
    return tableNotice(noRows.refreshFailed, snapshot.error?.code ?? null, retry, messages);
  }

  #renderBody(): TemplateResult {
    const { messages } = this.#localize;
    const { snapshot } = this.#rows;
    if (this.#rows.all.length > 0) return this.#renderTable();
    if (snapshot?.state === 'error')
      return failedTable(messages, snapshot.error?.code ?? null, () => void this.reload());
    if (!snapshot?.loaded) return loadingTable(messages);
    return emptyTable(messages, this.unreadOnly, () => this.#look({ unreadOnly: false }));
  }

  #renderTable(): TemplateResult {
    const { messages } = this.#localize;
    const { myConversations: words } = messages;
    const { count } = this.#rows;
    return html`${waitingOrder(this.#rows, 'start', messages)}
      <div
        class="grid"
        role="grid"
        aria-label=${words.label}
        aria-rowcount=${count === -1 ? -1 : count + 1}
        @click=${this.#onClick}
        @keydown=${this.#onKeyDown}
        @focusin=${this.#onFocusIn}
      >
        <div class="titles" role="row" aria-rowindex="1">
          ${[words.recipient, words.lastMessage, words.lastMessageAt, words.allRead].map(
            (heading) => html`<span role="columnheader">${heading}</span>`,
          )}
          <span role="columnheader"><span class="visually-hidden">${words.actions}</span></span>
        </div>
        <div class="body scroll" role="presentation" @scroll=${() => this.#rows.scrolled()}>
          <div class="rows" role="rowgroup">${this.#renderRows()}</div>
        </div>
      </div>
      ${waitingOrder(this.#rows, 'end', messages)}`;
  }

  #renderRows(): unknown {
    const localization = this.#localize.value;
    const { session } = this.#session;
    const { activeIndex } = this.#rows;
    return keyedRows(
      this.#rows.mounted,
      ({ row }) => conversationIdOf(row),
      ({ row, index, isGone }) =>
        tableRow({
          isGone,
          conversation: row.conversation,
          index,
          isSelected: conversationIdOf(row) === this.conversationId,
          isActive: index === activeIndex,
          localization,
          now: session?.serverNow() ?? 0,
          mayMarkUnread: this.#mayMarkUnread(),
        }),
    );
  }

  #selected(): ConversationRow | null {
    return this.#rows.all[this.#rows.indexOf(this.conversationId)] ?? null;
  }

  #mayMarkUnread(): boolean {
    return this.#session.status?.backend?.capabilities.can.markUnread ?? false;
  }

  #enabled(): ReadonlySet<TableAction> {
    const selected = this.#selected();
    if (!selected) return new Set();
    const isUnread = selected.conversation.unreadCount > 0;
    const actions = new Set<TableAction>();
    if (isUnread) actions.add('mark-read');
    else if (this.#mayMarkUnread()) actions.add('mark-unread');
    if (mayOpenSource(selected.conversation.recipient)) actions.add('open-source');
    return actions;
  }

  #act(action: TableAction, row: ConversationRow | null): void {
    if (!row) return;
    const { id: conversationId, recipient } = row.conversation;
    if (action === 'open-source') emit(this, 'source-open-request', { conversationId, recipient });
    else void this.#mark(conversationId, action);
  }

  async #mark(conversationId: string, action: 'mark-read' | 'mark-unread'): Promise<void> {
    this.problem = null;
    try {
      if (action === 'mark-read') await this.#session.session?.markRead(conversationId);
      else await this.#session.session?.markUnread(conversationId);
    } catch (reason) {
      this.problem = toAdapterError(reason).code;
    }
  }

  #open({ conversation }: ConversationRow): void {
    this.conversationId = conversation.id;
    const { id: conversationId, recipient } = conversation;
    emit(this, 'conversation-open-request', { conversationId, recipient });
  }

  #onClick(event: Event): void {
    const clicked = this.#rows.rowOf(event);
    if (!clicked) return;
    const button = (event.target as Element).closest<HTMLElement>('[data-action]');
    if (button) this.#act(button.dataset.action as TableAction, clicked.row);
    else this.#open(clicked.row);
  }

  #onFocusIn(event: Event): void {
    const focused = this.#rows.rowOf(event);
    if (!focused) return;
    this.conversationId = conversationIdOf(focused.row);
    if (focused.index !== this.#rows.activeIndex) this.#rows.activate(focused.index);
  }

  #onKeyDown(event: KeyboardEvent): void {
    const { target } = event;
    const isRow = target instanceof Element && target.matches('.row');
    // The row in focus is the chosen one: Space has nothing to add, and must not scroll the page away.
    if (isRow && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      if (event.key === 'Enter') this.#onClick(event);
    } else this.#rows.moveByKey(event);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'my-conversations': MyConversations;
  }
}
