import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { scaleOf } from '../dom/scale.ts';
import { type AnchorRow, isAtEnd, readAnchor, restoreAnchor, type ScrollAnchor } from '../dom/scroll-anchor.ts';
import type { ReadingPlace } from './timeline-rows.ts';

/** What is scrolled, and who wants to know. */
export interface ScrolledRows {
  /** The scroll area; `null` before the first render. */
  readonly scroller: () => HTMLElement | null;
  /** The mounted rows from top to bottom. */
  readonly rows: () => readonly AnchorRow[];
  /** Gives rows and gaps their places; called before a position is kept. */
  readonly layOut: () => void;
  /** Moves all rows down by a part of a pixel, up when negative; positions of scroll areas are whole ones. */
  readonly nudge: (by: number) => void;
  /** The row with the focus: of those on screen it is the one that moves last. */
  readonly focused: () => string | null;
  /** The row at a scroll position, mounted or not, and how far below there it begins. */
  readonly placeAt: (scrollTop: number) => ScrollAnchor;
  /** Other rows are visible than before, or the same ones after a change of sizes. */
  readonly moved: () => void;
}

/**
 * The one owner of a scroll position. Either it follows the end, or it keeps the rows that the reader looks at where they
 * are, whatever grows, shrinks, comes or goes above and below them. Only the reader's own scrolling changes which: the
 * browser's scroll anchoring is off, so a position that is neither what was set here nor forced by a smaller content is
 * the reader's. Nothing moves to the end under a pointer that is pressed.
 */
export class ScrollController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #owner: ScrolledRows;
  #scroller: HTMLElement | null = null;
  #observer: ResizeObserver | null = null;
  /** Whether somebody presses on a row now. */
  #isHeld = (): boolean => false;
  #followsEnd = true;
  /** The rows on screen, or the one that will be there. */
  #anchor: ScrollAnchor = [];
  /** A row to go to that has not been reached yet. */
  #goal: { readonly key: string; readonly offset: number } | null = null;
  /** Position and sizes as last seen or set here; `null` where nothing was to be seen. */
  #known: { readonly top: number; readonly height: number; readonly client: number } | null = null;

  constructor(host: ReactiveControllerHost, owner: ScrolledRows) {
    this.#host = host;
    this.#owner = owner;
    host.addController(this);
  }

  /** Whether new messages come into view by themselves. */
  get followsEnd(): boolean {
    return this.#followsEnd;
  }

  /** What the reader looks at. */
  get place(): ReadingPlace {
    if (this.#goal) return [this.#goal];
    return this.#sticks ? 'end' : this.#anchor;
  }

  /** Whether the end is gone to now. */
  get #sticks(): boolean {
    return this.#followsEnd && !this.#isHeld();
  }

  /** Keys of the first and the last row on screen; `null` when none is. */
  get visible(): { readonly first: string; readonly last: string } | null {
    const [first, last] = [this.#anchor[0], this.#anchor.at(-1)];
    return this.#known && first && last ? { first: first.key, last: last.key } : null;
  }

  /** Position and height of the scroll area, px. */
  get view(): { readonly top: number; readonly client: number } {
    return { top: this.#known?.top ?? 0, client: this.#known?.client ?? 0 };
  }

  /** Whether there is anything to look at: hidden areas have no size. */
  get isShown(): boolean {
    return (this.#scroller?.clientHeight ?? 0) > 0;
  }

  /** Call when there is what knows of presses: while `isHeld` says so, the end is not gone to. */
  holdWhile(isHeld: () => boolean): void {
    this.#isHeld = isHeld;
  }

  /** Goes to the end and stays there. */
  toEnd(): void {
    this.#followsEnd = true;
    this.#goal = null;
    this.#anchor = [];
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
    const isAbove = rect.top < area.top || rect.height > area.height;
    const beyond = isAbove ? rect.top - area.top : Math.max(0, rect.bottom - area.bottom);
    if (beyond === 0) return;
    scroller.scrollTop += beyond / scaleOf(scroller);
    this.#onScroll();
  }

  /** Notes where the reader has scrolled to since the last look; call it before deciding what to mount. */
  look(): void {
    const scroller = this.#scroller;
    if (!scroller || this.#goal) return;
    const [top, height, client] = [scroller.scrollTop, scroller.scrollHeight, scroller.clientHeight];
    // What is hidden forgets its position; it is put back when it is shown again.
    if (client === 0) this.#known = null;
    if (!this.#known) return;
    const moved = top - this.#known.top;
    if (Math.abs(moved) < 1) return;
    const isSameSize = height === this.#known.height && client === this.#known.client;
    // A smaller content or a larger area pushes the position back to the end of that moment; that was not the reader.
    const mayBePushed = this.#followsEnd && (client !== this.#known.client || height < this.#known.height);
    if (!isSameSize && moved < 0 && (mayBePushed || isAtEnd(scroller))) return;
    this.#followsEnd = isAtEnd(scroller);
    if (isSameSize) this.#read(scroller);
    else this.#anchor = this.#anchor.map((row) => ({ ...row, offset: row.offset - moved }));
    this.#known = { top, height, client };
  }

  hostUpdated(): void {
    const scroller = this.#owner.scroller();
    // An update may finish after the element was removed: nobody would end the observing.
    this.#attach(scroller?.isConnected ? scroller : null);
    this.#apply(true);
  }

  hostDisconnected(): void {
    this.#attach(null);
  }

  readonly #onScroll = (): void => {
    this.look();
    this.#owner.moved();
  };

  readonly #onResize = (): void => {
    const scroller = this.#scroller;
    if (!scroller) return;
    const { scrollHeight: height, clientHeight: client } = scroller;
    if (this.#known?.height === height && this.#known.client === client) return;
    this.look();
    this.#apply();
    // Sizes that change while changes of sizes are told are an error to the page. What was changed here needs no telling.
    if (scroller.scrollHeight !== height) this.#observeLater(scroller);
  };

  #observeLater(scroller: HTMLElement): void {
    this.#observer?.disconnect();
    requestAnimationFrame(() => {
      if (this.#scroller === scroller) this.#observe(scroller);
    });
  }

  /** Puts everything where it belongs after a render or a change of sizes. */
  #apply(isRendered = false): void {
    const scroller = this.#scroller;
    if (!scroller || scroller.clientHeight === 0) return;
    this.#owner.layOut();
    const rows = this.#owner.rows();
    const find = (key: string): Element | undefined => rows.find((row) => row.key === key)?.element;
    const goal = this.#goal?.key;
    // A goal that was set a moment ago is mounted with the next render.
    if (goal !== undefined && !find(goal) && (!isRendered || rows.length === 0)) return;
    const wanted = this.#kept(scroller);
    if (this.#goal) {
      restoreAnchor(scroller, [this.#goal], find);
      this.#followsEnd = isAtEnd(scroller);
      this.#goal = null;
    } else if (this.#sticks) scroller.scrollTop = scroller.scrollHeight;
    else this.#owner.nudge(-restoreAnchor(scroller, wanted, find));
    this.#read(scroller);
    this.#anchor = this.#sticks ? this.#anchor : undrifted(this.#anchor, wanted);
    this.#known = { top: scroller.scrollTop, height: scroller.scrollHeight, client: scroller.clientHeight };
    this.#owner.moved();
  }

  /**
   * What is to stay where it is, most of all the first of these: the row with the focus, else the first that is whole, so
   * that the one cut off above it grows out of sight; but not one far down, below a row that is read at length.
   */
  #kept({ clientHeight }: HTMLElement): ScrollAnchor {
    const focused = this.#owner.focused();
    const most =
      this.#anchor.find(({ key }) => key === focused) ??
      this.#anchor.find(({ offset }) => offset >= 0 && offset < clientHeight / 2);
    return most ? [most, ...this.#anchor] : this.#anchor;
  }

  /** Notes what is on screen; where nothing is mounted there, what will be. */
  #read(scroller: HTMLElement): void {
    const rows = this.#owner.rows();
    // While everything is read anew there is nothing to see: the place is the one that was left.
    if (rows.length === 0) return;
    const visible = readAnchor(scroller, rows);
    this.#anchor = visible.length > 0 ? visible : this.#owner.placeAt(scroller.scrollTop);
  }

  #attach(scroller: HTMLElement | null): void {
    if (scroller === this.#scroller) return;
    this.#observer?.disconnect();
    this.#scroller?.removeEventListener('scroll', this.#onScroll);
    this.#scroller = scroller;
    this.#known = null;
    if (!scroller) return;
    scroller.addEventListener('scroll', this.#onScroll, { passive: true });
    this.#observe(scroller);
  }

  #observe(scroller: HTMLElement): void {
    this.#observer ??= new ResizeObserver(this.#onResize);
    this.#observer.observe(scroller);
    // The content is one element, so that images that load and texts that wrap are noticed.
    if (scroller.firstElementChild) this.#observer.observe(scroller.firstElementChild);
  }
}

/** Positions are rounded to device pixels: what was wanted is kept, so that a thousand corrections do not add up to one. */
function undrifted(found: ScrollAnchor, wanted: ScrollAnchor): ScrollAnchor {
  for (const { key, offset } of wanted) {
    const drift = (found.find((row) => row.key === key)?.offset ?? Number.NaN) - offset;
    if (Math.abs(drift) < 1) return found.map((row) => ({ ...row, offset: row.offset - drift }));
  }
  return found;
}
