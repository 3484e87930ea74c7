/**
 * Replaces a stretch of a text area as if it had been typed: one step that undo takes back, and one `input` event. The
 * caret ends behind what was inserted; the text area takes the focus, without which there is no undo.
 */
export function replaceText(
  area: HTMLTextAreaElement,
  { start, end }: { readonly start: number; readonly end: number },
  insert: string,
): void {
  if (start === end && insert === '') return;
  area.focus({ preventScroll: true });
  area.setSelectionRange(start, end);
  if (execute(area.ownerDocument, insert)) return;
  area.setRangeText(insert, start, end, 'end');
  area.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertReplacementText', data: insert }));
}

/** The one way to change a text area that its own undo knows of; no browser offers another. */
function execute(document: Document, insert: string): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- no other way keeps undo
  return insert === '' ? document.execCommand('delete') : document.execCommand('insertText', false, insert);
}
