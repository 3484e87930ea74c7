/** How much larger an element is on the screen than its own pixels say: by `zoom` or a transform of the page around it. */
export function scaleOf(element: HTMLElement): number {
  const { width } = element.getBoundingClientRect();
  const scale = width / element.offsetWidth;
  // What is left is the rounding of `offsetWidth`.
  return width > 0 && Math.abs(scale - 1) > 0.01 ? scale : 1;
}
