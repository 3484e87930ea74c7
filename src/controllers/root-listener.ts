import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Hears an event on the tree an element stands in (the document, or the shadow tree around it) while it is there. */
export class RootListener implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #type: string;
  readonly #listener: (event: Event) => void;
  #root: Node | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement, type: string, listener: (event: Event) => void) {
    this.#host = host;
    this.#type = type;
    this.#listener = listener;
    host.addController(this);
  }

  hostConnected(): void {
    this.#root = this.#host.getRootNode();
    this.#root.addEventListener(this.#type, this.#listener);
  }

  hostDisconnected(): void {
    this.#root?.removeEventListener(this.#type, this.#listener);
    this.#root = null;
  }
}
