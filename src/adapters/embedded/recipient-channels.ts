import { usesPhoneNumber } from '../../domain/phone-based.ts';
import { newChannel } from '../../domain/conversation-rules.ts';
import type { ChannelKind, ConversationChannel, Recipient } from '../../domain/model.ts';

/** The ways to write to a recipient; one phone number serves every channel that uses numbers. */
export function channelsOf(
  { addresses }: Recipient,
  available: readonly ChannelKind[],
): readonly ConversationChannel[] {
  const channels = addresses.flatMap(({ channel, value }) => {
    if (channel !== 'phone') return [newChannel(channel, value, null)];
    const kind = available.find(usesPhoneNumber);
    return kind ? [newChannel(kind, value, null)] : [];
  });
  const unique = new Map(channels.map((channel) => [`${channel.channel} ${channel.address}`, channel]));
  return [...unique.values()];
}
