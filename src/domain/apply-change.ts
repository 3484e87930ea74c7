import type {
  Conversation,
  ConversationPriority,
  ConversationState,
  Message,
  Recipient,
  Snooze,
  SystemEvent,
} from './model.ts';
import { applyRead, applyUnread, applyUnreadFrom } from './reading.ts';
import { summaryOf } from './start-conversation.ts';

/** What a co-worker changes on a conversation; absent fields stay. The same shape as an adapter's `update`. */
export interface ConversationEdit {
  readonly state?: ConversationState;
  readonly coWorkerId?: string | null;
  readonly branchId?: string | null;
  readonly addTags?: readonly string[];
  readonly removeTags?: readonly string[];
  /** Everything up to and including this message is read; `none` marks the customer's last message unread. */
  readonly readUpTo?: string;
  /** This message of the customer and what they wrote after it is unread, what came before is read. */
  readonly unreadFrom?: string;
  /** `null` wakes it. */
  readonly snooze?: Snooze | null;
  /** `null` and `normal` are the same. */
  readonly priority?: ConversationPriority | null;
  readonly pinned?: boolean;
}

/** What a change needs to know of the world. */
export interface EditContext {
  /** Name of who changes it, for the timeline; `null` = by itself. */
  readonly by: string | null;
  readonly coWorkerName: (id: string) => string | null;
  readonly branchName: (id: string) => string | null;
  /**
   * The conversation's messages, for `readUpTo` and `unreadFrom`; at least those from the first unread on, those from the
   * named one on, and the customer's last.
   */
  readonly messages?: readonly Message[];
  /** The record its unmatched sender is to be linked to, or the stand-in it had before (D10); that it may be was asked before. */
  readonly record?: Recipient | null;
}

/**
 * Applies a co-worker's change: the conversation after it, and the events that tell of it in the timeline.
 * @returns the same conversation and no events when nothing changed
 */
export function applyChange(
  conversation: Conversation,
  edit: ConversationEdit,
  context: EditContext,
): { readonly conversation: Conversation; readonly events: readonly SystemEvent[] } {
  const owned = withOwner(withRecord(conversation, context.record ?? null), edit);
  const tagged = withTags(owned, edit);
  const moved =
    edit.branchId === undefined || edit.branchId === tagged.branchId ? tagged : { ...tagged, branchId: edit.branchId };
  const next = withAttention(withReading(moved, edit, context.messages ?? []), edit);
  if (next === conversation) return { conversation, events: [] };
  const version = conversation.version + 1;
  return { conversation: { ...next, version }, events: eventsBetween(conversation, next, context) };
}

/**
 * State and owner follow from each other (CR14): a co-worker makes it assigned and takes it out of spam, none makes it
 * new; spam has no owner (CR6); archived keeps its owner.
 */
function withOwner(conversation: Conversation, edit: ConversationEdit): Conversation {
  const state = nextState(conversation, edit);
  const asked = edit.coWorkerId === undefined ? conversation.coWorkerId : edit.coWorkerId;
  const coWorkerId = state === 'spam' || state === 'new' ? null : asked;
  if (state === conversation.state && coWorkerId === conversation.coWorkerId) return conversation;
  return { ...conversation, state, coWorkerId, waitingSince: waitingAfter(conversation, state) };
}

function nextState({ state, coWorkerId }: Conversation, edit: ConversationEdit): ConversationState {
  if (edit.state === 'archived' || edit.state === 'spam') return edit.state;
  if (edit.state === 'new') return edit.coWorkerId == null ? 'new' : 'assigned';
  const owner = edit.coWorkerId === undefined ? coWorkerId : edit.coWorkerId;
  if (edit.state === undefined) {
    if (state === 'archived' || (state === 'spam' && owner === null)) return state;
  }
  return owner === null ? 'new' : 'assigned';
}

/** Nobody waits in archive and spam. Taken out again, the customer waits if the last word was theirs (CR11). */
function waitingAfter({ state, waitingSince, lastMessage }: Conversation, next: ConversationState): number | null {
  if (next === 'archived' || next === 'spam') return null;
  if (state === 'new' || state === 'assigned') return waitingSince;
  return lastMessage?.direction === 'incoming' ? lastMessage.at : null;
}

/** D10: who wrote has a record from now on; co-worker and branch stay as they are. */
function withRecord(conversation: Conversation, record: Recipient | null): Conversation {
  const { recipient } = conversation;
  if (!record || record.id === recipient.id) return conversation;
  const linkedFrom = record.kind === 'unmatched' ? null : recipient.id;
  return { ...conversation, recipient: summaryOf(record), linkedFrom };
}

/** Tags are kept as written, without space around and each once; removing wins over adding. */
function withTags(conversation: Conversation, { addTags = [], removeTags = [] }: ConversationEdit): Conversation {
  const removed = new Set(removeTags.map((tag) => tag.trim()));
  const wanted = [...conversation.tags, ...addTags.map((tag) => tag.trim()).filter((tag) => tag !== '')];
  const tags = [...new Set(wanted)].filter((tag) => !removed.has(tag));
  const isSame = tags.length === conversation.tags.length && tags.every((tag, at) => tag === conversation.tags[at]);
  return isSame ? conversation : { ...conversation, tags };
}

function withReading(
  conversation: Conversation,
  { readUpTo, unreadFrom }: ConversationEdit,
  messages: readonly Message[],
): Conversation {
  if (unreadFrom !== undefined) return applyUnreadFrom(conversation, unreadFrom, messages);
  if (readUpTo === undefined) return conversation;
  return readUpTo === 'none' ? applyUnread(conversation, messages) : applyRead(conversation, readUpTo, messages);
}

/** SZ6: putting aside, pinning and priority change the conversation but are no part of its history. */
function withAttention(conversation: Conversation, edit: ConversationEdit): Conversation {
  const { snooze = null, priority = null, pinned = false } = conversation;
  const next = {
    snooze: edit.snooze === undefined ? snooze : edit.snooze,
    priority: edit.priority === undefined ? priority : edit.priority === 'normal' ? null : edit.priority,
    pinned: edit.pinned ?? pinned,
  };
  if (next.priority === priority && next.pinned === pinned && isSameSnooze(next.snooze, snooze)) return conversation;
  return { ...conversation, ...next };
}

function isSameSnooze(a: Snooze | null, b: Snooze | null): boolean {
  return a?.until === b?.until && a?.untilReply === b?.untilReply && a?.since === b?.since;
}

/** CR15: one event for each thing that really changed. */
function eventsBetween(before: Conversation, after: Conversation, context: EditContext): SystemEvent[] {
  const { by } = context;
  const events: SystemEvent[] = [];
  if (before.recipient.id !== after.recipient.id)
    events.push(
      after.linkedFrom == null
        ? { type: 'unlinked', recipientName: before.recipient.name, by }
        : { type: 'linked', recipientName: after.recipient.name, by },
    );
  if (before.state === 'spam' && after.state !== 'spam') events.push({ type: 'not-spam', by });
  if (before.state === 'archived' && (after.state === 'new' || after.state === 'assigned'))
    events.push({ type: 'reopened', by });
  if (before.coWorkerId !== after.coWorkerId && after.state !== 'spam') events.push(assignment(after, context));
  if (before.branchId !== after.branchId) events.push(branchMove(after, context));
  for (const tag of after.tags) if (!before.tags.includes(tag)) events.push({ type: 'tagged', tag, by });
  for (const tag of before.tags) if (!after.tags.includes(tag)) events.push({ type: 'untagged', tag, by });
  if (before.state !== after.state && (after.state === 'archived' || after.state === 'spam'))
    events.push({ type: after.state, by });
  return events;
}

function assignment({ coWorkerId }: Conversation, { by, coWorkerName }: EditContext): SystemEvent {
  const name = coWorkerId === null ? null : coWorkerName(coWorkerId);
  return { type: 'assigned', coWorkerId, coWorkerName: name, by };
}

function branchMove({ branchId }: Conversation, { by, branchName }: EditContext): SystemEvent {
  return { type: 'branch-changed', branchId, branchName: branchId === null ? null : branchName(branchId), by };
}
