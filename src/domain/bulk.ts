import { type SeenConversation, wroteSince } from './archiving.ts';
import type { ConversationEdit } from './apply-change.ts';
import type { Conversation, ConversationPriority, Snooze } from './model.ts';
import { mayArchive } from './tags.ts';
import type { TagSettings } from './tags.ts';

/** What can be done with many conversations at once (C11). */
export type BulkAction =
  | { readonly type: 'assign'; readonly coWorkerId: string | null }
  | { readonly type: 'move-branch'; readonly branchId: string | null }
  | { readonly type: 'tag'; readonly add: readonly string[]; readonly remove: readonly string[] }
  | {
      readonly type: 'archive';
      readonly addTags: readonly string[];
      /** BU6: what the agent had seen of them; those that are not named here are archived as they are. */
      readonly seen?: readonly SeenConversation[];
    }
  | { readonly type: 'mark-spam' | 'mark-read' | 'mark-unread' }
  | { readonly type: 'snooze'; readonly snooze: Snooze | null }
  | { readonly type: 'prioritise'; readonly priority: ConversationPriority };

/**
 * Why a conversation is left as it is: it is so already, it cannot be, the customer wrote meanwhile, or (undoing) somebody
 * changed it since.
 */
export type BulkSkip = 'nothing-to-do' | 'customer-wrote' | 'tag-required' | 'nobody-wrote' | 'changed-since';

/** What an action does to one conversation. */
export type BulkStep =
  { readonly kind: 'change'; readonly edit: ConversationEdit } | { readonly kind: 'skip'; readonly reason: BulkSkip };

/** How to take back what was done to one conversation. */
export interface BulkUndo {
  readonly conversationId: string;
  readonly edit: ConversationEdit;
  /** BU3: only while it still is as the action left it. */
  readonly ifVersion: number;
}

/** What became of one conversation. */
export type BulkResult =
  | { readonly conversationId: string; readonly outcome: 'done'; readonly undo: BulkUndo }
  | { readonly conversationId: string; readonly outcome: 'skipped'; readonly reason: BulkSkip }
  /** `code` is one of an adapter's error codes. */
  | { readonly conversationId: string; readonly outcome: 'failed'; readonly code: string };

/** How far an action is; `total` is `null` while nobody knows. */
export interface BulkProgress {
  readonly total: number | null;
  readonly done: number;
  readonly skipped: number;
  readonly failed: number;
}

/** BU1, BU2: what an action means for one conversation, as it is now. */
export function bulkStep(
  action: BulkAction,
  conversation: Conversation,
  settings: Pick<TagSettings, 'isRequiredToArchive'>,
): BulkStep {
  const edit = editOf(action, conversation);
  if (typeof edit === 'string') return { kind: 'skip', reason: edit };
  if (edit === null) return { kind: 'skip', reason: 'nothing-to-do' };
  if (edit.state === 'archived' && !mayArchive(conversation.tags, edit, settings))
    return { kind: 'skip', reason: 'tag-required' };
  return { kind: 'change', edit };
}

/** BU3: what takes a change back: only what the change really changed, so that it undoes nothing of anybody else. */
export function undoOf(before: Conversation, after: Conversation): BulkUndo {
  const isOwnerOther = before.state !== after.state || before.coWorkerId !== after.coWorkerId;
  const addTags = before.tags.filter((tag) => !after.tags.includes(tag));
  const removeTags = after.tags.filter((tag) => !before.tags.includes(tag));
  const edit: ConversationEdit = {
    ...(isOwnerOther && { state: before.state, coWorkerId: before.coWorkerId }),
    ...(before.branchId !== after.branchId && { branchId: before.branchId }),
    ...(addTags.length > 0 && { addTags }),
    ...(removeTags.length > 0 && { removeTags }),
    ...(before.unreadCount !== after.unreadCount && { readUpTo: readingOf(before, after) }),
    ...(before.snooze !== after.snooze && { snooze: before.snooze ?? null }),
    ...(before.priority !== after.priority && { priority: before.priority ?? null }),
  };
  return { conversationId: after.id, edit, ifVersion: after.version };
}

/** BU5: what became of each is counted; nothing is passed over in silence. */
export function bulkProgress(results: readonly BulkResult[], total: number | null): BulkProgress {
  const count = (outcome: BulkResult['outcome']): number => results.filter((one) => one.outcome === outcome).length;
  return { total, done: count('done'), skipped: count('skipped'), failed: count('failed') };
}

/** `null` = it is so already. */
function editOf(action: BulkAction, conversation: Conversation): ConversationEdit | BulkSkip | null {
  const { state, coWorkerId, branchId, tags, unreadCount, lastMessage } = conversation;
  switch (action.type) {
    case 'assign':
      // BU2: an archived conversation that is assigned is taken up again.
      return coWorkerId === action.coWorkerId &&
        state !== 'archived' &&
        (state !== 'spam' || action.coWorkerId === null)
        ? null
        : { coWorkerId: action.coWorkerId, ...(state === 'archived' && { state: 'assigned' }) };
    case 'move-branch':
      return branchId === action.branchId ? null : { branchId: action.branchId };
    case 'tag':
      return tagEdit(tags, action);
    case 'archive':
      if (state === 'archived') return null;
      return hasWritten(action.seen, conversation) ? 'customer-wrote' : { state: 'archived', addTags: action.addTags };
    case 'mark-spam':
      return state === 'spam' ? null : { state: 'spam' };
    case 'mark-read':
      return unreadCount === 0 || !lastMessage ? null : { readUpTo: lastMessage.id };
    case 'mark-unread':
      if (unreadCount > 0) return null;
      return conversation.lastIncomingChannel === null ? 'nobody-wrote' : { readUpTo: 'none' };
    case 'snooze':
      return isSame(action.snooze, conversation.snooze ?? null) ? null : { snooze: action.snooze };
    case 'prioritise':
      return (conversation.priority ?? 'normal') === action.priority ? null : { priority: action.priority };
  }
}

function hasWritten(all: readonly SeenConversation[] | undefined, conversation: Conversation): boolean {
  const seen = all?.find(({ conversationId }) => conversationId === conversation.id);
  return seen !== undefined && wroteSince(seen, conversation);
}

function isSame(a: Snooze | null, b: Snooze | null): boolean {
  return a?.until === b?.until && a?.untilReply === b?.untilReply && a?.since === b?.since;
}

function tagEdit(
  tags: readonly string[],
  { add, remove }: { readonly add: readonly string[]; readonly remove: readonly string[] },
): ConversationEdit | null {
  const addTags = add.filter((tag) => !tags.includes(tag) && !remove.includes(tag));
  const removeTags = remove.filter((tag) => tags.includes(tag));
  if (addTags.length === 0 && removeTags.length === 0) return null;
  return { ...(addTags.length > 0 && { addTags }), ...(removeTags.length > 0 && { removeTags }) };
}

/** BU4: what was read becomes unread as an agent would do it, by the customer's last message. */
function readingOf(before: Conversation, after: Conversation): string {
  return before.unreadCount > 0 ? 'none' : (after.lastMessage?.id ?? 'none');
}
