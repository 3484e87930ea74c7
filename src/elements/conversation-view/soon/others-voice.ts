import type { LitElement } from 'lit';
import { AnnouncerController } from '../../../controllers/announcer-controller.ts';
import type { Localize } from '../../../controllers/localization.ts';
import type { SessionController } from '../../../controllers/session-controller.ts';
import { SessionNews } from '../../../controllers/session-news.ts';
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
export function voiceOfOthers(host: LitElement, { session: sessions, localize, timeline }: OthersVoiceParts): void {
  const announcer = new AnnouncerController(host, () => sessions.session?.clock ?? null);
  new SessionNews(
    host,
    () => sessions.ready,
    (session) => {
      // What was missed while nobody listened is in the list, and no news.
      const since = session.serverNow();
      return session.onNews(({ id, direction, at }, conversation) => {
        if (direction !== 'incoming' || at < since || !conversation || timeline.announcements === 'off') return;
        const isMine = conversation.coWorkerId === session.status.value.backend?.agent.id;
        if (!isMine || isIn(timeline, conversation)) return;
        const summary = localize.messages.viewSoon.newElsewhere;
        announcer.announce({
          key: `elsewhere/${id}`,
          text: summary(1),
          group: { name: 'elsewhere', summary, sumFrom: 2 },
        });
      });
    },
  );
}

/** Whether a timeline shows what is written in a conversation. */
function isIn(
  { history, conversationId, recipientId }: ConversationTimeline,
  { id, recipient }: Conversation,
): boolean {
  if (history === 'conversation') return id === conversationId;
  return history === 'recent' || recipient.id === recipientId;
}
