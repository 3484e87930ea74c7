import type { LitElement, ReactiveController } from 'lit';
import { rowForKey } from '../dom/row-keys.ts';
import type { ConversationQuery } from '../domain/queries.ts';
import type { Clock } from '../ports/clock.ts';
import type { ConversationRow, ListHandle, ListSnapshot, MessagingSession } from '../sync/session-api.ts';
import { Extras } from './extras.ts';
import { HandleController } from './handle-controller.ts';
import type { RowHold, WaitingOrder } from './row-hold.ts';
import { type PlacedRow, VirtualRows } from './virtual-rows.ts';

const loadMoreRowsBeforeEnd = 12;
const activeRow = '[data-index][tabindex="0"]';

/** A row to render and its place in the list. */
export interface MountedRow {
  readonly row: ConversationRow;
  readonly index: number;
  /** Whether it only keeps its place under the hand: it left the list. */
  readonly isGone: boolean;
}

/**
 * The rows of a list or table of conversations: asks the session, holds rows still under the hand, mounts what is on
 * screen, loads more before the end is reached, and moves one tab stop with the keys. Rows carry `data-index` and
 * `data-lines`; the active one has `tabindex="0"`.
 */
export class ConversationRows implements ReactiveController {
  readonly #host: LitElement;
  readonly #list: HandleController<ListHandle>;
  readonly #extras: Extras<'hold'>;
  readonly #virtual: VirtualRows;
  readonly #lines = new WeakMap<ConversationRow, PlacedRow>();
  #all: readonly ConversationRow[] = [];
  #indexes: ReadonlyMap<string, number> | null = null;
  #placed: readonly PlacedRow[] = [];
  #stamp: unknown = null;
  #mounted: readonly number[] = [];
  #asked = '';
  #activeId: string | null = null;
  #activeIndex = 0;
  #movesFocus = false;
  #hold: RowHold<ConversationRow> | null = null;
  #shows: string | null = null;

  /** @param host - its shadow root holds an element with the class `scroll`, and in it one with the class `rows` */
  constructor(host: LitElement, clock: () => Clock | null) {
    this.#host = host;
    this.#list = new HandleController<ListHandle>(host);
    this.#extras = new Extras(host, {
      hold: async () => {
        const { RowHold: Hold } = await import('./row-hold.ts');
        this.#hold = new Hold(host, conversationIdOf, clock);
      },
    });
    this.#virtual = new VirtualRows(host, () => host.renderRoot.querySelector<HTMLElement>('.scroll'));
    host.addController(this);
  }

  /** What the session says of the list; `null` without a session. */
  get snapshot(): ListSnapshot | null {
    return this.#list.value;
  }

  /** Whether there is something to show: the list, or why it is not there. */
  get isAnswered(): boolean {
    return this.snapshot?.loaded === true || Boolean(this.snapshot?.error);
  }

  /** Every loaded row in the order shown. */
  get all(): readonly ConversationRow[] {
    return this.#all;
  }

  /** The rows to render. */
  get mounted(): readonly MountedRow[] {
    return this.#mounted.flatMap((index) => {
      const row = this.#all[index];
      return row ? [this.#mount(row, index)] : [];
    });
  }

  /** What the list would show otherwise if the hand were not on it; `null` while it stands in its true order. */
  get waiting(): WaitingOrder | null {
    return this.#hold?.waiting ?? null;
  }

  /** Index of the one row that Tab reaches. */
  get activeIndex(): number {
    return this.#activeIndex;
  }

  /** How many rows there are in all, for assistive technology; `-1` when nobody knows. */
  get count(): number {
    const { total = null, hasMore = false } = this.snapshot ?? {};
    return total ?? (hasMore ? -1 : this.#all.length);
  }

  /**
   * Call from `willUpdate`. What it costs depends on the rows on screen while neither rows nor `stamp` change.
   *
   * @param linesOf - how many lines a row has; rows with the same number are equally high
   * @param stamp - what `linesOf` depends on besides the row
   */
  sync(
    session: MessagingSession | null,
    query: ConversationQuery,
    {
      linesOf,
      stamp = null,
    }: {
      readonly linesOf: (row: ConversationRow) => number;
      readonly stamp?: unknown;
    },
  ): void {
    this.#ask(query);
    this.#list.sync(session, [], (ready) => ready.openList(query));
    const rows = this.snapshot?.rows ?? [];
    if (rows.length > 0) this.#extras.want('hold');
    const all = this.#hold?.arrange(rows, this.#activeId) ?? rows;
    const isSame = stamp === this.#stamp;
    if (all !== this.#all || !isSame) {
      const [rowsBefore, placedBefore] = [this.#all, this.#placed];
      // Most rows stand where they stood: those are not even looked up.
      this.#placed = all.map((row, index) => {
        const placed = isSame && row === rowsBefore[index] ? placedBefore[index] : undefined;
        return placed ?? this.#place(row, linesOf, isSame);
      });
      this.#all = all;
      this.#indexes = null;
    }
    this.#stamp = stamp;
    this.#placeActive();
    this.#mounted = this.#virtual.arrange(this.#placed, this.#activeIndex);
  }

  /** Index of a conversation, `-1` when it is not among the rows. */
  indexOf(conversationId: string | null): number {
    // Most changes leave the active row where it is: no look through thousands of rows for it.
    const active = this.#all[this.#activeIndex];
    if (active && conversationIdOf(active) === conversationId) return this.#activeIndex;
    if (conversationId === null) return -1;
    this.#indexes ??= new Map(this.#all.map((row, index) => [conversationIdOf(row), index]));
    return this.#indexes.get(conversationId) ?? -1;
  }

  /** The row an event happened in; `null` when it was beside them. */
  rowOf(event: Event): MountedRow | null {
    const element = (event.target as Element).closest<HTMLElement>('[data-index]');
    const index = Number(element?.dataset.index ?? Number.NaN);
    const row = this.#all[index];
    return row ? this.#mount(row, index) : null;
  }

  /** Makes a row the one that Tab reaches, and shows it. */
  activate(index: number): void {
    const row = this.#all[index];
    if (!row) return;
    this.#activeId = conversationIdOf(row);
    this.#activeIndex = index;
    this.#virtual.reveal(index);
    this.#host.requestUpdate();
  }

  /** Makes a conversation the one that Tab reaches as soon as it is among the rows. */
  prefer(conversationId: string): void {
    this.#activeId = conversationId;
  }

  /** Focuses the active row once it is rendered, e.g. as what had the focus goes. */
  focusNext(): void {
    this.#movesFocus = true;
  }

  /** Focuses the active row. Returns whether there is one. */
  focus(options?: FocusOptions): boolean {
    const row = this.#host.renderRoot.querySelector<HTMLElement>(activeRow);
    row?.focus(options);
    return row !== null;
  }

  /** Where the rows are rendered. */
  get root(): Node {
    return this.#host.renderRoot;
  }

  /** Renders anew, e.g. as a chunk has loaded. */
  refresh(): void {
    this.#host.requestUpdate();
  }

  /** Takes the true order at once, wherever the hand is, and shows what is new. A row that has the focus keeps it. */
  takeOrder(): void {
    this.#shows = this.#hold?.take(this, this.#activeId) ?? null;
    this.#host.requestUpdate();
  }

  /** Call when the rows were scrolled: renders when others have to be mounted. */
  scrolled(): void {
    if (this.#virtual.isShort) this.#host.requestUpdate();
  }

  /** Moves the focus with the arrow, Home, End and Page keys. Returns the row moved to, `null` for other keys. */
  moveByKey(event: KeyboardEvent): MountedRow | null {
    const from = this.rowOf(event);
    if (!from || event.ctrlKey || event.altKey || event.metaKey) return null;
    this.#hold?.touch();
    const index = rowForKey(event.key, from.index, { count: this.#all.length, pageSize: this.#virtual.pageSize });
    const row = index === null ? undefined : this.#all[index];
    if (index === null || !row) return null;
    event.preventDefault();
    this.activate(index);
    this.#movesFocus = true;
    return this.#mount(row, index);
  }

  /** Asks the backend again. */
  async reload(): Promise<void> {
    await this.#list.handle?.reload();
  }

  hostUpdated(): void {
    if (this.#shows !== null) this.#virtual.reveal(this.indexOf(this.#shows));
    this.#shows = null;
    if (this.#movesFocus) this.focus({ preventScroll: true });
    this.#movesFocus = false;
    const { snapshot } = this;
    const isNearEnd = (this.#mounted.at(-1) ?? 0) >= this.#all.length - loadMoreRowsBeforeEnd;
    if (snapshot?.hasMore && snapshot.loaded && snapshot.state === 'idle' && isNearEnd)
      void this.#list.handle?.loadMore();
  }

  #mount(row: ConversationRow, index: number): MountedRow {
    return { row, index, isGone: this.#hold?.isGone(row) ?? false };
  }

  /** Another question: its rows begin at the top, and nothing of the old order is held. */
  #ask(query: ConversationQuery): void {
    this.#list.handle?.setQuery(query);
    // Time that goes on makes no other question of it: the same list, as it is a minute later.
    const key = JSON.stringify({ ...query, waitingBefore: query.waitingBefore !== undefined });
    if (key === this.#asked) return;
    this.#asked = key;
    this.#hold?.release();
    this.#virtual.toTop();
  }

  /** A row is looked at once, however often it is rendered. */
  #place(row: ConversationRow, linesOf: (row: ConversationRow) => number, isSame: boolean): PlacedRow {
    const known = isSame ? this.#lines.get(row) : undefined;
    if (known) return known;
    const placed = { key: conversationIdOf(row), lines: linesOf(row) };
    this.#lines.set(row, placed);
    return placed;
  }

  /** The row that has the focus keeps it; when it is gone, the one in its place takes over, never the page. */
  #placeActive(): void {
    const index = this.indexOf(this.#activeId);
    const hasFocus = this.#host.shadowRoot?.activeElement?.closest('[data-index]') ?? null;
    this.#activeIndex = index === -1 ? Math.min(this.#activeIndex, Math.max(0, this.#all.length - 1)) : index;
    const heir = this.#all[this.#activeIndex];
    if (index !== -1 || hasFocus === null || !heir) return;
    this.#activeId = conversationIdOf(heir);
    this.#movesFocus = true;
  }
}

/** Key of a row. */
export function conversationIdOf({ conversation }: ConversationRow): string {
  return conversation.id;
}
