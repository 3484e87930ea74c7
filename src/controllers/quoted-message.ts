import type { ReactiveControllerHost } from 'lit';
import type { Message } from '../domain/model.ts';
import type { MessagingSession, TimelineHandle } from '../sync/session-api.ts';
import { HandleController } from './handle-controller.ts';

/** The message that an answer quotes, where it is loaded. */
export class QuotedMessage {
  readonly #timeline: HandleController<TimelineHandle>;

  constructor(host: ReactiveControllerHost) {
    this.#timeline = new HandleController(host);
  }

  /** Call while rendering; `null` when nothing is quoted, or it is too long ago to be loaded. */
  of(session: MessagingSession | null, conversationId: string, messageId: string | null): Message | null {
    this.#timeline.sync(session, [messageId && conversationId], (open) =>
      open.openTimeline({ kind: 'conversation', conversationId }),
    );
    return messageId === null ? null : (this.#timeline.handle?.find(messageId) ?? null);
  }
}
