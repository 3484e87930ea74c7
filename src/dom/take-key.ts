/**
 * Takes a key press, so that it means nothing else: not to what is around, nor to the browser, which would close a dialog or
 * popover of the page with an Escape that was only for something in it.
 */
export function takeKey(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}
