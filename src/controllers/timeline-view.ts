import type { AnchorRow } from '../dom/scroll-anchor.ts';
import type { MessageQuery } from '../domain/queries.ts';
import type { MessagingSession } from '../sync/session-api.ts';
import type { ReadPolicy } from './read-controller.ts';
import type { TimelineNews } from './timeline-news.ts';

/** What a timeline is for, as its element knows it. */
export interface TimelineInputs {
  readonly session: MessagingSession | null;
  readonly agentId: string | null;
  /** Which messages; `null` for none. */
  readonly query: MessageQuery | null;
  /** The message to open at; `null` for the first unread one, else the latest. */
  readonly messageId: string | null;
  readonly policy: ReadPolicy;
  readonly timeZone: string;
  /** Key of the message with the focus: it stays mounted. */
  readonly focusedKey: string | null;
}

/** What the controller needs of the rendered element. */
export interface TimelineView {
  readonly scroller: () => HTMLElement | null;
  readonly rows: () => readonly AnchorRow[];
  readonly tell: (news: readonly TimelineNews[]) => void;
  /** The reader is led to a message, by its key. */
  readonly led: (key: string) => void;
  /** What notes what is read is needed; resolves when it attends. */
  readonly reading: () => Promise<void>;
}
