import { type ChannelAbilities, defaultCapabilities } from './channel-defaults.ts';
import type { ChannelKind, ConversationChannel } from './model.ts';

export { defaultCapabilities };

const phoneBased: ReadonlySet<ChannelKind> = new Set(['sms', 'whatsapp', 'viber', 'rcs']);

/** Whether people are addressed by phone number on this kind of channel, so that one number serves several channels (CH12). */
export function usesPhoneNumber(kind: ChannelKind): boolean {
  return phoneBased.has(kind);
}

/** What may be sent here: the defaults of the kind, with what the backend says of this account put over them. */
export function capabilitiesOf(channel: ConversationChannel): ChannelAbilities {
  const defaults = defaultCapabilities[channel.channel];
  return channel.overrides === null ? defaults : { ...defaults, ...channel.overrides }; // CH11
}
