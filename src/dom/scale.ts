/**
 * How much larger an element is on the screen than its own pixels say: by `zoom` or a transform of the page around it.
 *
 * @param element - with a border-box, whose computed width is not rounded as `offsetWidth` is
 */
export function scaleOf(element: Element): number {
  const scale = element.getBoundingClientRect().width / parseFloat(getComputedStyle(element).width);
  // Less is rounding; nothing is shown of what has no width.
  return scale > 0 && Math.abs(scale - 1) > 0.001 ? scale : 1;
}
