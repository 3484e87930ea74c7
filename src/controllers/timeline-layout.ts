import type { KeyedMessage } from '../domain/timeline.ts';
import type { TimelineRows } from './timeline-rows.ts';

/** Browsers lay out in 64ths of a pixel. */
const tolerance = 0.02;

/** A mounted message and where it begins, with the day or divider above it. */
interface Found {
  readonly index: number;
  readonly top: number;
}

/**
 * Brings what is known of a history and what is mounted of it together, after each render and after each change of sizes:
 * learns how high the mounted rows are, and makes the gaps so high that each row stands where it is known to stand.
 *
 * @param feed - holds articles with `data-key`, each day in an element with the class `day`, and `svg` elements with the
 *   class `gap`: their size is an attribute, which a strict content security policy allows
 * @param scale - how much larger all this is on the screen than its own pixels say
 */
export function layOut<E extends KeyedMessage>(feed: Element, rows: TimelineRows<E>, scale: number): void {
  const { heights, list } = rows;
  const topOf = (element: Element): number => element.getBoundingClientRect().top / scale;
  const feedTop = topOf(feed) + rows.origin;
  const elements = [...feed.querySelectorAll('article, .gap')];
  const found = elements.map((element): Found => {
    const key = element.getAttribute('data-key');
    return key === null
      ? { index: -1, top: topOf(element) }
      : { index: rows.indexOf(key), top: topOf(leadOf(element)) };
  });
  for (const [place, { index, top }] of found.entries()) {
    const next = found[place + 1];
    if (index >= 0 && next) heights.measure(list, index, next.top - top);
  }
  let shift = 0;
  for (const [place, element] of elements.entries()) {
    if (found[place]?.index !== -1) continue;
    const next = found[place + 1];
    const previous = found[place - 1];
    const behind = next ? heights.offset(list, next.index) - (next.top + shift - feedTop) : null;
    const before = heightOf(element);
    const height =
      behind === null
        ? heights.total(list) - heights.offset(list, (previous?.index ?? -1) + 1) + (1 - rows.origin)
        : before + behind;
    shift += setHeight(element, height) - before;
  }
}

/** What a row begins with: its day, the divider above it, or itself. */
function leadOf(article: Element): Element {
  const divider = article.previousElementSibling;
  const lead = divider?.classList.contains('unread') ? divider : article;
  const above = lead.previousElementSibling;
  const day = lead.parentElement;
  // The separator of a day stays in view when its messages scroll away; only the day itself says where it begins.
  return day && above?.classList.contains('day-mark') && day.classList.contains('whole') ? day : lead;
}

function heightOf(gap: Element): number {
  return Number(gap.getAttribute('height') ?? 0);
}

function setHeight(gap: Element, height: number): number {
  const next = Math.max(0, height);
  if (Math.abs(next - heightOf(gap)) < tolerance) return heightOf(gap);
  gap.setAttribute('height', String(next));
  return next;
}
