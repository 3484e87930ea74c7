import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { scaleOf } from '../dom/scale.ts';
import { lacksRows, layoutRows, mountedRows, rowAt, type RowLayout, rowsAround, type RowSpan } from './row-window.ts';

/** A row as far as its place is concerned. */
export interface PlacedRow {
  readonly key: string;
  /** Rows with the same number of lines are equally high. */
  readonly lines: number;
}

/** Heights until the first rows have been measured. */
const guessedHeights: readonly (readonly [number, number])[] = [
  [2, 56],
  [3, 76],
];

/**
 * Mounts only the rows of a long list that are on screen, puts each in its place and keeps what the reader looks at
 * where it is when rows above it come, go or change. Rows are the children with `data-index` and `data-lines` of the
 * element with the class `rows`, absolutely positioned.
 */
export class VirtualRows implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #scroller: () => HTMLElement | null;
  readonly #heights = new Map(guessedHeights);
  #rows: readonly PlacedRow[] = [];
  #layout: RowLayout = layoutRows([]);
  #span: RowSpan = { first: 0, last: -1 };
  #scrollTop: number | null = null;
  #isRemeasured = false;
  #observed: HTMLElement | null = null;
  #observer: ResizeObserver | null = null;
  /** One row of each number of lines: its height may change while nothing else does, as with the page's text size. */
  readonly #samples = new Map<number, HTMLElement>();

  constructor(host: ReactiveControllerHost, scroller: () => HTMLElement | null) {
    this.#host = host;
    this.#scroller = scroller;
    host.addController(this);
  }

  /**
   * Takes the rows to show from now on. Call before rendering.
   *
   * @param keep - index of the row that stays mounted wherever it is, `-1` for none
   * @returns indexes of the rows to render
   */
  arrange(rows: readonly PlacedRow[], keep: number): readonly number[] {
    // Nothing is asked of the page for an empty list: that would lay it out once more.
    const scroller = rows.length === 0 && this.#rows.length === 0 ? null : this.#scroller();
    const top = this.#scrollTop ?? scroller?.scrollTop ?? 0;
    const viewport = { top, height: scroller?.clientHeight ?? 0 };
    // Scrolling alone changes no place, whatever the length of the list.
    if (rows === this.#rows && !this.#isRemeasured) return this.#mount(viewport, keep);
    this.#isRemeasured = false;
    const layout = layoutRows(rows.map(({ lines }) => this.#heights.get(lines) ?? lines * 24));
    const kept = top > 0 ? this.#keepPlace(rows, layout, top) : 0;
    if (kept !== top) this.#scrollTop = kept;
    this.#rows = rows;
    this.#layout = layout;
    return this.#mount({ ...viewport, top: kept }, keep);
  }

  /** Whether scrolling has come so far that other rows have to be mounted. */
  get isShort(): boolean {
    const scroller = this.#scroller();
    if (!scroller) return false;
    return lacksRows(this.#layout, this.#span, { top: scroller.scrollTop, height: scroller.clientHeight });
  }

  /** Scrolls as little as needed to show a row. */
  reveal(index: number): void {
    const scroller = this.#scroller();
    const [start, end] = [this.#layout.offsets[index], this.#layout.offsets[index + 1]];
    if (!scroller || start === undefined || end === undefined) return;
    const top = this.#scrollTop ?? scroller.scrollTop;
    if (start < top) this.#scrollTop = start;
    else if (end > top + scroller.clientHeight) this.#scrollTop = end - scroller.clientHeight;
    else return;
    this.#host.requestUpdate();
  }

  /** Shows the beginning, e.g. of another list. */
  toTop(): void {
    this.#scrollTop = 0;
    this.#rows = [];
  }

  /** How many rows fit on the screen; for Page Up and Page Down. */
  get pageSize(): number {
    return Math.max(1, Math.floor((this.#scroller()?.clientHeight ?? 0) / (this.#heights.get(2) ?? 56)) - 1);
  }

  hostUpdated(): void {
    const scroller = this.#scroller();
    // An update may finish after the element was removed: nobody would end the observing.
    this.#observe(scroller?.isConnected ? scroller : null);
    const container = scroller?.querySelector<HTMLElement>('.rows');
    if (!scroller || !container) return;
    // Properties set by script, not style attributes: a strict content security policy allows exactly this.
    container.style.blockSize = `${this.#layout.offsets.at(-1) ?? 0}px`;
    const mounted = [...container.querySelectorAll<HTMLElement>('[data-index]')];
    for (const row of mounted) row.style.insetBlockStart = `${this.#layout.offsets[Number(row.dataset.index)] ?? 0}px`;
    if (this.#scrollTop !== null) scroller.scrollTop = this.#scrollTop;
    this.#scrollTop = null;
    if (this.#measure(mounted, scaleOf(scroller))) this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#observe(null);
  }

  #mount(viewport: { readonly top: number; readonly height: number }, keep: number): readonly number[] {
    this.#span = rowsAround(this.#layout, viewport);
    return mountedRows(this.#layout, this.#span, keep);
  }

  /** Where to scroll so that the first row on screen stays where it is. */
  #keepPlace(rows: readonly PlacedRow[], layout: RowLayout, top: number): number {
    const first = rowAt(this.#layout, top);
    const moved = (index: number, place: number): number =>
      top + (layout.offsets[place] ?? 0) - (this.#layout.offsets[index] ?? 0);
    // Most changes leave it where it was, or move it by one place: no look through thousands of rows for it.
    const key = this.#rows[first]?.key;
    for (const place of [first, first + 1, first - 1])
      if (key !== undefined && rows[place]?.key === key) return moved(first, place);
    const places = new Map(rows.map((row, index) => [row.key, index]));
    for (let index = first; index < this.#rows.length; index++) {
      const place = places.get(this.#rows[index]?.key ?? '');
      if (place !== undefined) return moved(index, place);
    }
    return top;
  }

  /** Learns how high rows really are; they change with the size of the text. */
  #measure(mounted: readonly HTMLElement[], scale: number): boolean {
    let changed = false;
    const measured = new Set<number>();
    for (const row of mounted) {
      const lines = Number(row.dataset.lines);
      if (measured.has(lines)) continue;
      measured.add(lines);
      if (this.#observed) this.#sample(lines, row);
      const height = row.getBoundingClientRect().height / scale;
      if (height === 0 || Math.abs(height - (this.#heights.get(lines) ?? 0)) < 0.5) continue;
      this.#heights.set(lines, height);
      this.#isRemeasured = changed = true;
    }
    return changed;
  }

  #observe(scroller: HTMLElement | null): void {
    if (scroller === this.#observed) return;
    this.#observed = scroller;
    this.#observer?.disconnect();
    this.#samples.clear();
    if (!scroller) return;
    this.#observer ??= new ResizeObserver((entries) => this.#resized(entries.map(({ target }) => target)));
    this.#observer.observe(scroller);
  }

  #sample(lines: number, row: HTMLElement): void {
    const known = this.#samples.get(lines);
    if (known?.isConnected && Number(known.dataset.lines) === lines) return;
    if (known) this.#observer?.unobserve(known);
    this.#samples.set(lines, row);
    // From the next frame on: an observer that learns of a row while it tells of another is too late for this one.
    requestAnimationFrame(() => this.#samples.get(lines) === row && this.#observer?.observe(row));
  }

  #resized(targets: readonly Element[]): void {
    const scroller = this.#observed;
    if (!scroller) return;
    const rows = targets.filter((target) => target !== scroller) as HTMLElement[];
    if (rows.length < targets.length) this.#host.requestUpdate();
    else if (this.#measure(rows, scaleOf(scroller))) requestAnimationFrame(() => this.#host.requestUpdate());
  }
}
