import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type AnchorRow, isAtEnd, readAnchor, restoreAnchor, type ScrollAnchor } from '../dom/scroll-anchor.ts';

/** What is scrolled, and who wants to know. */
export interface ScrolledRows {
  /** The scroll area; `null` before the first render. */
  readonly scroller: () => HTMLElement | null;
  /** The mounted rows from top to bottom. */
  readonly rows: () => readonly AnchorRow[];
  /** Whether the last mounted row is the last of all. */
  readonly reachesEnd: () => boolean;
  /** Other rows are visible than before, or the same ones after a change of sizes. */
  readonly moved: () => void;
}

/**
 * The one owner of a scroll position. Either it follows the end, or it keeps the rows that the reader looks at where they
 * are, whatever grows, shrinks, comes or goes above and below them. Only the reader's own scrolling changes which: the
 * browser's scroll anchoring is off, so a position that is neither what was set here nor forced by a smaller content is
 * the reader's.
 */
export class ScrollController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #owner: ScrolledRows;
  #scroller: HTMLElement | null = null;
  #observer: ResizeObserver | null = null;
  #followsEnd = true;
  #anchor: ScrollAnchor = [];
  /** A row to go to that has not been reached yet. */
  #goal: { readonly key: string; readonly offset: number } | null = null;
  /** Position and sizes as last seen or set here. */
  #known = { top: 0, height: 0, client: 0 };

  constructor(host: ReactiveControllerHost, owner: ScrolledRows) {
    this.#host = host;
    this.#owner = owner;
    host.addController(this);
  }

  /** Whether new messages come into view by themselves. */
  get followsEnd(): boolean {
    return this.#followsEnd;
  }

  /** Keys of the first and the last row on screen; `null` when none is. */
  get visible(): { readonly first: string; readonly last: string } | null {
    if (!this.#scroller) return null;
    const rows = readAnchor(this.#scroller, this.#owner.rows());
    const [first, last] = [rows[0], rows.at(-1)];
    return first && last ? { first: first.key, last: last.key } : null;
  }

  /** How much lies above and below what is visible, px. */
  get margins(): { readonly above: number; readonly below: number } {
    const { top, height, client } = this.#known;
    return { above: top, below: height - client - top };
  }

  /** Whether there is anything to look at: hidden areas have no size. */
  get isShown(): boolean {
    return (this.#scroller?.clientHeight ?? 0) > 0;
  }

  /** Goes to the end and stays there. */
  toEnd(): void {
    this.#followsEnd = true;
    this.#goal = null;
    this.#host.requestUpdate();
  }

  /** Goes to a row after the next render: it stands `offset` px below the top, or as near as there is room. */
  toRow(key: string, offset: number): void {
    this.#followsEnd = false;
    this.#goal = { key, offset };
    this.#host.requestUpdate();
  }

  /** Scrolls as little as needed to show a row that is mounted. */
  reveal(row: Element): void {
    const scroller = this.#scroller;
    if (!scroller) return;
    const [area, rect] = [scroller.getBoundingClientRect(), row.getBoundingClientRect()];
    // A row higher than the area is read from its beginning.
    if (rect.top < area.top || rect.height > area.height) scroller.scrollTop += rect.top - area.top;
    else if (rect.bottom > area.bottom) scroller.scrollTop += rect.bottom - area.bottom;
    else return;
    this.#look();
  }

  hostUpdate(): void {
    this.#look();
  }

  hostUpdated(): void {
    this.#attach(this.#owner.scroller());
    this.#apply();
  }

  hostDisconnected(): void {
    this.#attach(null);
  }

  readonly #onScroll = (): void => {
    this.#look();
    this.#owner.moved();
  };

  readonly #onResize = (): void => {
    this.#look();
    this.#apply();
  };

  /** Notes where the reader has scrolled to since the last look. */
  #look(): void {
    const scroller = this.#scroller;
    if (!scroller || scroller.clientHeight === 0 || this.#goal) return;
    const { top, height, client } = this.#known;
    const moved = scroller.scrollTop - top;
    if (Math.abs(moved) < 1) return;
    const isSameSize = scroller.scrollHeight === height && scroller.clientHeight === client;
    // A smaller content pushes the position back to its end; that was not the reader.
    if (!isSameSize && moved < 0 && isAtEnd(scroller)) return;
    this.#followsEnd = isAtEnd(scroller) && this.#owner.reachesEnd();
    this.#anchor = isSameSize
      ? readAnchor(scroller, this.#owner.rows())
      : this.#anchor.map((row) => ({ ...row, offset: row.offset - moved }));
    this.#remember(scroller);
  }

  /** Puts everything where it belongs after a render or a change of sizes. */
  #apply(): void {
    const scroller = this.#scroller;
    if (!scroller || scroller.clientHeight === 0) return;
    const rows = this.#owner.rows();
    const find = (key: string): Element | undefined => rows.find((row) => row.key === key)?.element;
    if (this.#goal) this.#settle(scroller, this.#goal, find);
    else if (this.#followsEnd) this.#pin(scroller);
    else if (!restoreAnchor(scroller, this.#anchor, find)) this.#anchor = readAnchor(scroller, rows);
    this.#remember(scroller);
    this.#owner.moved();
  }

  #pin(scroller: HTMLElement): void {
    if (this.#owner.reachesEnd()) scroller.scrollTop = scroller.scrollHeight;
  }

  #settle(
    scroller: HTMLElement,
    goal: { readonly key: string; readonly offset: number },
    find: (key: string) => Element | undefined,
  ): void {
    this.#goal = null;
    restoreAnchor(scroller, [goal], find);
    this.#followsEnd = isAtEnd(scroller) && this.#owner.reachesEnd();
    this.#anchor = readAnchor(scroller, this.#owner.rows());
  }

  #remember(scroller: HTMLElement): void {
    this.#known = { top: scroller.scrollTop, height: scroller.scrollHeight, client: scroller.clientHeight };
  }

  #attach(scroller: HTMLElement | null): void {
    if (scroller === this.#scroller) return;
    this.#observer?.disconnect();
    this.#scroller?.removeEventListener('scroll', this.#onScroll);
    this.#scroller = scroller;
    if (!scroller) return;
    scroller.addEventListener('scroll', this.#onScroll, { passive: true });
    this.#observer ??= new ResizeObserver(this.#onResize);
    this.#observer.observe(scroller);
    // The content is one element, so that images that load and texts that wrap are noticed.
    if (scroller.firstElementChild) this.#observer.observe(scroller.firstElementChild);
  }
}
