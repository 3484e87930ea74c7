import type { ReactiveControllerHost } from 'lit';
import { recall, remember } from '../dom/remembered.ts';

/** A notice that the agent may close, and that stays closed in this browser. */
export class Dismissal {
  readonly #host: ReactiveControllerHost;
  readonly #name: string;
  #isClosed: boolean;

  /** @param name - what it is remembered by */
  constructor(host: ReactiveControllerHost, name: string) {
    this.#host = host;
    this.#name = name;
    this.#isClosed = recall(name) === true;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Closes the notice. */
  readonly close = (): void => {
    this.#isClosed = true;
    remember(this.#name, true);
    this.#host.requestUpdate();
  };
}
