import type { Attachment } from '../../domain/model.ts';
import type { QuickReply, QuickReplyGroup, QuickReplyText } from '../../domain/quick-replies.ts';
import type { CallOptions, ChangeOptions } from '../calls.ts';

/** A group to be made or renamed. */
export interface QuickReplyGroupDraft {
  /** Made by the device (UUIDv7), so that saving again after a lost answer makes no second one. */
  readonly id: string;
  readonly name: string;
}

/** A quick reply to be made or changed. */
export interface QuickReplyDraft {
  /** Made by the device (UUIDv7). */
  readonly id: string;
  /** Another group than before moves it to the end of that one. */
  readonly groupId: string;
  readonly texts: readonly QuickReplyText[];
  readonly attachments: readonly Attachment[];
}

/** What is put into a new order. Ids that are gone are passed over; what is not named follows in its old order. */
export type QuickReplyOrder =
  | { readonly kind: 'groups'; readonly ids: readonly string[] }
  | { readonly kind: 'replies'; readonly groupId: string; readonly ids: readonly string[] };

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
