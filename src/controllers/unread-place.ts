import type { Conversation } from '../domain/model.ts';

/** Where the unread messages began when the agent came. */
export interface UnreadMark {
  readonly messageId: string;
  readonly count: number;
}

/**
 * Remembers where the unread messages began. The place stays while the agent reads, because marking messages as read must
 * not take it away; it goes when the agent answers, and moves when there are new messages after everything was read.
 */
export class UnreadPlace {
  #conversationId: string | null = null;
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
    if (id !== this.#conversationId) {
      this.#conversationId = id;
      this.#mark = null;
      this.#wasRead = false;
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

  /** The agent has answered: nothing is new any more. */
  clear(): void {
    this.#mark = null;
  }
}
