import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ReplyWindow } from '../domain/reply-window.ts';
import type { Clock } from '../ports/clock.ts';

const minuteMs = 60_000;

/** Where time comes from: the device's clock for waking up, the backend's time for what is true. */
export interface WindowTime {
  readonly clock: Clock;
  serverNow(): number;
}

/**
 * Keeps an element's reply windows true as time passes: wakes it when what remains reads differently, and at the very
 * moment a window closes. One timer.
 */
export class ReplyWindowController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #time: () => WindowTime | null;
  #windows: readonly ReplyWindow[] = [];
  #cancel: (() => void) | null = null;
  #isConnected = false;

  constructor(host: ReactiveControllerHost, time: () => WindowTime | null) {
    this.#host = host;
    this.#time = time;
    host.addController(this);
  }

  /** Call from `willUpdate`: the windows that are shown. */
  watch(windows: readonly ReplyWindow[]): void {
    this.#windows = windows;
  }

  hostConnected(): void {
    this.#isConnected = true;
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    this.#cancel?.();
    const time = this.#time();
    // A host may still finish an update after it was removed; it must not wake up again.
    if (!this.#isConnected || !time) return;
    const now = time.serverNow();
    const waits = this.#windows.flatMap((window) =>
      window.state === 'open' && window.closesAt !== null && window.closesAt > now
        ? [((window.closesAt - now - 1) % minuteMs) + 1]
        : [],
    );
    if (waits.length > 0) this.#cancel = time.clock.after(Math.min(...waits), () => this.#host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#cancel?.();
  }
}
