/**
 * Whether the browser lets a text area grow with its text by style alone (`field-sizing: content`).
 */
export function growsByItself(): boolean {
  return CSS.supports('field-sizing', 'content');
}

/** UTF-16 units that are higher than any text area grows, however wide it is: what follows them needs no laying out twice. */
const mostShown = 20_000;

/**
 * Lets a text area grow where the browser cannot: `mirror` lies in the same grid cell, shows the same text invisibly and
 * gives the cell its height. Only writes: nothing is measured, so no keystroke forces a layout.
 */
export function mirrorText(textArea: HTMLTextAreaElement, mirror: HTMLElement): void {
  // The last line break of a block shows only when something follows it.
  const text = `${textArea.value.slice(0, mostShown)}\u200b`;
  if (mirror.textContent !== text) mirror.textContent = text;
}
