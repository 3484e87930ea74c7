import type { ReactiveControllerHost } from 'lit';
import type { CoWorker, Mention } from '../domain/model.ts';
import { mentionsIn } from '../domain/mentions.ts';
import type { MessagingSession } from '../sync/session-api.ts';

/** The colleagues of a backend, loaded when a note is written, and whom a note names (B13). */
export class Colleagues {
  readonly #host: ReactiveControllerHost;
  readonly #session: () => MessagingSession | null;
  /** Whom the agent picked, in order, by conversation: it decides between colleagues of one name. */
  readonly #picked = new Map<string, readonly string[]>();
  #loadedFor: MessagingSession | null = null;
  #all: readonly CoWorker[] = [];

  constructor(host: ReactiveControllerHost, session: () => MessagingSession | null) {
    this.#host = host;
    this.#session = session;
  }

  get all(): readonly CoWorker[] {
    return this.#all;
  }

  /** Who writes: nobody mentions themselves. */
  get agentId(): string | null {
    return this.#session()?.status.value.backend?.agent.id ?? null;
  }

  /** Call while a note is written. Without colleagues the note is a plain text; the next one asks again. */
  load(): void {
    const session = this.#session();
    if (!session || session === this.#loadedFor) return;
    this.#loadedFor = session;
    session.listCoWorkers().then(
      (all) => {
        this.#all = all;
        this.#host.requestUpdate();
      },
      () => (this.#loadedFor = null),
    );
  }

  pick(conversationId: string, { id }: CoWorker): void {
    this.#picked.set(conversationId, [...(this.#picked.get(conversationId) ?? []), id]);
  }

  /** Whom a note names. */
  mentionsIn(conversationId: string, note: string): readonly Mention[] {
    return mentionsIn(note, this.#all, this.#picked.get(conversationId) ?? []);
  }
}
