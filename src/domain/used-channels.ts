import type { ChannelKind, Conversation, Message } from './model.ts';

/** What says which channels a conversation went over. */
export type ChannelTraces = Pick<Conversation, 'usedChannels' | 'channels' | 'lastIncomingChannel' | 'lastMessage'>;

/**
 * Channels that at least one message of a conversation went in or out on (IN10): not those on which somebody merely has an
 * address. Where the backend does not say, what its other fields prove.
 */
export function channelsUsed({
  usedChannels,
  channels,
  lastIncomingChannel,
  lastMessage,
}: ChannelTraces): readonly ChannelKind[] {
  if (usedChannels) return usedChannels;
  const heard = channels.filter(({ lastIncomingAt }) => lastIncomingAt !== null).map(({ channel }) => channel);
  return distinct([...heard, lastIncomingChannel, lastMessage?.channel ?? null]);
}

/** Channels that messages went over; notes and events go over none. */
export function channelsOfMessages(messages: Iterable<Pick<Message, 'channel' | 'direction'>>): readonly ChannelKind[] {
  const sent = [...messages].filter(({ direction }) => direction === 'incoming' || direction === 'outgoing');
  return distinct(sent.map(({ channel }) => channel));
}

/** The conversation after messages went over these channels as well. */
export function withUsedChannels<C extends ChannelTraces>(
  conversation: C,
  more: readonly (ChannelKind | null)[],
): C & { readonly usedChannels: readonly ChannelKind[] } {
  return { ...conversation, usedChannels: distinct([...channelsUsed(conversation), ...more]) };
}

/** In one order, so that messages may come in any. */
function distinct(channels: readonly (ChannelKind | null)[]): readonly ChannelKind[] {
  return [...new Set(channels)].filter((channel) => channel !== null).sort();
}
