import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { MessagingSession } from '../sync/session-api.ts';

/** Listens to a session while its host is in a page, and to the next one when that is there. */
export class SessionNews implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #session: () => MessagingSession | null;
  readonly #listen: (session: MessagingSession) => () => void;
  #isConnected = false;
  #heard: MessagingSession | null = null;
  #stop: (() => void) | null = null;

  /**
   * @param session - `null` while there is none
   * @param listen - begins to listen, as with `onNews`; returns what ends it
   */
  constructor(
    host: ReactiveControllerHost,
    session: () => MessagingSession | null,
    listen: (session: MessagingSession) => () => void,
  ) {
    this.#host = host;
    this.#session = session;
    this.#listen = listen;
    host.addController(this);
  }

  hostConnected(): void {
    this.#isConnected = true;
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    // An update may come after the element was removed: nobody would end the listening.
    if (this.#isConnected) this.#follow(this.#session());
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#follow(null);
  }

  #follow(session: MessagingSession | null): void {
    if (session === this.#heard) return;
    this.#heard = session;
    this.#stop?.();
    this.#stop = session && this.#listen(session);
  }
}
