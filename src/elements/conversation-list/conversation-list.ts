import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ConversationRows } from '../../controllers/conversation-rows.ts';
import { CountsController, isWideTab } from '../../controllers/counts-controller.ts';
import { DirectoryController } from '../../controllers/directory-controller.ts';
import { DelayedText } from '../../controllers/delayed-text.ts';
import { Localize } from '../../controllers/localization.ts';
import { MinuteController } from '../../controllers/minute-controller.ts';
import { RowSelection } from '../../controllers/row-selection.ts';
import { type ConversationRow, SessionController } from '../../controllers/session-controller.ts';
import { Soon } from '../../controllers/soon.ts';
import { UnreadController } from '../../controllers/unread-controller.ts';
import { oneOf } from '../../dom/one-of.ts';
import type { InboxTab } from '../../domain/inbox-tabs.ts';
import type { Conversation } from '../../domain/model.ts';
import type { ConversationQuery, ConversationScope, ConversationSort } from '../../domain/queries.ts';
import type { Clock } from '../../ports/clock.ts';
import { listTexts } from '../../locales/list.ts';
import { emit } from '../events.ts';
import { AfterRender } from './after-render.ts';
import { styles } from './conversation-list.styles.ts';
import { LazyTools } from './lazy-tools.ts';
import { listQuery, scopeOf, sleepingIn } from './list-query.ts';
import { countNarrowings, type ListLook, type Narrowing } from './list-view.ts';
import { LookText } from './look-text.ts';
import { type RowContext, rowContext, rowLines } from './row.ts';
import { RowsBox } from './rows-box.ts';
import { rowsPanel } from './rows-panel.ts';
import { soonChunk } from './soon-chunk.ts';
import type { ListSoon, SoonParts } from './soon/soon.ts';
import { listTabs } from './tabs.ts';
import { listToolbar } from './toolbar.ts';

/**
 * The inbox: the conversations in scope, a row each, in the order the agent chose.
 * @tagname conversation-list
 * @fires conversation-open-request - The agent chose a row; cancel it to open the conversation elsewhere.
 * @fires conversation-change - Another row is selected.
 * @fires conversation-start - The agent started a conversation here and wants to write.
 * @fires rows-change - The list shows other rows than before.
 * @fires unread-change - The number of unread conversations in scope changed.
 * @fires view-change - The agent looks at the list in another way; `view` holds the string of it.
 * @fires conversations-change - Something was done with many conversations at once.
 * @csspart toolbar - Search, filters and sort.
 * @csspart tabs - New, Assigned to me, Assigned, All, Spam and Archived.
 * @csspart row - A conversation.
 * @csspart bulk - What can be done with the chosen conversations.
 * @cssproperty [--ce-list-row-size=3.5rem] - Least height of a row.
 * @cssproperty [--ce-list-max-size=100dvb] - Height at which a list in a box without height begins to scroll.
 */
export class ConversationList extends LitElement {
  static override styles = styles;

  /** Whose conversations: `mine`, my `branch`'s, one `recipient`'s or `all` I may see. */
  @property({ converter: oneOf('mine', 'branch', 'all', 'recipient') }) scope: ConversationScope['kind'] = 'mine';
  /** The recipient of scope `recipient`. */
  @property({ attribute: 'recipient-id' }) recipientId: string | null = null;
  /** The selected conversation. */
  @property({ attribute: 'conversation-id' }) conversationId: string | null = null;
  /** The order: `oldest`, `newest`, `shortest-wait` or `longest-wait`. */
  @property({ converter: oneOf('oldest', 'newest', 'shortest-wait', 'longest-wait') }) sort: ConversationSort =
    'oldest';
  /** The tab: `new`, `assigned-to-me`, `assigned`, `all`, `spam` or `archived`. A recipient's list has none. */
  @property() tab: InboxTab = 'all';
  /** Everything of tab, scope, order, filters and search as one string, to share and to save; read and written. */
  @property() view: string | null = null;
  /** Shows unread conversations only. */
  @property({ type: Boolean, attribute: 'unread-only' }) unreadOnly = false;
  /** `compact` for lower rows. */
  @property({ reflect: true }) density: 'comfortable' | 'compact' = 'comfortable';

  readonly #session = new SessionController(this);
  readonly #localize = new Localize(this, listTexts);
  readonly #directory = new DirectoryController(this);
  readonly #unread = new UnreadController(this, (unread) => emit(this, 'unread-change', { unread }));
  readonly #clock = (): Clock | null => this.#session.session?.clock ?? null;
  readonly #search = new DelayedText(this, this.#clock);
  readonly #rows = new ConversationRows(this, this.#clock);
  readonly #counts = new CountsController(this);
  readonly #selection = new RowSelection(() => this.requestUpdate());
  readonly #box = new RowsBox(this.#rows, this.#selection, (id) => this.open(id));
  readonly #soon = new Soon<SoonParts, ListSoon>(this, soonChunk, { localize: this.#localize });
  readonly #afterRender = new AfterRender(this, { counts: this.#counts, rows: this.#rows, soon: this.#soon });
  readonly #text = new LookText(this.#soon, {
    look: () => this.#look,
    take: (look) => this.#take(look),
    tell: (view) => emit(this, 'view-change', { view: (this.view = view) }),
  });
  readonly #tools: LazyTools;
  #narrowing: Narrowing = {};
  #showsSleeping = false;

  constructor() {
    super();
    new MinuteController(this, this.#clock);
    this.#tools = new LazyTools({
      element: this,
      localize: this.#localize,
      session: this.#session,
      directory: this.#directory,
      selection: this.#selection,
      look: () => this.#look,
      narrow: (narrowing) => this.#change(() => (this.#narrowing = narrowing)),
      show: (view) => this.#soon.with(({ readLook }) => this.#change(() => this.#take(readLook(view, this.#look)))),
      showScope: (scope) => this.#change(() => (this.scope = scope)),
      query: () => this.#query(),
      loaded: () => this.rows,
      sleeping: () => ({
        count: sleepingIn(this.#rows.snapshot, this.rows, this.#context().now),
        isShown: this.#showsSleeping,
      }),
      showSleeping: (isShown) => {
        this.#showsSleeping = isShown;
        this.requestUpdate();
      },
      opened: (conversation) => this.#go(conversation),
    });
  }

  protected override scheduleUpdate(): Promise<void> | undefined {
    return this.#localize.hold(() => super.scheduleUpdate());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { session } = this.#session;
    if (changed.has('view')) this.#text.read(this.view);
    const { scope } = this;
    this.#directory.sync(session);
    this.#unread.sync(session, scopeOf(this));
    this.#counts.sync(session, scope === 'recipient' ? null : scope);
    if (changed.has('conversationId') && this.conversationId !== null) this.#rows.prefer(this.conversationId);
    const { reader } = this.#context();
    // Whose tab it is is known once the backend has answered.
    const isKnown = !this.#text.isReading && (reader.agentId !== null || this.tab !== 'assigned-to-me');
    this.#rows.sync(isKnown ? session : null, this.#query(), {
      linesOf: (row) => rowLines(row, reader),
      stamp: [...reader.coWorkers.values(), reader.agentId, reader.branches.size].join('/'),
    });
  }

  protected override updated(changed: PropertyValues<this>): void {
    this.#afterRender.run(changed.has('tab'));
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
    const isFiltered =
      this.unreadOnly || this.#search.settled !== '' || this.tab !== 'all' || countNarrowings(this.#narrowing) > 0;
    return this.loaded && this.rows.length === 0 && !isFiltered;
  }

  /** Focuses the selected row, else the first one, else the first control. */
  override focus(options?: FocusOptions): void {
    if (!this.hasUpdated || this.#rows.focus(options)) return;
    this.renderRoot.querySelector<HTMLElement>('button')?.focus(options);
  }

  /** Chooses a conversation as if its row were pressed; does nothing when the list does not show it. */
  open(conversationId: string): void {
    const index = this.#rows.indexOf(conversationId);
    const row = this.rows[index];
    if (!row) return;
    this.#rows.activate(index);
    this.#go(row.conversation);
  }

  #go({ id: conversationId, recipient }: Conversation): void {
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

  /** Shows the rows in their true order at once, wherever hand and focus are: after something the agent did to one of them. */
  takeOrder(): void {
    this.#rows.takeOrder();
  }

  /** Asks the backend for the list again. */
  async reload(): Promise<void> {
    await this.#rows.reload();
  }

  /** Focuses the search field; does nothing where the backend cannot search. */
  focusSearch(): void {
    this.renderRoot.querySelector<HTMLInputElement>('input[type="search"]')?.focus();
  }

  protected override render(): TemplateResult {
    const hasTabs = this.scope !== 'recipient';
    const tools = this.#tools.get(this.#rows.isAnswered);
    return html`${
      hasTabs
        ? listTabs({
            localization: this.#localize.value,
            current: this.tab,
            countOf: (tab) => this.#counts.of(tab),
            onChoose: (tab) => this.#change(() => this.#chooseTab(tab)),
          })
        : nothing
    }${this.#renderToolbar()}
    ${rowsPanel({
      rows: this.#rows,
      messages: this.#localize.messages,
      look: { ...this.#look, text: this.#search.settled },
      filters: tools?.summary() ?? null,
      soon: this.#soon.value,
      box: () => this.#box.render(this.conversationId, this.#context()),
      onRetry: () => void this.reload(),
      onClear: () => this.#change(() => this.#take({ ...this.#look, unreadOnly: false, text: '', narrowing: {} })),
    })}
    ${tools?.foot()}${tools?.layers()}`;
  }

  #renderToolbar(): TemplateResult {
    const backend = this.#session.status?.backend;
    return listToolbar({
      messages: this.#localize.messages,
      sort: this.sort,
      isUnreadOnly: this.unreadOnly,
      search: backend?.capabilities.can.search ? this.#search.typed : null,
      coWorker: this.scope === 'mine' ? (backend?.agent.name ?? '') : null,
      offersMine: this.scope === 'branch' || this.scope === this.#wide,
      onSort: (sort) => this.#change(() => (this.sort = sort)),
      onUnreadOnly: (isUnreadOnly) => this.#change(() => (this.unreadOnly = isUnreadOnly)),
      onSearch: (text) => this.#change(() => this.#search.type(text)),
      onScope: (scope) => this.#change(() => (this.scope = scope === 'mine' ? scope : this.#wide)),
      more: this.#tools.filters(),
      chips: this.#tools.chips(),
    });
  }

  #context(): RowContext {
    return rowContext(this.#localize.value, this.#session, this.#directory);
  }

  get #look(): ListLook {
    const { tab, scope, sort, unreadOnly } = this;
    return { tab, scope, sort, unreadOnly, text: this.#search.typed.trim(), narrowing: this.#narrowing };
  }

  #query(): ConversationQuery {
    const { session, status } = this.#session;
    const place = { session, status, timeZone: this.#localize.timeZone, scope: scopeOf(this) };
    return listQuery(this.#look, { ...place, text: this.#search.settled, showsSleeping: this.#showsSleeping });
  }

  #take({ tab, scope, sort, unreadOnly, text, narrowing }: ListLook): void {
    Object.assign(this, { tab, scope, sort, unreadOnly });
    this.#narrowing = narrowing;
    this.#search.type(text);
  }

  /** The agent looks at the list in another way: what was chosen is no longer meant. */
  #change(work: () => unknown): void {
    this.#text.change(() => {
      work();
      if (this.#selection.isOn) this.#selection.turn(false);
      this.requestUpdate();
    });
  }

  /** What is nobody's or everybody's cannot be only mine: such a tab shows the branch. */
  #chooseTab(tab: InboxTab): void {
    this.tab = tab;
    if (this.scope === 'mine' && isWideTab(tab)) this.scope = this.#wide;
  }

  /** C1: what is shown without a co-worker. Who has no branch watches over all of them. */
  get #wide(): 'branch' | 'all' {
    return this.#session.status?.backend?.agent.branchId === null ? 'all' : 'branch';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'conversation-list': ConversationList;
  }
}
