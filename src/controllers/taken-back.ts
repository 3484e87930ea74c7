import type { ReactiveControllerHost } from 'lit';
import type { MessagingSession } from '../sync/session-api.ts';
import { SessionNews } from './session-news.ts';

/** Which messages are known to have been taken back, or removed: also those that no view has loaded come as news. */
export class TakenBack {
  readonly #host: ReactiveControllerHost;
  readonly #ids = new Set<string>();

  /** @param session - `null` while there is none */
  constructor(host: ReactiveControllerHost, session: () => MessagingSession | null) {
    this.#host = host;
    new SessionNews(host, session, (heard) =>
      heard.onNews(
        ({ id, deletedAt }) => {
          if (deletedAt !== null) this.#hear(id);
        },
        (id) => this.#hear(id),
      ),
    );
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
