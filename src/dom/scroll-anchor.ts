import { scaleOf } from './scale.ts';

/**
 * What the reader looks at: visible rows, the topmost first, each with its distance from the top of the scroll area.
 * More than one, because the topmost row may be removed.
 */
export type ScrollAnchor = readonly { readonly key: string; readonly offset: number }[];

/** A row that can be found again after a re-render. */
export interface AnchorRow {
  readonly key: string;
  readonly element: HTMLElement;
}

/** The mounted articles with their keys, from top to bottom. */
export function anchorRows(root: ParentNode): readonly AnchorRow[] {
  return [...root.querySelectorAll('article')].map((element) => ({ key: element.dataset.key ?? '', element }));
}

/** Closer to the end than this many pixels counts as being there: fractional zoom never gets nearer. */
const endTolerance = 4;

/** Whether the last line is in view. */
export function isAtEnd(scroller: Element): boolean {
  return scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop <= endTolerance;
}

/** Notes what the reader looks at. `rows` are in the order they are shown, from top to bottom. */
export function readAnchor(scroller: Element, rows: readonly AnchorRow[]): ScrollAnchor {
  const { top, bottom } = scroller.getBoundingClientRect();
  const scale = scaleOf(scroller);
  const anchor: { key: string; offset: number }[] = [];
  for (let index = firstBelow(top, rows); index < rows.length; index += 1) {
    const row = rows[index];
    if (!row) break;
    const rect = row.element.getBoundingClientRect();
    if (rect.top >= bottom) break;
    anchor.push({ key: row.key, offset: (rect.top - top) / scale });
  }
  return anchor;
}

/**
 * Puts the first anchor row that still exists back where it was.
 *
 * @returns how far below that it still is, px: browsers round scroll positions to device pixels
 */
export function restoreAnchor(
  scroller: Element,
  anchor: ScrollAnchor,
  find: (key: string) => Element | undefined,
): number {
  const scale = scaleOf(scroller);
  for (const { key, offset } of anchor) {
    const element = find(key);
    if (!element) continue;
    const moved = (): number => topIn(scroller, element) / scale - offset;
    const before = moved();
    if (Math.abs(before) < 0.5) return before;
    scroller.scrollTop += before;
    return moved();
  }
  return 0;
}

/** How far an element stands below the top of a scroll area, px of the screen. */
export function topIn(scroller: Element, element: Element): number {
  return element.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
}

/** Index of the first row that ends below `edge`; rows are in order, so a few measurements are enough. */
function firstBelow(edge: number, rows: readonly AnchorRow[]): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = rows[middle];
    if (row && row.element.getBoundingClientRect().bottom <= edge) low = middle + 1;
    else high = middle;
  }
  return low;
}
