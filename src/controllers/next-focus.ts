import type { LitElement, ReactiveController } from 'lit';

/** Gives the focus to something that the next render draws, or moves. */
export class NextFocus implements ReactiveController {
  readonly #host: LitElement;
  #selector: string | null = null;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  /** What takes the focus after the next render, by a selector of the shadow root; nothing does if nothing fits then. */
  on(selector: string): void {
    this.#selector = selector;
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const selector = this.#selector;
    this.#selector = null;
    if (selector !== null) this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}
