import { focusableIn } from '../dom/focus.ts';
import { isComposing } from '../dom/keys.ts';
import type { AnchorRow } from '../dom/scroll-anchor.ts';

/** What the focus moves through. */
export interface FeedRows {
  /** The mounted articles from top to bottom. */
  readonly rows: () => readonly AnchorRow[];
  /** Scrolls an article into view. */
  readonly reveal: (row: Element) => void;
  /** Goes to the first or the last article there is, mounted or not, and focuses it. */
  readonly toEdge: (isFirst: boolean) => unknown;
  /** Another article can be reached by Tab. */
  readonly changed: () => void;
}

/**
 * Moves the focus through the articles of a feed: one of them can be reached by Tab, keys go to its neighbours, Enter
 * goes into its controls and Escape comes back.
 */
export class FeedFocus {
  readonly #feed: FeedRows;
  #activeKey: string | null = null;
  #focusedKey: string | null = null;

  constructor(feed: FeedRows) {
    this.#feed = feed;
  }

  /** The article that Tab reaches; `null` stands for the last one. */
  get activeKey(): string | null {
    return this.#activeKey;
  }

  /** The article with the focus: it must stay mounted. */
  get focusedKey(): string | null {
    return this.#focusedKey;
  }

  /** Forgets where the focus was, e.g. for another conversation. */
  reset(): void {
    this.#activeKey = null;
  }

  /** Focuses the article that Tab would reach. */
  focus(): void {
    const rows = this.#feed.rows();
    (rows.find(({ key }) => key === this.#activeKey) ?? rows.at(-1))?.element.focus({ preventScroll: true });
  }

  /** Focuses the last mounted article. */
  focusLast(): void {
    this.#activeKey = null;
    this.focus();
  }

  /** Focuses a mounted article by its key. */
  focusOn(key: string): void {
    this.#element(key)?.focus({ preventScroll: true });
  }

  /** Moves a focus inside an article to the article itself: the control that has it is about to go. */
  stepOut(key: string): void {
    if (this.#focusedKey === key) this.#element(key)?.focus({ preventScroll: true });
  }

  /** Moves a focus inside an article to its neighbour: the article is about to go. */
  stepAway(key: string): void {
    const rows = this.#feed.rows();
    const index = rows.findIndex((row) => row.key === key);
    const neighbour = rows[index + 1] ?? rows[index - 1];
    if (this.#focusedKey === key) neighbour?.element.focus({ preventScroll: true });
  }

  /** Focuses the first control of an article. */
  enter(key: string): void {
    const element = this.#element(key);
    if (element) focusableIn(element)[0]?.focus();
  }

  /** Call on `focusin` inside the feed. */
  entered(event: FocusEvent): void {
    const row = this.#rowOf(event.target);
    const before = this.#focusedKey;
    this.#focusedKey = row?.key ?? null;
    if (row) this.#activeKey = row.key;
    if (this.#focusedKey !== before) this.#feed.changed();
  }

  /** Call on `focusout` inside the feed. On its way to the next control of an article the focus does not leave that. */
  left({ relatedTarget }: FocusEvent): void {
    const next = this.#rowOf(relatedTarget)?.key ?? null;
    if (next === this.#focusedKey) return;
    this.#focusedKey = next;
    this.#feed.changed();
  }

  /** Call on `keydown` inside the feed. */
  press(event: KeyboardEvent): void {
    if (isComposing(event) || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const row = this.#rowOf(event.target);
    if (!row) return;
    const isOnArticle = event.target === row.element;
    const isHandled = isOnArticle ? this.#pressOnArticle(event.key, row) : this.#pressInside(event.key, row);
    if (!isHandled) return;
    event.preventDefault();
    event.stopPropagation();
  }

  #pressOnArticle(key: string, row: AnchorRow): boolean {
    const rows = this.#feed.rows();
    const index = rows.findIndex(({ element }) => element === row.element);
    switch (key) {
      case 'ArrowDown':
      case 'PageDown':
        return this.#go(rows[index + 1]);
      case 'ArrowUp':
      case 'PageUp':
        return this.#go(rows[index - 1]);
      case 'Home':
      case 'End':
        this.#feed.toEdge(key === 'Home');
        return true;
      case 'Enter': {
        const [first] = focusableIn(row.element);
        first?.focus();
        return first !== undefined;
      }
      default:
        return false;
    }
  }

  #pressInside(key: string, row: AnchorRow): boolean {
    if (key !== 'Escape') return false;
    row.element.focus({ preventScroll: true });
    return true;
  }

  #element(key: string): HTMLElement | undefined {
    return this.#feed.rows().find((row) => row.key === key)?.element;
  }

  #go(row: AnchorRow | undefined): boolean {
    if (!row) return false;
    row.element.focus({ preventScroll: true });
    this.#feed.reveal(row.element);
    return true;
  }

  #rowOf(target: EventTarget | null): AnchorRow | undefined {
    if (!(target instanceof Element)) return undefined;
    return this.#feed.rows().find((row) => row.element.contains(target));
  }
}
