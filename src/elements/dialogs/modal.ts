import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { isComposing } from '../../dom/keys.ts';

/** A dialog over the page. */
export interface Modal {
  readonly title: string;
  readonly body: unknown;
  /** The one button that does it; `null` where a choice in the body does. */
  readonly submit: { readonly label: string; readonly enabled: boolean; readonly run: () => void } | null;
  readonly closeLabel: string;
  /** Called when it has closed, however that came about. */
  readonly onClose: () => void;
  /** Between the body and the buttons: what went wrong. */
  readonly problem?: string | null;
  readonly size?: 'small' | 'wide';
  /** Beside the buttons, at the start. */
  readonly aside?: unknown;
}

const known = new WeakSet<Element>();

/**
 * Opens as soon as it is in the page, and once: while another dialog of the element is there lit tells it again with each
 * render, also when it has just been closed. The browser keeps the focus inside and gives it back afterwards.
 */
function opened(element: Element | undefined): void {
  queueMicrotask(() => {
    if (!(element instanceof HTMLDialogElement) || !element.isConnected || known.has(element)) return;
    known.add(element);
    // Where nothing of its element is to be seen, it would only keep the page from being used.
    if (!isSeen(element)) {
      element.dispatchEvent(new Event('close'));
      return;
    }
    element.showModal();
    element.querySelector<HTMLElement>('[data-focus]')?.focus();
  });
}

function isSeen(dialog: Element): boolean {
  const root = dialog.getRootNode();
  return !(root instanceof ShadowRoot) || root.host.checkVisibility();
}

/** A modal dialog with a heading and its buttons. Escape and a press beside it close it. */
export function modal(dialog: Modal): TemplateResult {
  const { title, body, submit, closeLabel, onClose, problem = null, size = 'small', aside = nothing } = dialog;
  return html`<dialog
    class="modal ${size}"
    aria-labelledby="modal-title"
    ${ref(opened)}
    @close=${onClose}
    @click=${closeBeside}
    @keydown=${keepKeys}
  >
    <form
      class="modal-form"
      method="dialog"
      @submit=${(event: Event) => {
        event.preventDefault();
        if (submit?.enabled) submit.run();
      }}
    >
      <h2 id="modal-title" class="modal-title">${title}</h2>
      <div class="modal-body scroll">${body}</div>
      <p class="modal-problem" role="alert" ?hidden=${problem === null}>${problem}</p>
      <div class="modal-foot">
        <div class="modal-aside">${aside}</div>
        <button type="button" class="button" @click=${closeModal}>${closeLabel}</button>
        ${
          submit
            ? html`<button type="submit" class="button primary" aria-disabled=${submit.enabled ? 'false' : 'true'}>
                ${submit.label}
              </button>`
            : nothing
        }
      </div>
    </form>
  </dialog>`;
}

/** Closes the dialog an event happened in. */
export function closeModal(event: Event): void {
  (event.target as Element).closest('dialog')?.close();
}

/** Closes whatever dialog is open below `root`. */
export function closeModals(root: ParentNode): void {
  for (const dialog of root.querySelectorAll('dialog')) dialog.close();
}

function closeBeside(event: MouseEvent): void {
  if (event.target === event.currentTarget) (event.currentTarget as HTMLDialogElement).close();
}

/** What is typed in a dialog is no shortcut of the view behind it; an Enter that picks a character submits nothing. */
function keepKeys(event: KeyboardEvent): void {
  if (isComposing(event) && event.key === 'Enter') event.preventDefault();
  event.stopPropagation();
}
