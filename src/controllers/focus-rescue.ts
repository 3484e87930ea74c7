import type { LitElement, ReactiveController } from 'lit';

/**
 * Keeps the focus in an element when a render takes away the control that has it, as when a message that failed is sent
 * after all: the browser would give it to the page's body (I10).
 */
export class FocusRescue implements ReactiveController {
  readonly #host: LitElement;
  readonly #rescue: () => void;
  #focused: Element | null = null;

  /** @param rescue - focuses what stays */
  constructor(host: LitElement, rescue: () => void) {
    this.#host = host;
    this.#rescue = rescue;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#focused = this.#host.shadowRoot?.activeElement ?? null;
  }

  hostUpdated(): void {
    const isLost = this.#focused !== null && (!this.#focused.isConnected || !this.#focused.checkVisibility());
    this.#focused = null;
    if (isLost && !this.#host.shadowRoot?.activeElement) this.#rescue();
  }
}
