import type { LitElement, ReactiveController } from 'lit';
import { deepActiveElement, focusableIn } from '../dom/focus.ts';

const followers = new WeakMap<LitElement, OpenDialogs>();

/** Call when a dialog opens in the shadow tree of `host`: it survives that the element is moved, and ends with it. */
export function followDialogs(host: LitElement): void {
  const follower = followers.get(host) ?? new OpenDialogs(host);
  followers.set(host, follower);
  follower.opens();
}

/**
 * The browser takes a dialog out of the top layer when its element is moved or removed, but leaves it open: it would stand
 * in the middle of the page. After a move it is over the page again; with an element that left the page it closes.
 */
class OpenDialogs implements ReactiveController {
  readonly #host: LitElement;
  /** What had the focus when the last one opened. */
  #opener: Element | null = null;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  opens(): void {
    this.#opener = deepActiveElement(this.#host.ownerDocument);
  }

  hostConnected(): void {
    for (const dialog of this.#open) {
      if (dialog.matches(':modal')) continue;
      // Not `close()`: that would tell everybody.
      dialog.open = false;
      dialog.showModal();
      dialog.addEventListener('close', () => this.#giveBack(), { once: true });
    }
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (!this.#host.isConnected) for (const dialog of this.#open) dialog.close();
    });
  }

  /** What the browser gives the focus back to after a move is the page's body (I10). */
  #giveBack(): void {
    if (!this.#host.isConnected || deepActiveElement(this.#host.ownerDocument)) return;
    const isThere = this.#opener instanceof HTMLElement && this.#opener.isConnected;
    const target = isThere ? (this.#opener as HTMLElement) : focusableIn(this.#host.renderRoot)[0];
    target?.focus();
  }

  get #open(): NodeListOf<HTMLDialogElement> {
    return this.#host.renderRoot.querySelectorAll<HTMLDialogElement>('dialog[open]');
  }
}
