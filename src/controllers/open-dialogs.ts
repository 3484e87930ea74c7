import type { LitElement, ReactiveController } from 'lit';

const followed = new WeakSet<LitElement>();

/** Call when a dialog opens in the shadow tree of `host`: it survives that the element is moved, and ends with it. */
export function followDialogs(host: LitElement): void {
  if (followed.has(host)) return;
  followed.add(host);
  host.addController(new OpenDialogs(host));
}

/**
 * The browser takes a dialog out of the top layer when its element is moved or removed, but leaves it open: it would stand
 * in the middle of the page. After a move it is over the page again; with an element that left the page it closes.
 */
class OpenDialogs implements ReactiveController {
  readonly #host: LitElement;

  constructor(host: LitElement) {
    this.#host = host;
  }

  hostConnected(): void {
    for (const dialog of this.#open) {
      if (dialog.matches(':modal')) continue;
      // Not `close()`: that would tell everybody.
      dialog.open = false;
      dialog.showModal();
    }
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (!this.#host.isConnected) for (const dialog of this.#open) dialog.close();
    });
  }

  get #open(): NodeListOf<HTMLDialogElement> {
    return this.#host.renderRoot.querySelectorAll<HTMLDialogElement>('dialog[open]');
  }
}
