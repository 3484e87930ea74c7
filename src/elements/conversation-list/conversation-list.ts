import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { DirectoryController } from '../../controllers/directory-controller.ts';
import { HandleController } from '../../controllers/handle-controller.ts';
import { HeldRows } from '../../controllers/held-rows.ts';
import { Localize } from '../../controllers/localization.ts';
import { MinuteController } from '../../controllers/minute-controller.ts';
import {
  type ConversationRow,
  type ListHandle,
  type ListSnapshot,
  type MessagingSession,
  SessionController,
} from '../../controllers/session-controller.ts';
import { UnreadController } from '../../controllers/unread-controller.ts';
import { VirtualRows } from '../../controllers/virtual-rows.ts';
import { rowForKey } from '../../dom/row-keys.ts';
import type { ConversationQuery, ConversationScope, ConversationSort } from '../../domain/queries.ts';
import { emit } from '../events.ts';
import { styles } from './conversation-list.styles.ts';
import { listRow, type RowContext, rowLines } from './row.ts';
import { emptyList, failedList, loadingList, refreshNotice } from './states.ts';
import { listToolbar } from './toolbar.ts';

const searchDelayMs = 250;
const loadMoreRowsBeforeEnd = 12;

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
  @property() density: 'comfortable' | 'compact' = 'comfortable';

  @state() private searchText = '';
  @state() private appliedText = '';
  @query('.scroll') private readonly scroller!: HTMLElement | null;

  readonly #session = new SessionController(this);
  readonly #localize = new Localize(this);
  readonly #directory = new DirectoryController(this);
  readonly #list = new HandleController<ListHandle>(this);
  readonly #unread = new UnreadController(this, (unread) => emit(this, 'unread-change', { unread }));
  readonly #minute = new MinuteController(this, () => this.#session.session?.clock ?? null);
  readonly #held = new HeldRows<ConversationRow>(this, idOf, () => this.#session.session?.clock ?? null);
  readonly #virtual = new VirtualRows(this, () => this.scroller);
  #rows: readonly ConversationRow[] = [];
  #mounted: readonly number[] = [];
  #asked = '';
  #activeId: string | null = null;
  #activeIndex = 0;
  #movesFocus = false;
  #told: ListSnapshot | null = null;
  #cancelSearch: (() => void) | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#cancelSearch?.();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { session } = this.#session;
    const asked = this.#query();
    this.#directory.sync(session);
    this.#unread.sync(session, asked.scope);
    this.#ask(asked);
    this.#list.sync([session], () => (session as MessagingSession).openList(asked));
    if (changed.has('conversationId') && this.conversationId !== null) this.#activeId = this.conversationId;
    this.#rows = this.#held.arrange(this.#list.value?.rows ?? []);
    this.#placeActive();
    const reader = this.#context().reader;
    const placed = this.#rows.map((row) => ({ key: idOf(row), lines: rowLines(row, reader) }));
    this.#mounted = this.#virtual.arrange(placed, this.#activeIndex);
  }

  protected override updated(): void {
    if (this.#movesFocus) this.renderRoot.querySelector<HTMLElement>(activeRow)?.focus({ preventScroll: true });
    this.#movesFocus = false;
    const snapshot = this.#list.value;
    if (
      snapshot?.hasMore &&
      snapshot.state === 'idle' &&
      (this.#mounted.at(-1) ?? 0) >= snapshot.rows.length - loadMoreRowsBeforeEnd
    )
      void this.#list.handle?.loadMore();
    if (!snapshot || snapshot === this.#told) return;
    this.#told = snapshot;
    emit(this, 'rows-change', { loaded: snapshot.rows.length, total: snapshot.total });
  }

  /** The conversations as shown, in order, as far as they are loaded. */
  get rows(): readonly ConversationRow[] {
    return this.#rows;
  }

  /** Whether the list has been loaded at least once. */
  get loaded(): boolean {
    return this.#list.value?.loaded ?? false;
  }

  /** Focuses the selected row, else the first one, else the first control. */
  override focus(options?: FocusOptions): void {
    const target =
      this.renderRoot.querySelector<HTMLElement>(activeRow) ?? this.renderRoot.querySelector('button, input');
    (target as HTMLElement | null)?.focus(options);
  }

  /** Chooses a conversation as if its row were pressed; does nothing when the list does not show it. */
  open(conversationId: string): void {
    const index = this.#rows.findIndex((row) => idOf(row) === conversationId);
    const row = this.#rows[index];
    if (!row) return;
    const { recipient } = row.conversation;
    this.#activate(index);
    if (!emit(this, 'conversation-open-request', { conversationId, recipient })) return;
    if (conversationId === this.conversationId) return;
    this.conversationId = conversationId;
    emit(this, 'conversation-change', { conversationId });
  }

  /** The conversation `step` rows below the selected one (above when negative); `null` when there is none. */
  neighbour(step: number): string | null {
    const selected = this.#rows.findIndex((row) => idOf(row) === this.conversationId);
    const from = selected === -1 && step < 0 ? this.#rows.length : selected;
    const row = this.#rows[from + step];
    return row ? idOf(row) : null;
  }

  /** Asks the backend for the list again. */
  async reload(): Promise<void> {
    await this.#list.handle?.reload();
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
      search: backend?.capabilities.can.search ? this.searchText : null,
      coWorker: this.scope === 'mine' ? (backend?.agent.name ?? null) : null,
      offersMine: this.scope === 'branch',
      onSort: (sort) => (this.sort = sort),
      onUnreadOnly: (isUnreadOnly) => (this.unreadOnly = isUnreadOnly),
      onSearch: (text) => this.#search(text),
      onScope: (scope) => (this.scope = scope),
    });
  }

  #renderBody(): TemplateResult {
    const { messages } = this.#localize;
    const snapshot = this.#list.value;
    const code = snapshot?.error?.code ?? null;
    const retry = (): void => void this.reload();
    if (this.#rows.length > 0)
      return html`${snapshot?.state === 'error' ? refreshNotice(messages, code, retry) : nothing}${this.#renderRows()}`;
    if (snapshot?.state === 'error') return failedList(messages, code, retry);
    if (!snapshot?.loaded) return loadingList(messages);
    return emptyList(messages, {
      text: this.appliedText,
      isUnreadOnly: this.unreadOnly,
      isRecipient: this.scope === 'recipient',
      onClear: () => this.#clearFilters(),
    });
  }

  #renderRows(): TemplateResult {
    const context = this.#context();
    const { total = null, hasMore = false } = this.#list.value ?? {};
    const count = total ?? (hasMore ? -1 : this.#rows.length);
    return html`<div
      class="rows"
      role="listbox"
      aria-label=${this.#localize.messages.list.label}
      @click=${this.#onClick}
      @keydown=${this.#onKeyDown}
      @focusin=${this.#onFocusIn}
      @pointermove=${() => this.#held.touch()}
    >
      ${repeat(
        this.#mounted.flatMap((index) => {
          const row = this.#rows[index];
          return row ? [{ row, index }] : [];
        }),
        ({ row }) => idOf(row),
        ({ row, index }) => {
          const isSelected = idOf(row) === this.conversationId;
          return listRow(row, { index, count, isSelected, isActive: index === this.#activeIndex }, context);
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
    const text = this.appliedText.trim();
    return {
      scope:
        this.scope === 'recipient' ? { kind: 'recipient', recipientId: this.recipientId ?? '' } : { kind: this.scope },
      sort: this.sort,
      ...(this.unreadOnly && { unreadOnly: true }),
      ...(text !== '' && { text }),
    };
  }

  /** Another question: its rows begin at the top, and nothing of the old order is held. */
  #ask(asked: ConversationQuery): void {
    const key = JSON.stringify(asked);
    if (key === this.#asked) return;
    this.#asked = key;
    this.#held.release();
    this.#virtual.toTop();
    this.#list.handle?.setQuery(asked);
  }

  /** The row that has the focus keeps it; when it is gone, the one in its place takes over, never the page. */
  #placeActive(): void {
    const index = this.#rows.findIndex((row) => idOf(row) === this.#activeId);
    const hadFocus = this.shadowRoot?.activeElement?.matches('.row') ?? false;
    if (index === -1 && hadFocus) this.#movesFocus = true;
    this.#activeIndex = index === -1 ? Math.min(this.#activeIndex, Math.max(0, this.#rows.length - 1)) : index;
  }

  #activate(index: number): void {
    const row = this.#rows[index];
    if (!row) return;
    this.#activeId = idOf(row);
    this.#activeIndex = index;
    this.#virtual.reveal(index);
    this.requestUpdate();
  }

  #search(text: string): void {
    this.searchText = text;
    this.#cancelSearch?.();
    if (text === '') this.appliedText = '';
    else
      this.#cancelSearch = this.#session.session?.clock.after(searchDelayMs, () => (this.appliedText = text)) ?? null;
  }

  #clearFilters(): void {
    this.unreadOnly = false;
    this.#search('');
  }

  #onClick(event: Event): void {
    const row = this.#rows[indexOf(event)];
    if (row) this.open(idOf(row));
  }

  #onFocusIn(event: Event): void {
    const index = indexOf(event);
    if (index !== this.#activeIndex) this.#activate(index);
  }

  #onKeyDown(event: KeyboardEvent): void {
    const index = indexOf(event);
    if (index === -1 || event.ctrlKey || event.altKey || event.metaKey) return;
    this.#held.touch();
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.#onClick(event);
      return;
    }
    const target = rowForKey(event.key, index, { count: this.#rows.length, pageSize: this.#virtual.pageSize });
    if (target === null) return;
    event.preventDefault();
    this.#activate(target);
    this.#movesFocus = true;
  }
}

const activeRow = '.row[tabindex="0"]';

function idOf({ conversation }: ConversationRow): string {
  return conversation.id;
}

function indexOf(event: Event): number {
  const row = (event.target as Element).closest<HTMLElement>('[data-index]');
  return row ? Number(row.dataset['index']) : -1;
}

declare global {
  interface HTMLElementTagNameMap {
    'conversation-list': ConversationList;
  }
}
