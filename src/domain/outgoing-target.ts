import { channelTarget, channelWindow } from './channel-choice.ts';
import type { ChannelAccount, ChannelKind, Content, Conversation, ConversationChannel } from './model.ts';

/** The way a message is asked to go: a channel, and the own number to go from where one was chosen. */
export interface OutgoingRoute {
  readonly channel: ChannelKind;
  readonly accountId: string | null;
}

/**
 * Which of the conversation's addresses a message goes to. A window is that of the own number the customer wrote to (OS2):
 * from a number they never wrote to, none is open. `null` when the conversation has no address on the channel (CO5).
 */
export function outgoingTarget(
  conversation: Conversation,
  { channel, accountId }: OutgoingRoute,
): ConversationChannel | null {
  if (accountId === null) return channelTarget(conversation, channel);
  const heard = conversation.channels.filter(
    (used) => used.channel === channel && (used.accountId ?? accountId) === accountId,
  );
  if (heard.length > 0) return channelTarget({ ...conversation, channels: heard }, channel);
  const found = channelTarget(conversation, channel);
  return found && { ...found, accountId, lastIncomingAt: null };
}

/** Whether this content may leave on the channel now; else what stands in the way: only a template may, or nothing. */
export function leaveVerdict(
  { kind }: Pick<Content, 'kind'>,
  target: ConversationChannel,
  now: number,
): 'allowed' | 'template-only' | 'closed' {
  const { state } = channelWindow(target, now);
  return state === 'open' || (state === 'template-only' && kind === 'template') ? 'allowed' : state;
}

/** Where own numbers are told apart, one is used that is active (OS1). */
export function isUsableSender(accounts: readonly ChannelAccount[], { channel, accountId }: OutgoingRoute): boolean {
  const ofChannel = accounts.filter((account) => account.channel === channel);
  return accountId === null || ofChannel.length === 0 || ofChannel.some(({ id, active }) => id === accountId && active);
}

/** The conversation with the address that a message goes to: a number known from another channel becomes one of this too. */
export function withAddress(conversation: Conversation, target: ConversationChannel): Conversation {
  const isKnown = conversation.channels.some(
    ({ channel, address }) => channel === target.channel && address === target.address,
  );
  return isKnown ? conversation : { ...conversation, channels: [...conversation.channels, target] };
}
