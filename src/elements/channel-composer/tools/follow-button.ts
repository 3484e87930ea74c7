/**
 * Keeps a floating panel at its button while it is open: above it where there is room, inside the window, from the
 * button's start edge on.
 *
 * @returns what ends it
 */
export function followButton(panel: HTMLElement, button: HTMLElement | null): () => void {
  const follow = (): void => {
    if (!button) return;
    const { style } = panel;
    // Its pixels are those of the page around it, larger where that has a `zoom`.
    const zoom = zoomOf(panel);
    const { left, right, top, bottom } = unzoomed(button.getBoundingClientRect(), zoom);
    const { documentElement } = panel.ownerDocument;
    const [clientWidth, clientHeight] = [documentElement.clientWidth / zoom, documentElement.clientHeight / zoom];
    const isAbove = top > clientHeight - bottom;
    style.setProperty('--_room', `${Math.max(160, (isAbove ? top : clientHeight - bottom) - 12)}px`);
    style.top = isAbove ? 'auto' : `${bottom + 4}px`;
    style.bottom = isAbove ? `${Math.max(8, clientHeight - top + 4)}px` : 'auto';
    const width = panel.offsetWidth;
    const wanted = panel.matches(':dir(rtl)') ? right - width : left;
    style.left = `${Math.max(8, Math.min(wanted, clientWidth - width - 8))}px`;
  };
  follow();
  addEventListener('scroll', follow, { capture: true, passive: true });
  addEventListener('resize', follow);
  return () => {
    removeEventListener('scroll', follow, { capture: true });
    removeEventListener('resize', follow);
  };
}

/** The `zoom` an element stands in; 1 in browsers that cannot tell. */
export function zoomOf(element: { readonly currentCSSZoom?: number }): number {
  return element.currentCSSZoom ?? 1;
}

/** A place on the screen in the pixels of an element that is zoomed. */
export function unzoomed({ x, y, width, height }: DOMRect, zoom: number): DOMRect {
  return new DOMRect(x / zoom, y / zoom, width / zoom, height / zoom);
}
