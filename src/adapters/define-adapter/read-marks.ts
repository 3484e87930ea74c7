import type { Conversation, Message } from '../../domain/model.ts';
import { applyRead } from '../../domain/conversation-rules.ts';

interface Mark {
  /** How many of the backend's unread messages were read here. */
  readonly read: number;
  readonly firstUnread: string | null;
  /** How often something was read here: added to the version, so that each reading is news. */
  readonly changes: number;
}

/** What was read in this page, for a backend that keeps no read marks. Gone when the page closes. */
export class ReadMarks {
  readonly #marks = new Map<string, Mark>();

  /** The conversation as the agent of this page sees it. */
  shown(conversation: Conversation): Conversation {
    const mark = this.#marks.get(conversation.id);
    if (!mark) return conversation;
    // Fewer than were read here: somebody read them elsewhere, and the backend knows better.
    const isOutdated = conversation.unreadCount < mark.read;
    const unreadCount = conversation.unreadCount - (isOutdated ? 0 : mark.read);
    return {
      ...conversation,
      version: conversation.version + mark.changes,
      unreadCount,
      firstUnreadMessageId:
        unreadCount === 0 ? null : isOutdated ? conversation.firstUnreadMessageId : mark.firstUnread,
    };
  }

  /** Everything up to and including this message was read. */
  read(conversation: Conversation, upTo: string, messages: readonly Message[]): Conversation {
    const before = this.shown(conversation);
    const after = applyRead(before, upTo, messages);
    if (after === before) return before;
    this.#marks.set(conversation.id, {
      read: conversation.unreadCount - after.unreadCount,
      firstUnread: after.firstUnreadMessageId,
      changes: (this.#marks.get(conversation.id)?.changes ?? 0) + 1,
    });
    return this.shown(conversation);
  }
}
