import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Conversation } from '../domain/model.ts';
import type { MessagingSession, OpenReadable } from '../sync/session-api.ts';

/** A conversation being watched. */
interface Watched {
  readonly handle: OpenReadable<Conversation | null>;
  readonly stop: () => void;
}

/** The conversations that messages on screen belong to, for histories that go across several. */
export class KnownConversations implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #session: () => MessagingSession | null;
  readonly #watched = new Map<string, Watched>();
  #asked = new Set<string>();
  #of: MessagingSession | null = null;

  /** @param session - `null` while there is none */
  constructor(host: ReactiveControllerHost, session: () => MessagingSession | null) {
    this.#host = host;
    this.#session = session;
    host.addController(this);
  }

  /** A conversation, `null` until it is known; call it in each render that shows it. */
  of(id: string): Conversation | null {
    const session = this.#session();
    if (session !== this.#of) this.#closeAll();
    this.#of = session;
    this.#asked.add(id);
    const known = this.#watched.get(id);
    if (known || !session) return known?.handle.value ?? null;
    const handle = session.openConversation(id);
    this.#watched.set(id, { handle, stop: handle.subscribe(() => this.#host.requestUpdate()) });
    return handle.value;
  }

  hostUpdated(): void {
    for (const id of this.#watched.keys()) if (!this.#asked.has(id)) this.#close(id);
    this.#asked = new Set();
  }

  hostDisconnected(): void {
    this.#closeAll();
  }

  #closeAll(): void {
    for (const id of [...this.#watched.keys()]) this.#close(id);
  }

  #close(id: string): void {
    const watched = this.#watched.get(id);
    watched?.stop();
    watched?.handle.dispose();
    this.#watched.delete(id);
  }
}
