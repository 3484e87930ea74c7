import { usesPhoneNumber } from './phone-based.ts';
import type { Conversation, ConversationChannel, Message, MessagePreview } from './model.ts';
import { previewOf } from './preview.ts';
import { newChannel } from './start-conversation.ts';
import { withUsedChannels } from './used-channels.ts';

/**
 * A conversation after a customer's message was added. Messages may come late: nothing that follows the provider's time
 * (last message, reply window, order of the list) moves backwards (CR9).
 * @param address - the sender's; needed for the first message on a channel
 */
export function applyIncoming(
  conversation: Conversation,
  message: Message,
  address: string | null = null,
): Conversation {
  const channels = withIncoming(conversation.channels, message, address);
  const isLatest = conversation.channels.every(({ lastIncomingAt }) => (lastIncomingAt ?? -Infinity) <= message.at);
  const isOpen = conversation.state === 'new' || conversation.state === 'assigned';
  return {
    ...withLastMessage(conversation, message),
    channels,
    lastIncomingChannel: isLatest && message.channel !== null ? message.channel : conversation.lastIncomingChannel, // CR10
    unreadCount: conversation.unreadCount + 1,
    firstUnreadMessageId: conversation.firstUnreadMessageId ?? message.id,
    waitingSince: isOpen ? Math.min(conversation.waitingSince ?? message.at, message.at) : null, // CR11
  };
}

/**
 * A conversation after a message to the customer, or a note, was added. A co-worker's message answers everything the
 * customer wrote so far, and so does a chatbot's that the conversation is with; a note or a campaign answers nothing
 * (CR11). A note makes the conversation active but is
 * no last message; an event changes nothing (CR16).
 */
export function applyOutgoing(conversation: Conversation, message: Message): Conversation {
  if (message.direction === 'event') return conversation;
  if (message.direction === 'incoming') return applyIncoming(conversation, message);
  if (message.direction === 'note') {
    const lastActivityAt = Math.max(conversation.lastActivityAt, message.at);
    return { ...conversation, version: conversation.version + 1, lastActivityAt };
  }
  const { kind, id } = message.author;
  const answers = kind === 'co-worker' || (kind === 'bot' && id !== null && id === conversation.coWorkerId); // BT2
  return {
    ...withLastMessage(conversation, message),
    waitingSince: answers ? null : conversation.waitingSince,
  };
}

/**
 * A conversation after one of its messages changed (status, edit, deletion): the list shows the last message as it is.
 * @returns the same object when the list shows nothing else
 */
export function applyMessageChange(conversation: Conversation, message: Message): Conversation {
  if (conversation.lastMessage?.id !== message.id) return conversation;
  const lastMessage = previewOf(message);
  if (isSamePreview(lastMessage, conversation.lastMessage)) return conversation;
  return { ...conversation, version: conversation.version + 1, lastMessage };
}

function isSamePreview(a: MessagePreview, b: MessagePreview): boolean {
  return a.text === b.text && a.status === b.status && a.kind === b.kind && a.at === b.at && a.channel === b.channel;
}

function withLastMessage(conversation: Conversation, message: Message): Conversation {
  const { lastMessage } = conversation;
  return {
    ...withUsedChannels(conversation, [message.channel]),
    version: conversation.version + 1,
    lastActivityAt: Math.max(conversation.lastActivityAt, message.at),
    lastMessage: lastMessage === null || message.at >= lastMessage.at ? previewOf(message) : lastMessage,
  };
}

/** Only the customer's own message moves the window, by the provider's time, and never backwards (RW3, RW6). */
export function withIncoming(
  channels: readonly ConversationChannel[],
  message: Pick<Message, 'channel' | 'accountId' | 'at'>,
  address: string | null,
): readonly ConversationChannel[] {
  const { channel: kind, accountId, at } = message;
  if (kind === null) return channels;
  const index = channels.findIndex(
    (used) =>
      used.channel === kind &&
      (address === null || used.address === address) &&
      (accountId === null || used.accountId === null || used.accountId === accountId),
  );
  const known = channels[index];
  if (known) {
    const lastIncomingAt = Math.max(known.lastIncomingAt ?? at, at);
    return channels.map((used, position) =>
      position === index ? { ...known, accountId: known.accountId ?? accountId, lastIncomingAt } : used,
    );
  }
  const from = address ?? phoneNumberOf(channels, kind);
  return from === null ? channels : [...channels, { ...newChannel(kind, from, accountId), lastIncomingAt: at }];
}

function phoneNumberOf(channels: readonly ConversationChannel[], kind: ConversationChannel['channel']): string | null {
  if (!usesPhoneNumber(kind)) return null;
  return channels.find(({ channel }) => usesPhoneNumber(channel))?.address ?? null;
}
