import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Clock } from '../ports/clock.ts';

const delayMs = 250;

/** A search text that counts once the hand rests: `typed` is what stands in the field, `settled` what to search for. */
export class DelayedText implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #clock: () => Clock | null;
  #typed = '';
  #settled = '';
  #cancel: (() => void) | null = null;

  constructor(host: ReactiveControllerHost, clock: () => Clock | null) {
    this.#host = host;
    this.#clock = clock;
    host.addController(this);
  }

  get typed(): string {
    return this.#typed;
  }

  get settled(): string {
    return this.#settled;
  }

  /** Takes what was typed; an empty text counts at once. */
  type(text: string): void {
    this.#typed = text;
    this.#cancel?.();
    this.#cancel = text.trim() === '' ? null : (this.#clock()?.after(delayMs, () => this.#settle()) ?? null);
    if (this.#cancel === null) this.#settle();
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    if (this.#cancel) this.#settle();
  }

  #settle(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#settled = this.#typed.trim();
    this.#host.requestUpdate();
  }
}
