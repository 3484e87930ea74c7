import type { Extras } from '../../controllers/extras.ts';
import type { FeedFocus } from '../../controllers/feed-focus.ts';
import type { KnownConversations } from '../../controllers/known-conversations.ts';
import type { Localize } from '../../controllers/localization.ts';
import type { MessageActions } from '../../controllers/message-actions.ts';
import type { PointedRow } from '../../controllers/pointed-row.ts';
import type { SessionController } from '../../controllers/session-controller.ts';
import type { TimelineController } from '../../controllers/timeline-controller.ts';
import type { Message } from '../../domain/model.ts';
import type { History } from './history.ts';
import type { LazyMore } from './lazy-more.ts';
import type { Board } from './render-day.ts';
import type { Thread } from './row-context.ts';
import type { TimelineDesk } from './timeline-desk.ts';

/** Where what rows share comes from. */
interface BoardParts {
  readonly session: SessionController;
  readonly localize: Localize;
  readonly timeline: TimelineController;
  readonly focus: FeedFocus;
  readonly pointed: PointedRow;
  readonly desk: TimelineDesk;
  readonly actions: MessageActions;
  readonly extras: Pick<Extras<never>, 'loaded'>;
  readonly more: LazyMore;
  readonly known: KnownConversations;
}

/** What all rows share, as it is now. */
export function boardOf(parts: BoardParts, history: History): Board {
  const { timeline, desk, focus, pointed, actions } = parts;
  const { list, snapshot, unread, holes } = timeline;
  return {
    localization: parts.localize.value,
    now: parts.session.session?.serverNow() ?? 0,
    unreadCount: unread?.count ?? 0,
    setSize: snapshot?.hasOlder || holes.length > 0 ? -1 : list.length,
    activeKey: timeline.activeKey(focus.activeKey),
    foundKey: desk.foundKey,
    holes,
    extras: parts.extras.loaded + desk.fileChanges,
    more: parts.more.value,
    isExpanded: desk.isExpanded,
    showsDetails: desk.showsDetails,
    isCurrent: (key) => key === pointed.key || key === focus.focusedKey,
    threadOf: history === 'conversation' ? null : (message) => threadOf(parts.known, message, history),
    stateOf: (key) => actions.stateOf(key),
    desk,
  };
}

function threadOf(known: KnownConversations, message: Message, history: History): Thread {
  const by = history === 'recent' ? 'recipient' : 'time';
  return { message, conversation: known.of(message.conversationId), by };
}
