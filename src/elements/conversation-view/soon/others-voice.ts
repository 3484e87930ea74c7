import type { LitElement, ReactiveController } from 'lit';
import { AnnouncerController } from '../../../controllers/announcer-controller.ts';
import type { Localize } from '../../../controllers/localization.ts';
import type { MessagingSession, SessionController } from '../../../controllers/session-controller.ts';
import type { Conversation } from '../../../domain/model.ts';
import type { ViewSoonTexts } from '../../../locales/view-soon.ts';
import type { ConversationTimeline } from '../../conversation-timeline/conversation-timeline.ts';

/** What it has to know. */
export interface OthersVoiceParts {
  readonly session: SessionController;
  readonly localize: Localize<ViewSoonTexts>;
  /** What reads out what it shows itself, and how much is to be said at all. */
  readonly timeline: ConversationTimeline;
}

/** Says that customers wrote in other conversations of the agent: how many messages, and never what they say. */
export class OthersVoice implements ReactiveController {
  readonly #host: LitElement;
  readonly #parts: OthersVoiceParts;
  readonly #announcer: AnnouncerController;
  #session: MessagingSession | null = null;
  #stop: (() => void) | null = null;

  constructor(host: LitElement, parts: OthersVoiceParts) {
    this.#host = host;
    this.#parts = parts;
    this.#announcer = new AnnouncerController(host, () => parts.session.session?.clock ?? null);
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    this.#listenTo(this.#parts.session.ready);
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
    // What was missed while nobody listened is in the list, and no news.
    const since = session.serverNow();
    return session.onNews(({ id, direction, at }, conversation) => {
      const { localize, timeline } = this.#parts;
      if (direction !== 'incoming' || at < since || !conversation || timeline.announcements === 'off') return;
      const isMine = conversation.coWorkerId === session.status.value.backend?.agent.id;
      if (!isMine || isIn(timeline, conversation)) return;
      const summary = localize.messages.viewSoon.newElsewhere;
      this.#announcer.announce({
        key: `elsewhere/${id}`,
        text: summary(1),
        group: { name: 'elsewhere', summary, sumFrom: 2 },
      });
    });
  }
}

/** Whether a timeline shows what is written in a conversation. */
function isIn(
  { history, conversationId, recipientId }: ConversationTimeline,
  { id, recipient }: Conversation,
): boolean {
  if (history === 'conversation') return id === conversationId;
  return history === 'recent' || recipient.id === recipientId;
}
