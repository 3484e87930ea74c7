import type { Extras } from '../../controllers/extras.ts';
import type { FeedFocus } from '../../controllers/feed-focus.ts';
import type { KnownConversations } from '../../controllers/known-conversations.ts';
import type { Localization, Localize } from '../../controllers/localization.ts';
import type { ActionState, MessageActions } from '../../controllers/message-actions.ts';
import type { PointedRow } from '../../controllers/pointed-row.ts';
import type { SessionController } from '../../controllers/session-controller.ts';
import type { TimelineController } from '../../controllers/timeline-controller.ts';
import type { Message } from '../../domain/model.ts';
import type { TimelineTexts } from '../../locales/timeline.ts';
import type { History } from './history.ts';
import type { LazyMore } from './lazy-more.ts';
import type { More, RowDesk, Thread } from './row-context.ts';
import type { TimelineDesk } from './timeline-desk.ts';

/** What all rows share. */
export interface Board {
  readonly localization: Localization<TimelineTexts>;
  /** The backend's time. */
  readonly now: number;
  /** How many messages were unread when the agent came. */
  readonly unreadCount: number;
  /** As assistive technology counts; `-1` while the beginning is not loaded. */
  readonly setSize: number;
  /** Key of the article that Tab reaches. */
  readonly activeKey: string | null;
  /** Another value renders messages anew: something they needed has loaded. */
  readonly extras: number;
  readonly isExpanded: (key: string) => boolean;
  readonly stateOf: (key: string) => ActionState | null;
  readonly isCurrent: (key: string) => boolean;
  readonly showsDetails: (key: string) => boolean;
  /** Key of the message that somebody was led to. */
  readonly foundKey: string | null;
  /** Keys of messages before which others are missing. */
  readonly holes: readonly string[];
  /** In a history across conversations: which one a message belongs to. */
  readonly threadOf: ((message: Message) => Thread) | null;
  readonly more: More | null;
  readonly desk: RowDesk;
}

/** Where what rows share comes from. */
interface BoardParts {
  readonly session: SessionController;
  readonly localize: Localize<TimelineTexts>;
  readonly timeline: TimelineController;
  readonly focus: FeedFocus;
  readonly pointed: PointedRow;
  readonly desk: TimelineDesk;
  readonly actions: MessageActions;
  readonly extras: Pick<Extras<never>, 'loaded'>;
  readonly more: LazyMore;
  readonly soon: { readonly value: { readonly known: KnownConversations } | null };
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
    threadOf: history === 'conversation' ? null : (message) => threadOf(parts.soon.value?.known, message, history),
    stateOf: (key) => actions.stateOf(key),
    desk,
  };
}

function threadOf(known: KnownConversations | undefined, message: Message, history: History): Thread {
  const by = history === 'recent' ? 'recipient' : 'time';
  return { message, conversation: known?.of(message.conversationId) ?? null, by };
}
