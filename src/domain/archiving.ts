import type { Conversation } from './model.ts';

/** CR18: whether the customer wrote after the conversation was seen like this; by the provider's time, as windows are. */
export function wroteSince(
  seen: Pick<Conversation, 'channels' | 'lastMessage'>,
  now: Pick<Conversation, 'channels' | 'lastMessage'>,
): boolean {
  const { lastMessage } = now;
  if (lastMessage?.direction === 'incoming' && lastMessage.id !== seen.lastMessage?.id)
    return lastMessage.at >= lastIncomingAt(seen);
  return lastIncomingAt(now) > lastIncomingAt(seen);
}

function lastIncomingAt({ channels, lastMessage }: Pick<Conversation, 'channels' | 'lastMessage'>): number {
  const last = lastMessage?.direction === 'incoming' ? lastMessage.at : -Infinity;
  return Math.max(last, ...channels.map((used) => used.lastIncomingAt ?? -Infinity));
}
