import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { RootListener } from './root-listener.ts';

/**
 * Hears keys that are pressed in an element, and those pressed beside it in the same view, so that Shift+Control+S sends
 * from the messages too. In a page of its own an element hears only its own keys: the page has shortcuts of its own.
 */
export class NearbyKeys implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #press: (event: KeyboardEvent) => void;

  /** @param press - called once per key press */
  constructor(host: ReactiveControllerHost & HTMLElement, press: (event: KeyboardEvent) => void) {
    this.#host = host;
    this.#press = press;
    new RootListener(host, 'keydown', (event) => this.#pressNearby(event));
    host.addController(this);
  }

  hostConnected(): void {
    // On the element itself: a page may stop what bubbles further.
    this.#host.addEventListener('keydown', this.#press);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('keydown', this.#press);
  }

  #pressNearby(event: Event): void {
    const isNearby = this.#host.getRootNode() instanceof ShadowRoot && !event.composedPath().includes(this.#host);
    if (isNearby && event instanceof KeyboardEvent) this.#press(event);
  }
}
