import type { QuickReply, QuickReplyGroup } from '../../domain/quick-replies.ts';
import type { QuickReplyDraft, QuickReplyGroupDraft, QuickReplyOrder } from '../../domain/quick-reply-editing.ts';
import type { CallOptions, ChangeOptions } from '../calls.ts';

export type { QuickReplyDraft, QuickReplyGroupDraft, QuickReplyOrder } from '../../domain/quick-reply-editing.ts';

/**
 * Prepared answers (B8, F8). What breaks a rule of `domain/quick-replies` rejects with `invalid` and the path of the
 * field; an agent who may not change them gets `forbidden`.
 */
export interface QuickRepliesPart {
  /** All groups with their replies, in the order of the settings. */
  list(options?: CallOptions): Promise<readonly QuickReplyGroup[]>;
  /** A new group comes last. */
  saveGroup(group: QuickReplyGroupDraft, options?: ChangeOptions): Promise<QuickReplyGroup>;
  /** A new reply comes last in its group. `not-found` if the group is gone. */
  saveReply(reply: QuickReplyDraft, options?: ChangeOptions): Promise<QuickReply>;
  /** With everything in it. Removing what is gone succeeds. */
  removeGroup(id: string, options?: ChangeOptions): Promise<void>;
  /** Removing what is gone succeeds. */
  removeReply(id: string, options?: ChangeOptions): Promise<void>;
  /** Answers with everything as it is now. */
  reorder(order: QuickReplyOrder, options?: CallOptions): Promise<readonly QuickReplyGroup[]>;
}
