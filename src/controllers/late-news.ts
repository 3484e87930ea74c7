import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { compareMessages } from '../domain/timeline.ts';
import type { MessagingSession } from '../sync/session-api.ts';
import type { TimelineController, TimelineNews } from './timeline-controller.ts';

/** What is listened to, and who is told. */
export interface LateNewsParts {
  readonly session: () => MessagingSession | null;
  readonly timeline: Pick<TimelineController, 'conversation' | 'list'>;
  readonly tell: (news: readonly TimelineNews[]) => void;
}

/** Tells of messages of the customer that come late: they stand among older ones, where no timeline looks for news. */
export class LateNews implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #parts: LateNewsParts;
  #session: MessagingSession | null = null;
  #stop: (() => void) | null = null;

  constructor(host: ReactiveControllerHost, parts: LateNewsParts) {
    this.#host = host;
    this.#parts = parts;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    this.#listenTo(this.#parts.session());
  }

  hostDisconnected(): void {
    this.#listenTo(null);
  }

  #listenTo(session: MessagingSession | null): void {
    if (session === this.#session) return;
    this.#session = session;
    this.#stop?.();
    this.#stop = session && this.#hear(session);
  }

  #hear(session: MessagingSession): () => void {
    return session.onNews((message) => {
      const { timeline, tell } = this.#parts;
      const newest = timeline.list.at(timeline.list.length - 1)?.message;
      if (message.direction !== 'incoming' || message.conversationId !== timeline.conversation?.id) return;
      // What is not late is told with the snapshot that it comes in.
      if (!newest || compareMessages(message, newest) > 0) return;
      tell([{ type: 'incoming', entry: { key: message.id, source: 'server', message } }]);
    });
  }
}
