import type { ReactiveControllerHost } from 'lit';
import { compareMessages } from '../domain/timeline.ts';
import type { MessagingSession } from '../sync/session-api.ts';
import { SessionNews } from './session-news.ts';
import type { TimelineController, TimelineNews } from './timeline-controller.ts';

/** What is listened to, and who is told. */
export interface LateNewsParts {
  readonly session: () => MessagingSession | null;
  readonly timeline: Pick<TimelineController, 'conversation' | 'list'>;
  readonly tell: (news: readonly TimelineNews[]) => void;
}

/** Tells of messages of the customer that come late: they stand among older ones, where no timeline looks for news. */
export function hearLateNews(host: ReactiveControllerHost, { session, timeline, tell }: LateNewsParts): void {
  new SessionNews(host, session, (heard) =>
    heard.onNews((message) => {
      const newest = timeline.list.at(timeline.list.length - 1)?.message;
      if (message.direction !== 'incoming' || message.conversationId !== timeline.conversation?.id) return;
      // What is not late is told with the snapshot that it comes in.
      if (!newest || compareMessages(message, newest) > 0) return;
      tell([{ type: 'incoming', entry: { key: message.id, source: 'server', message } }]);
    }),
  );
}
