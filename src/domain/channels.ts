import { type ChannelAbilities, defaultCapabilities } from './channel-defaults.ts';
import type { ConversationChannel } from './model.ts';

export { defaultCapabilities };

/** What may be sent here: the defaults of the kind, with what the backend says of this account put over them. */
export function capabilitiesOf(channel: ConversationChannel): ChannelAbilities {
  const defaults = defaultCapabilities[channel.channel];
  return channel.overrides === null ? defaults : { ...defaults, ...channel.overrides }; // CH11
}
