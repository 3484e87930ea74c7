import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Readable } from '../sync/session-api.ts';

/** Renders its host again whenever a readable changes. Which one may change at any time. */
export class ReadableController<T> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #changed: () => void;
  #readable: Readable<T> | null = null;
  #isConnected = false;
  #stop: (() => void) | null = null;

  constructor(host: ReactiveControllerHost, changed = (): void => host.requestUpdate()) {
    this.#host = host;
    this.#changed = changed;
    host.addController(this);
  }

  /** Its value now; `null` while nothing is watched. */
  get value(): T | null {
    return this.#readable?.value ?? null;
  }

  /** Watches another readable from now on, or none. */
  watch(readable: Readable<T> | null): void {
    if (readable === this.#readable) return;
    this.#unsubscribe();
    this.#readable = readable;
    if (this.#isConnected) this.#subscribe();
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    this.#isConnected = true;
    this.#subscribe();
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#unsubscribe();
  }

  #subscribe(): void {
    this.#stop ??= this.#readable?.subscribe(this.#changed) ?? null;
  }

  #unsubscribe(): void {
    this.#stop?.();
    this.#stop = null;
  }
}
