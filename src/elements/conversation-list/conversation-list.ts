import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { conversationIdOf, ConversationRows } from '../../controllers/conversation-rows.ts';
import { DirectoryController } from '../../controllers/directory-controller.ts';
import { DelayedText } from '../../controllers/delayed-text.ts';
import { Localize } from '../../controllers/localization.ts';
import { MinuteController } from '../../controllers/minute-controller.ts';
import { type ConversationRow, type ListSnapshot, SessionController } from '../../controllers/session-controller.ts';
import { UnreadController } from '../../controllers/unread-controller.ts';
import type { ConversationQuery, ConversationScope, ConversationSort } from '../../domain/queries.ts';
import type { Clock } from '../../ports/clock.ts';
import { emit } from '../events.ts';
import { styles } from './conversation-list.styles.ts';
import { listRow, type RowContext, rowLines } from './row.ts';
import { emptyList, failedList, loadingList, refreshNotice } from './states.ts';
import { listToolbar } from './toolbar.ts';

/**
 * The inbox: the conversations in scope, a row each, in the order the agent chose.
 *
 * @tagname conversation-list
 * @fires conversation-open-request - The agent chose a row; cancel it to open the conversation elsewhere.
 * @fires conversation-change - Another row is selected.
 * @fires rows-change - The list shows other rows than before.
 * @fires unread-change - The number of unread conversations in scope changed.
 * @csspart toolbar - Search, filters and sort.
 * @csspart row - A conversation.
 * @cssproperty [--ce-list-row-size=3.5rem] - Least height of a row.
 * @cssproperty [--ce-list-max-size=100dvb] - Height at which a list in a box without height begins to scroll.
 */
export class ConversationList extends LitElement {
  static override styles = styles;

  /** Whose conversations: `mine`, my `branch`'s, one `recipient`'s or `all` I may see. */
  @property() scope: ConversationScope['kind'] = 'mine';
  /** The recipient of scope `recipient`. */
  @property({ attribute: 'recipient-id' }) recipientId: string | null = null;
  /** The selected conversation. */
  @property({ attribute: 'conversation-id' }) conversationId: string | null = null;
  /** The order: `oldest`, `newest`, `shortest-wait` or `longest-wait`. */
  @property() sort: ConversationSort = 'oldest';
  /** Shows unread conversations only. */
  @property({ type: Boolean, attribute: 'unread-only' }) unreadOnly = false;
  /** `compact` for lower rows. */
  @property({ reflect: true }) density: 'comfortable' | 'compact' = 'comfortable';

  readonly #session = new SessionController(this);
  readonly #localize = new Localize(this);
  readonly #directory = new DirectoryController(this);
  readonly #unread = new UnreadController(this, (unread) => emit(this, 'unread-change', { unread }));
  readonly #clock = (): Clock | null => this.#session.session?.clock ?? null;
  readonly #search = new DelayedText(this, this.#clock);
  readonly #rows = new ConversationRows(this, this.#clock);
  #told: ListSnapshot | null = null;

  constructor() {
    super();
    new MinuteController(this, this.#clock);
  }

  protected override scheduleUpdate(): Promise<void> | undefined {
    return this.#localize.hold(() => super.scheduleUpdate());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { session } = this.#session;
    const asked = this.#query();
    this.#directory.sync(session);
    this.#unread.sync(session, asked.scope);
    if (changed.has('conversationId') && this.conversationId !== null) this.#rows.prefer(this.conversationId);
    const { reader } = this.#context();
    this.#rows.sync(session, asked, (row) => rowLines(row, reader));
  }

  protected override updated(): void {
    const { snapshot } = this.#rows;
    if (!snapshot?.loaded || snapshot === this.#told) return;
    this.#told = snapshot;
    emit(this, 'rows-change', { loaded: snapshot.rows.length, total: snapshot.total });
  }

  /** The conversations as shown, in order, as far as they are loaded. */
  get rows(): readonly ConversationRow[] {
    return this.#rows.all;
  }

  /** Whether the list has been loaded at least once. */
  get loaded(): boolean {
    return this.#rows.snapshot?.loaded ?? false;
  }

  /** Whether nothing at all is in scope; not when filters hide what is. */
  get isEmpty(): boolean {
    return this.loaded && this.rows.length === 0 && !this.unreadOnly && this.#search.settled === '';
  }

  /** Focuses the selected row, else the first one, else the first control. */
  override focus(options?: FocusOptions): void {
    if (!this.#rows.focus(options)) this.renderRoot.querySelector<HTMLElement>('button')?.focus(options);
  }

  /** Chooses a conversation as if its row were pressed; does nothing when the list does not show it. */
  open(conversationId: string): void {
    const index = this.#rows.indexOf(conversationId);
    const row = this.rows[index];
    if (!row) return;
    const { recipient } = row.conversation;
    this.#rows.activate(index);
    if (!emit(this, 'conversation-open-request', { conversationId, recipient })) return;
    if (conversationId === this.conversationId) return;
    this.conversationId = conversationId;
    emit(this, 'conversation-change', { conversationId });
  }

  /** The conversation some rows below the selected one, above it when `step` is negative; `null` when there is none. */
  neighbour(step: number): string | null {
    const index = this.#rows.indexOf(this.conversationId);
    const start = index === -1 && step < 0 ? this.rows.length : index;
    return this.rows[start + step]?.conversation.id ?? null;
  }

  /** Asks the backend for the list again. */
  async reload(): Promise<void> {
    await this.#rows.reload();
  }

  protected override render(): TemplateResult {
    return html`${this.#renderToolbar()}
      <div class="body scroll" @scroll=${() => this.requestUpdate()}>${this.#renderBody()}</div>`;
  }

  #renderToolbar(): TemplateResult {
    const backend = this.#session.status?.backend;
    return listToolbar({
      messages: this.#localize.messages,
      sort: this.sort,
      isUnreadOnly: this.unreadOnly,
      search: backend?.capabilities.can.search ? this.#search.typed : null,
      coWorker: this.scope === 'mine' ? (backend?.agent.name ?? null) : null,
      offersMine: this.scope === 'branch',
      onSort: (sort) => (this.sort = sort),
      onUnreadOnly: (isUnreadOnly) => (this.unreadOnly = isUnreadOnly),
      onSearch: (text) => this.#search.type(text),
      onScope: (scope) => (this.scope = scope),
    });
  }

  #renderBody(): TemplateResult {
    const { messages } = this.#localize;
    const { snapshot } = this.#rows;
    const code = snapshot?.error?.code ?? null;
    const retry = (): void => void this.reload();
    if (this.rows.length > 0)
      return html`${snapshot?.state === 'error' ? refreshNotice(messages, code, retry) : nothing}${this.#renderRows()}`;
    if (snapshot?.state === 'error') return failedList(messages, code, retry);
    if (!snapshot?.loaded) return loadingList(messages);
    return emptyList(messages, {
      text: this.#search.settled,
      isUnreadOnly: this.unreadOnly,
      isRecipient: this.scope === 'recipient',
      onClear: () => this.#clearFilters(),
    });
  }

  #renderRows(): TemplateResult {
    const context = this.#context();
    const { count, activeIndex } = this.#rows;
    return html`<div
      class="rows"
      role="listbox"
      aria-label=${this.#localize.messages.list.label}
      @click=${this.#onChoose}
      @keydown=${this.#onKeyDown}
      @focusin=${this.#onFocusIn}
      @pointermove=${() => this.#rows.touch()}
    >
      ${repeat(
        this.#rows.mounted,
        ({ row }) => conversationIdOf(row),
        ({ row, index }) => {
          const isSelected = conversationIdOf(row) === this.conversationId;
          return listRow(row, { index, count, isSelected, isActive: index === activeIndex }, context);
        },
      )}
    </div>`;
  }

  #context(): RowContext {
    const { session, status } = this.#session;
    const agent = status?.backend?.agent;
    const { coWorkers, branches } = this.#directory;
    return {
      localization: this.#localize.value,
      reader: { agentId: agent?.id ?? null, branchId: agent?.branchId ?? null, coWorkers, branches },
      now: session?.serverNow() ?? 0,
    };
  }

  #query(): ConversationQuery {
    const text = this.#search.settled;
    return {
      scope:
        this.scope === 'recipient' ? { kind: 'recipient', recipientId: this.recipientId ?? '' } : { kind: this.scope },
      sort: this.sort,
      ...(this.unreadOnly && { unreadOnly: true }),
      ...(text !== '' && { text }),
    };
  }

  #clearFilters(): void {
    this.unreadOnly = false;
    this.#search.type('');
  }

  #onChoose(event: Event): void {
    const chosen = this.#rows.rowOf(event);
    if (chosen) this.open(conversationIdOf(chosen.row));
  }

  #onFocusIn(event: Event): void {
    const focused = this.#rows.rowOf(event);
    if (focused && focused.index !== this.#rows.activeIndex) this.#rows.activate(focused.index);
  }

  #onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.#onChoose(event);
    } else this.#rows.moveByKey(event);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'conversation-list': ConversationList;
  }
}
