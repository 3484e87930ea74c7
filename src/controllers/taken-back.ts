import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { MessagingSession } from '../sync/session-api.ts';

/** Which messages are known to have been taken back, or removed: also those that no view has loaded come as news. */
export class TakenBack implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #session: () => MessagingSession | null;
  readonly #ids = new Set<string>();
  #heard: MessagingSession | null = null;
  #stop: (() => void) | null = null;

  /** @param session - `null` while there is none */
  constructor(host: ReactiveControllerHost, session: () => MessagingSession | null) {
    this.#host = host;
    this.#session = session;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#heard = this.#stop = null;
  }

  /** Call before each render that shows messages. */
  hear(): void {
    const session = this.#session();
    if (session === this.#heard) return;
    this.#stop?.();
    this.#heard = session;
    this.#stop =
      session?.onNews(
        ({ id, deletedAt }) => {
          if (deletedAt !== null) this.#hear(id);
        },
        (id) => this.#hear(id),
      ) ?? null;
  }

  #hear(id: string): void {
    this.#ids.add(id);
    this.#host.requestUpdate();
  }

  readonly has = (messageId: string): boolean => this.#ids.has(messageId);

  add(messageId: string): void {
    this.#ids.add(messageId);
  }
}
