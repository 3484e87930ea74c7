import { channelWindow } from './channel-choice.ts';
import { capabilitiesOf } from './channels.ts';
import { consentOf } from './consent.ts';
import type { Conversation, Message } from './model.ts';

/** WhatsApp shows no quote of what is older. */
const oldestQuotedMs = 30 * 86_400_000;
/**
 * Whether a message can be answered with a quote of it (TL5): the customer wrote it, its channel shows quotes, and free
 * text may be sent there now.
 *
 * @param now - the backend's time, epoch ms
 */
export function canQuote(message: Message, conversation: Conversation, now: number): boolean {
  const { channel, direction, deletedAt, at } = message;
  if (direction !== 'incoming' || deletedAt !== null) return false;
  if (message.conversationId !== conversation.id || now - at > oldestQuotedMs) return false;
  return conversation.channels.some(
    (way) =>
      way.channel === channel &&
      (message.accountId === null || way.accountId === null || way.accountId === message.accountId) &&
      capabilitiesOf(way).quotes === true &&
      channelWindow(way, now).state === 'open' &&
      consentOf(conversation, way.channel, way.address) !== 'denied',
  );
}
