import { wallClock } from './days.ts';
import type { Conversation, SystemEvent } from './model.ts';

/** What an agent can be told of: somebody new wrote, a conversation was given to me, a customer of mine wrote (F7). */
export type NotificationKind = 'new' | 'assigned' | 'message';

/** Every kind, in the order in which they are offered. */
export const notificationKinds: readonly NotificationKind[] = ['new', 'assigned', 'message'];

/** Something to tell. */
export interface Notice {
  readonly kind: NotificationKind;
  readonly conversation: Conversation;
}

/** A time of day in which nothing is told, from `22:00` until `07:00`; until before from passes midnight. */
export interface QuietHours {
  readonly from: string;
  readonly until: string;
}

/** What is known of two looks at a list. */
export interface Looks {
  readonly agentId: string;
  /** When the first look was; what was written before is no news. */
  readonly since: number;
  /** The list was read down to this activity only: what is older may have been there before. */
  readonly readDownTo: number;
}

/**
 * NF1, NF2: what is news between two looks at the conversations that are nobody's or mine. What a colleague, the agent or
 * a machine wrote is none, nor what only came into sight.
 */
export function noticesBetween(
  before: ReadonlyMap<string, Conversation>,
  after: readonly Conversation[],
  looks: Looks,
): readonly Notice[] {
  return after.flatMap((conversation): readonly Notice[] => {
    const kind = kindOf(before.get(conversation.id), conversation, looks);
    return kind === null ? [] : [{ kind, conversation }];
  });
}

function kindOf(
  before: Conversation | undefined,
  after: Conversation,
  { agentId, since, readDownTo }: Looks,
): NotificationKind | null {
  const { lastMessage, coWorkerId, state, lastActivityAt } = after;
  const hasNewMessage =
    lastMessage?.direction === 'incoming' && lastMessage.id !== before?.lastMessage?.id && lastMessage.at >= since;
  if (state === 'new') return hasNewMessage ? 'new' : null;
  if (state !== 'assigned' || coWorkerId !== agentId) return null;
  if (hasNewMessage) return 'message';
  const isNewlyMine = before ? before.coWorkerId !== agentId : lastActivityAt >= readDownTo;
  return isNewlyMine ? 'assigned' : null;
}

/** NF4: whether an event gave this agent a conversation that is still theirs. */
export function isGivenTo(
  event: SystemEvent,
  { state, coWorkerId }: Pick<Conversation, 'state' | 'coWorkerId'>,
  agentId: string | undefined,
): boolean {
  return event.type === 'assigned' && event.coWorkerId === agentId && state === 'assigned' && coWorkerId === agentId;
}

/** NF3: whether it is a time of day in which nothing is told. What is no time of day is no limit. */
export function isQuiet(hours: QuietHours | null, at: number, timeZone: string): boolean {
  const from = minutesOf(hours?.from);
  const until = minutesOf(hours?.until);
  if (from === null || until === null || from === until) return false;
  const now = Math.floor(wallClock(at, timeZone).sinceMidnightMs / 60_000);
  return from < until ? now >= from && now < until : now >= from || now < until;
}

function minutesOf(text: string | undefined): number | null {
  const match = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text ?? '');
  return match ? Number(match[1]) * 60 + Number(match[2]) : null;
}
