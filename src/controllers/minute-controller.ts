import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Clock } from '../ports/clock.ts';

const minuteMs = 60_000;

/** Renders its host again at each full minute, so that "3h left" and "14:32" stay true. One timer, only while shown. */
export class MinuteController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #clock: () => Clock | null;
  #watched: Clock | null = null;
  #cancel: (() => void) | null = null;
  #isConnected = false;

  /** @param clock - where time comes from; `null` while there is no session */
  constructor(host: ReactiveControllerHost, clock: () => Clock | null) {
    this.#host = host;
    this.#clock = clock;
    host.addController(this);
  }

  hostConnected(): void {
    this.#isConnected = true;
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const clock = this.#clock();
    if (!this.#isConnected || (this.#cancel && clock === this.#watched)) return;
    this.#stop();
    this.#watched = clock;
    this.#cancel =
      clock?.after(minuteMs - (clock.now() % minuteMs), () => {
        this.#cancel = null;
        this.#host.requestUpdate();
      }) ?? null;
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#stop();
  }

  #stop(): void {
    this.#cancel?.();
    this.#cancel = null;
  }
}
