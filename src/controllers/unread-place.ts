import type { Conversation } from '../domain/model.ts';
import { wasMarkedUnread } from '../domain/marked-unread.ts';

/** Where the unread messages began when the agent came. */
export interface UnreadMark {
  readonly messageId: string;
  readonly count: number;
}

/**
 * Remembers where the unread messages began. The place stays while the agent reads, because marking messages as read must
 * not take it away; it goes when the agent answers, and moves when there are new messages after everything was read, or when
 * somebody marks messages unread (A10).
 */
export class UnreadPlace {
  #known: Conversation | null = null;
  /** From which message on the agent marks as unread. */
  #expected: string | null = null;
  #mark: UnreadMark | null = null;
  #wasRead = false;

  /** `null` when there is nothing to mark. */
  get mark(): UnreadMark | null {
    return this.#mark;
  }

  /**
   * Takes the conversation as it is now.
   *
   * @param isWatched - whether the agent sees messages as they arrive: those are not marked
   */
  update(conversation: Conversation, isWatched: boolean): void {
    const { id, unreadCount: count, firstUnreadMessageId: messageId } = conversation;
    const before = this.#known;
    this.#known = conversation;
    if (id !== before?.id) this.#begin();
    const isMarked = messageId === this.#expected || (before?.id === id && wasMarkedUnread(before, conversation));
    if (messageId !== null && isMarked) {
      this.#mark = { messageId, count };
      this.#expected = null;
      this.#wasRead = false;
      return;
    }
    if (count === 0 || messageId === null) {
      this.#wasRead = true;
      return;
    }
    if (this.#mark && !this.#wasRead) {
      if (messageId === this.#mark.messageId && count > this.#mark.count) this.#mark = { messageId, count };
      return;
    }
    if (!isWatched) this.#mark = { messageId, count };
    this.#wasRead = false;
  }

  /** The agent marks everything from a message on as unread. */
  expect(messageId: string): void {
    this.#expected = messageId;
  }

  /** The agent has answered: nothing is new any more. */
  clear(): void {
    this.#mark = null;
  }

  #begin(): void {
    this.#mark = null;
    this.#expected = null;
    this.#wasRead = false;
  }
}
