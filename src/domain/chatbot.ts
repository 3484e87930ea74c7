import type { ChannelKind, Conversation } from './model.ts';

/**
 * A chatbot that answers customers first (H8). For everybody it is a co-worker: what it answers is assigned to it, handing
 * over is assigning to somebody else or to nobody, and handing back is assigning to it again.
 */
export interface Chatbot {
  /** Its id as a co-worker. */
  readonly id: string;
  readonly name: string;
  readonly isActive: boolean;
  /** Where it answers; `null` = on every channel. */
  readonly channels: readonly ChannelKind[] | null;
}

/**
 * Who looks after a new conversation: the co-worker of the customer's record, else the chatbot of the channel, else
 * nobody yet (BT1).
 */
export function firstOwner(recordOwner: string | null, bot: Chatbot | null, channel: ChannelKind): string | null {
  if (recordOwner !== null || !bot?.isActive) return recordOwner;
  return bot.channels === null || bot.channels.includes(channel) ? bot.id : null;
}

/**
 * A conversation after its owner changed: whoever was with a chatbot waits for people from the moment of the hand-over,
 * or since the oldest message that it left unanswered (BT3).
 */
export function afterHandOver(
  before: Conversation,
  after: Conversation,
  { botId, now }: { readonly botId: string; readonly now: number },
): Conversation {
  const isHandedOver = before.coWorkerId === botId && after.coWorkerId !== botId;
  const isOpen = after.state === 'new' || after.state === 'assigned';
  return isHandedOver && isOpen && after.waitingSince === null ? { ...after, waitingSince: now } : after;
}
