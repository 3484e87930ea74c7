import { ContextConsumer } from '@lit/context';
import type { ReactiveControllerHost } from 'lit';
import type { MessagingSession, SessionStatus } from '../sync/session-api.ts';
import { ReadableController } from './readable-controller.ts';
import { sessionContext } from './session-context.ts';

export type {
  ConversationRow,
  FoundMessages,
  ListHandle,
  ListSnapshot,
  MessagingSession,
  OpenReadable,
  SessionStatus,
  TimelineHandle,
  TimelineSnapshot,
} from '../sync/session-api.ts';

/** Gives an element the session of its provider, and renders it again when the session or its status changes. */
export class SessionController {
  readonly #consumer: ContextConsumer<typeof sessionContext, ReactiveControllerHost & HTMLElement>;
  readonly #status: ReadableController<SessionStatus>;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#status = new ReadableController<SessionStatus>(host);
    this.#consumer = new ContextConsumer(host, {
      context: sessionContext,
      subscribe: true,
      callback: (session) => {
        this.#status.watch(session?.status ?? null);
        host.requestUpdate();
      },
    });
  }

  /** `null` until the provider has made one. */
  get session(): MessagingSession | null {
    return this.#consumer.value ?? null;
  }

  /** How the session is doing; `null` without one. */
  get status(): SessionStatus | null {
    return this.#status.value;
  }

  /** The session once it has answered `connect`: only then there is something to list. */
  get ready(): MessagingSession | null {
    return this.status?.phase === 'ready' ? this.session : null;
  }
}
