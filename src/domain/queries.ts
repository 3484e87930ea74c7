import type { ChannelKind, ConversationState, Recipient } from './model.ts';

/** Whose conversations: my own, my branch's, one recipient's, or all I may see. */
export type ConversationScope =
  { readonly kind: 'mine' | 'branch' | 'all' } | { readonly kind: 'recipient'; readonly recipientId: string };

/** Oldest and newest by last activity; waits by the oldest unanswered customer message (C7). */
export type ConversationSort = 'oldest' | 'newest' | 'shortest-wait' | 'longest-wait';

/** Which conversations, in which order. Absent fields do not narrow. */
export interface ConversationQuery {
  readonly scope: ConversationScope;
  readonly sort: ConversationSort;
  readonly states?: readonly ConversationState[];
  /** Only conversations that a message went in or out on by one of these (IN10). */
  readonly channels?: readonly ChannelKind[];
  /** `null` in the list stands for "without co-worker". */
  readonly coWorkerIds?: readonly (string | null)[];
  readonly branchIds?: readonly (string | null)[];
  /** `null` in the list stands for "without team". */
  readonly teamIds?: readonly (string | null)[];
  readonly tags?: readonly string[];
  /** What kind of recipient; `unmatched` finds senders that are no record yet. */
  readonly recipientKinds?: readonly Recipient['kind'][];
  /** Only customers who have waited for an answer since before this, epoch ms, exclusive. */
  readonly waitingBefore?: number;
  readonly unreadOnly?: boolean;
  /** `false` leaves out what is put aside now, `true` asks for nothing else (C15). */
  readonly snoozed?: boolean;
  /** Pinned ones before all others, both in the order of `sort` (C15). */
  readonly pinnedFirst?: boolean;
  /** Start of the conversation, epoch ms, inclusive. */
  readonly startedFrom?: number;
  /** Start of the conversation, epoch ms, exclusive. */
  readonly startedBefore?: number;
  /** Name, number in any spelling, message text or tag (C9). */
  readonly text?: string;
}

/** Which messages. `recent` is the last 100 over all conversations in scope (A2). */
export type MessageQuery =
  | { readonly kind: 'conversation'; readonly conversationId: string }
  | { readonly kind: 'recipient'; readonly recipientId: string }
  | { readonly kind: 'recent'; readonly scope: ConversationScope };
