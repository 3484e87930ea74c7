import type { Conversation } from './model.ts';

/** What an agent had seen of a conversation when they said that it may be archived. */
export interface SeenConversation {
  readonly conversationId: string;
  readonly lastMessageId: string | null;
  /** When the customer wrote last, by the provider's time; `null` = never. */
  readonly lastIncomingAt: number | null;
}

/** What there is to see of a conversation as it is now. */
export function seenOf(conversation: Conversation): SeenConversation {
  const at = lastIncomingAt(conversation);
  return {
    conversationId: conversation.id,
    lastMessageId: conversation.lastMessage?.id ?? null,
    lastIncomingAt: at === -Infinity ? null : at,
  };
}

/** CR18: whether the customer wrote after the conversation was seen like this; by the provider's time, as windows are. */
export function wroteSince(
  seen: Omit<SeenConversation, 'conversationId'>,
  now: Pick<Conversation, 'channels' | 'lastMessage'>,
): boolean {
  const { lastMessage } = now;
  const seenAt = seen.lastIncomingAt ?? -Infinity;
  if (lastMessage?.direction === 'incoming' && lastMessage.id !== seen.lastMessageId) return lastMessage.at >= seenAt;
  return lastIncomingAt(now) > seenAt;
}

function lastIncomingAt({ channels, lastMessage }: Pick<Conversation, 'channels' | 'lastMessage'>): number {
  const last = lastMessage?.direction === 'incoming' ? lastMessage.at : -Infinity;
  return Math.max(last, ...channels.map((used) => used.lastIncomingAt ?? -Infinity));
}
