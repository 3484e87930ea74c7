import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { AvailabilityController } from '../../controllers/availability-controller.ts';
import { BulkController } from '../../controllers/bulk-controller.ts';
import { ConversationRows } from '../../controllers/conversation-rows.ts';
import { CuesController, thisMinute } from '../../controllers/cues-controller.ts';
import { DelayedText } from '../../controllers/delayed-text.ts';
import { DirectoryController } from '../../controllers/directory-controller.ts';
import { FocusRescue } from '../../controllers/focus-rescue.ts';
import { LoadController } from '../../controllers/load-controller.ts';
import { Localize } from '../../controllers/localization.ts';
import { MinuteController } from '../../controllers/minute-controller.ts';
import { type ConversationRow, SessionController } from '../../controllers/session-controller.ts';
import { oneOf } from '../../dom/one-of.ts';
import type { Cue } from '../../domain/cues.ts';
import { type MonitorTexts, monitorTexts } from '../../locales/monitor.ts';
import type { Clock } from '../../ports/clock.ts';
import { BulkExceptions } from '../bulk-exceptions.ts';
import { emit } from '../events.ts';
import { targetOf } from '../waiting-target.ts';
import { ActionDesk } from './action-desk.ts';
import { ChosenRows } from './chosen-rows.ts';
import { styles } from './conversation-monitor.styles.ts';
import { changed, filterBar, isNarrowed, type MonitorFilter, noFilter, queryOf } from './filters.ts';
import { monitorHead } from './head.ts';
import { loadPanel } from './load-panel.ts';
import { monitorGrid } from './grid.ts';
import { LazyQuestion } from './lazy-question.ts';
import { RowHand } from './row-hand.ts';
import { runNotice, selectionBar } from './selection-bar.ts';
import { failedRows, loadingRows, noRows, staleNotice } from './states.ts';

type Words = MonitorTexts['monitor'];

/**
 * All conversations for who watches over them: what has no co-worker, no branch, an unknown sender, or waits too long
 * stands out, and is assigned one by one or many at once. Shows what each co-worker has on the desk.
 *
 * @tagname conversation-monitor
 * @fires conversation-open-request - A row was opened; the host shows the conversation.
 * @fires conversations-change - Something was done with many conversations, or taken back.
 * @csspart tile - A tile with a figure.
 * @csspart filters - Search and filters.
 * @csspart row - A conversation.
 * @cssproperty [--ce-table-row-size=2.25rem] - Least height of a row.
 * @cssproperty [--ce-list-max-size=100dvb] - Height at which a list in a box without height begins to scroll.
 */
export class ConversationMonitor extends LitElement {
  static override styles = styles;

  /** Whose conversations: `all` I may see, or my `branch`'s. */
  @property({ converter: oneOf('all', 'branch') }) scope: 'branch' | 'all' = 'all';
  /** The tile that is on: `unassigned`, `unmatched`, `without-branch`, `too-late`, `unread`, or none. */
  @property() cue: Cue | null = null;
  /** From how many minutes of waiting on it becomes urgent. */
  @property({ type: Number, attribute: 'danger-after' }) dangerAfter = 60;
  /** From how many minutes of waiting on it is too late. */
  @property({ type: Number, attribute: 'late-after' }) lateAfter = 120;
  /** The conversation that is open elsewhere; its row is marked. */
  @property({ attribute: 'conversation-id' }) conversationId: string | null = null;

  @state() private filter: MonitorFilter = noFilter;
  @state() private isDeskOpen = false;

  readonly #localize = new Localize(this, monitorTexts);
  readonly #session = new SessionController(this);
  readonly #clock = (): Clock | null => this.#session.session?.clock ?? null;
  readonly #directory = new DirectoryController(this);
  readonly #cues = new CuesController(this);
  readonly #load = new LoadController(this);
  readonly #search = new DelayedText(this, this.#clock);
  readonly #rows = new ConversationRows(this, this.#clock);
  readonly #chosen = new ChosenRows(() => this.requestUpdate());
  readonly #bulk = new BulkController(this, () => this.#session.session);
  readonly #exceptions = new BulkExceptions(this, this.#session);
  readonly #availability = new AvailabilityController(this, this.#clock);
  readonly #question = new LazyQuestion(this, this.#localize, this.#session);
  readonly #desk = new ActionDesk({
    ...{ element: this, localize: this.#localize, directory: this.#directory, availability: this.#availability },
    ...{
      rows: this.#rows,
      chosen: this.#chosen,
      bulk: this.#bulk,
      exceptions: this.#exceptions,
      question: this.#question,
    },
  });
  readonly #hand = new RowHand({ rows: this.#rows, chosen: this.#chosen, open: (row) => this.#open(row) });

  constructor() {
    super();
    new MinuteController(this, this.#clock);
    new FocusRescue(this, () => this.focus());
  }

  protected override scheduleUpdate(): Promise<void> | undefined {
    return this.#localize.hold(() => super.scheduleUpdate());
  }

  protected override willUpdate(properties: PropertyValues<this>): void {
    if (properties.has('cue')) this.filter = changed(this.filter, { cue: this.cue });
    const { session } = this.#session;
    const target = targetOf(this);
    this.#directory.sync(session);
    this.#cues.sync(session, { kind: this.scope }, target);
    this.#load.sync(session, this.scope, target);
    this.#availability.sync(this.#session.ready);
    const query = queryOf(this.filter, { scope: this.scope, target, now: this.#now, text: this.#search.settled });
    this.#chosen.about(query);
    this.#rows.sync(session, query, { linesOf: () => 1 });
  }

  /** Narrows the list to what a tile counts; `null` shows every open conversation. */
  show(cue: Cue | null): void {
    this.#change({ cue });
  }

  /** Shows every open conversation again. */
  readonly clearFilters = (): void => {
    this.#search.type('');
    this.#change(noFilter);
  };

  /** Chooses conversations for the next action, and no others. */
  choose(conversationIds: Iterable<string>): void {
    this.#chosen.choose(conversationIds);
  }

  /** Asks the backend for the conversations again. */
  readonly reload = (): Promise<void> => this.#rows.reload();

  /** Focuses the active row, else the first control. */
  override focus(options?: FocusOptions): void {
    if (!this.hasUpdated || this.#rows.focus(options)) return;
    this.renderRoot.querySelector<HTMLElement>('button')?.focus(options);
  }

  protected override render(): TemplateResult {
    const { monitor: words } = this.#localize.messages;
    const hasDesk = this.#hasDesk;
    return html`<section class="base" aria-label=${words.label}>
        ${this.#renderHead(words)}
        <div>
          <div class="bar" ?data-choosing=${!this.#chosen.isEmpty}>
            ${this.#renderFilters(words)}${this.#renderSelection(words)}
          </div>
          ${this.#renderNotices(words)}
        </div>
        <div class="main ${hasDesk ? 'with-desk' : ''}">
          ${hasDesk ? this.#renderDesk(words) : nothing}
          <div class="list">${this.#renderBody(words)}</div>
        </div>
      </section>
      ${this.#question.render()}`;
  }

  #renderHead(words: Words): TemplateResult {
    return monitorHead({
      localization: this.#localize.value,
      words,
      cues: this.#cues,
      current: this.filter.cue,
      mayCount: this.#mayCount,
      desk: this.#hasDesk ? this.isDeskOpen : null,
      open: (cue) => this.show(cue === this.filter.cue ? null : cue),
      toggleDesk: () => (this.isDeskOpen = !this.isDeskOpen),
    });
  }

  #renderFilters({ filters: words }: Words): TemplateResult {
    const backend = this.#session.status?.backend;
    return filterBar({
      localization: this.#localize.value,
      words,
      filter: this.filter,
      search: (backend?.capabilities.can.search ?? true) ? this.#search.typed : null,
      coWorkers: this.#directory.coWorkers,
      branches: this.#directory.branches,
      channels: backend?.channels ?? [],
      change: (change) => this.#change(change),
      type: (text) => this.#search.type(text),
      clear: this.clearFilters,
    });
  }

  #renderSelection(words: Words): TemplateResult | typeof nothing {
    const backend = this.#session.status?.backend;
    if (!backend || this.#chosen.isEmpty) return nothing;
    const { can, parts } = backend.capabilities;
    return selectionBar({
      localization: this.#localize.value,
      words,
      count: this.#chosen.ids.size,
      isAll: this.#chosen.isAll,
      offersAll:
        parts.includes('bulk') && this.#chosen.isAllOf(this.#rows.all) && this.#rows.count !== this.#rows.all.length,
      coWorkers: this.#directory.coWorkers,
      branches: this.#directory.branches,
      isOffered: (id) => this.#availability.isOffered(id, backend.agent.id),
      agentId: backend.agent.id,
      can,
      isRunning: this.#bulk.run?.isRunning ?? false,
      act: (action) => this.#desk.begin(action, backend.agent),
      chooseAll: () => this.#chosen.chooseAll(),
      clear: () => this.#chosen.clear(),
    });
  }

  #renderNotices(words: Words): TemplateResult {
    const { snapshot } = this.#rows;
    const isStale = snapshot?.state === 'error' && this.#rows.all.length > 0;
    const code = snapshot?.error?.code ?? null;
    return html`${isStale ? staleNotice(this.#localize.messages, code, () => void this.reload()) : nothing}${runNotice(
      this.#bulk,
      {
        localization: this.#localize.value,
        words,
        exceptions: this.#exceptions,
        undo: () => this.#desk.undo(),
      },
    )}`;
  }

  #renderDesk(words: Words): TemplateResult {
    return html`<div class="desk ${this.isDeskOpen ? 'open' : ''}" role="region" aria-label=${words.load.label}>
      ${loadPanel({
        localization: this.#localize.value,
        words: words.load,
        rows: this.#load.rows,
        coWorkers: this.#directory.coWorkers,
        availability: this.#availability.value,
        shown: this.filter.cue === 'unassigned' ? '' : this.filter.coWorkerId,
        now: this.#now,
        show: (coWorkerId) => this.#change({ coWorkerId, ...(coWorkerId === null && { cue: null }) }),
      })}
    </div>`;
  }

  #renderBody(words: Words): TemplateResult {
    const { messages } = this.#localize;
    const { snapshot, all } = this.#rows;
    if (all.length > 0) return this.#renderGrid(words);
    if (snapshot?.state === 'error')
      return failedRows(messages, snapshot.error?.code ?? null, () => void this.reload());
    if (!snapshot?.loaded) return loadingRows(messages);
    const isAsked = isNarrowed(this.filter) || this.#search.settled !== '';
    return noRows(words, messages, isAsked ? this.clearFilters : null);
  }

  #renderGrid(words: Words): TemplateResult {
    const { coWorkers, branches } = this.#directory;
    return monitorGrid({
      context: {
        localization: this.#localize.value,
        words,
        coWorkers,
        branches,
        target: targetOf(this),
        now: thisMinute(this.#now),
      },
      rows: this.#rows,
      chosen: this.#chosen,
      currentId: this.conversationId,
      onClick: this.#hand.click,
      onKeyDown: this.#hand.keyDown,
      onFocusIn: this.#hand.focusIn,
      onScroll: this.#hand.scroll,
    });
  }

  /** Whether the backend counts: until it has said, it is taken to, so that nothing moves when the figures come. */
  get #mayCount(): boolean {
    return this.#session.status?.backend?.capabilities.parts.includes('counts') ?? true;
  }

  /** Whether the co-workers have their place. */
  get #hasDesk(): boolean {
    return this.#load.isLoaded ? this.#load.rows.length > 0 : this.#mayCount;
  }

  get #now(): number {
    return this.#session.session?.serverNow() ?? 0;
  }

  #change(change: Partial<MonitorFilter>): void {
    this.filter = changed(this.filter, change);
    this.cue = this.filter.cue;
  }

  #open({ conversation }: ConversationRow): void {
    const { id: conversationId, recipient } = conversation;
    if (emit(this, 'conversation-open-request', { conversationId, recipient })) this.conversationId = conversationId;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'conversation-monitor': ConversationMonitor;
  }
}
