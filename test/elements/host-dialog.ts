/**
 * A modal dialog of the page's around an element. A real Escape closes it, unless the element takes the key for something
 * of its own.
 */
export function hostDialog(element: Element): HTMLDialogElement {
  const inside = element.closest('conversation-provider') ?? element;
  const { width, height } = element.getBoundingClientRect();
  const dialog = document.createElement('dialog');
  Object.assign(dialog.style, { width: `${width}px`, height: `${height}px`, maxWidth: 'none', padding: '0' });
  inside.replaceWith(dialog);
  dialog.append(inside);
  dialog.showModal();
  return dialog;
}
