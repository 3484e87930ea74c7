import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Recipient } from '../domain/model.ts';
import type { MessagingSession } from '../sync/session-api.ts';

/** A recipient of the host by id. `null` until loaded, and where the backend does not know them. */
export class RecipientController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #session: MessagingSession | null = null;
  #id: string | null = null;
  #value: Recipient | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get value(): Recipient | null {
    return this.#value;
  }

  /** Call from `willUpdate`. */
  sync(session: MessagingSession | null, recipientId: string | null): void {
    if (session === this.#session && recipientId === this.#id) return;
    this.#session = session;
    this.#id = recipientId;
    this.#value = null;
    if (session && recipientId !== null) void this.#load(session, recipientId);
  }

  hostDisconnected(): void {
    this.#session = null;
  }

  async #load(session: MessagingSession, recipientId: string): Promise<void> {
    // Without a name the sentence says less; nobody can do anything about a failure here.
    const recipient = await session.getRecipient(recipientId).catch(() => null);
    if (session !== this.#session || recipientId !== this.#id) return;
    this.#value = recipient;
    this.#host.requestUpdate();
  }
}
