/** How much larger an element is on the screen than its own pixels say: by `zoom` or a transform of the page around it. */
export function scaleOf(element: HTMLElement): number {
  const scale = element.getBoundingClientRect().width / element.offsetWidth;
  // Less is the rounding of `offsetWidth`; nothing is shown of what has no width.
  return scale > 0 && Math.abs(scale - 1) > 0.01 ? scale : 1;
}
