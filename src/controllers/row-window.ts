/** Where rows stand in a list of which only a part is mounted. */
export interface RowLayout {
  /** Distance of each row from the top, px; one more than there are rows: the last is the whole height. */
  readonly offsets: readonly number[];
}

/** Never more rows than this are mounted, however large the screen. */
const mostMounted = 100;
const overscanPx = 300;
/** Closer than this to the edge of what is mounted, px, more is mounted: scrolling renders now and then, not at each event. */
const marginPx = 100;

interface Viewport {
  readonly top: number;
  readonly height: number;
}

/** The rows around the screen: indexes, `last` inclusive. */
export interface RowSpan {
  readonly first: number;
  readonly last: number;
}

/** Stacks rows of the given heights. */
export function layoutRows(heights: readonly number[]): RowLayout {
  const offsets = [0];
  let end = 0;
  for (const height of heights) {
    end += height;
    offsets.push(end);
  }
  return { offsets };
}

/** The rows on screen and some beyond both edges. */
export function rowsAround(layout: RowLayout, { top, height }: Viewport): RowSpan {
  const count = layout.offsets.length - 1;
  const first = Math.max(0, rowAt(layout, top - overscanPx));
  const last = Math.min(count - 1, rowAt(layout, top + height + overscanPx), first + mostMounted - 1);
  return { first, last };
}

/** Whether rows are missing on screen beside those that are mounted, or will be after a little scrolling. */
export function lacksRows(layout: RowLayout, { first, last }: RowSpan, { top, height }: Viewport): boolean {
  const [start = 0, end = 0] = [layout.offsets[first], layout.offsets[last + 1]];
  const isLast = last >= layout.offsets.length - 2;
  return (first > 0 && start > top - marginPx) || (!isLast && end < top + height + marginPx);
}

/**
 * The rows to mount: those around the screen and the kept one wherever it is, because a row that has the focus must not be
 * taken out of the page.
 *
 * @param keep - index of the row that stays mounted, `-1` for none
 */
export function mountedRows(layout: RowLayout, { first, last }: RowSpan, keep: number): readonly number[] {
  const rows: number[] = [];
  if (keep >= 0 && keep < first) rows.push(keep);
  for (let index = first; index <= last; index++) rows.push(index);
  if (keep > last && keep < layout.offsets.length - 1) rows.push(keep);
  return rows;
}

/** Index of the row at a height, by halving; the first or last one when it is outside. */
export function rowAt(layout: RowLayout, top: number): number {
  let low = 0;
  let high = Math.max(0, layout.offsets.length - 2);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((layout.offsets[middle] ?? 0) <= top) low = middle;
    else high = middle - 1;
  }
  return low;
}
