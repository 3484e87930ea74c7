import { withIncoming } from './apply-message.ts';
import type { Author, Conversation, Message, Reaction } from './model.ts';

/** How somebody reacts; `null` takes it back. */
export interface IncomingReaction {
  readonly emoji: string | null;
}

/** Joined emoji have several parts; words are none. */
const longestEmoji = 32;

/** A reaction as a provider reports it: no emoji, or something far too long to be one, takes it back. */
export function incomingReaction(emoji: string | null): IncomingReaction {
  const text = emoji?.trim() ?? '';
  return { emoji: text === '' || text.length > longestEmoji ? null : text };
}

/**
 * A message after somebody reacted to it: everybody has one reaction, the latest (RE1), or none after taking it back
 * (RE2). What was reported late changes nothing (RE3).
 * @returns the same object when nothing changes
 */
export function applyReaction(
  message: Message,
  { emoji, by, at }: IncomingReaction & { readonly by: Author; readonly at: number },
): Message {
  const isOwn = (reaction: Reaction): boolean => reaction.by.kind === by.kind && reaction.by.id === by.id;
  const before = message.reactions.find(isOwn);
  if ((before?.emoji ?? null) === emoji || (before && before.at > at)) return message;
  const others = message.reactions.filter((reaction) => !isOwn(reaction));
  const reactions = emoji === null ? others : [...others, { emoji, by, at }];
  return { ...message, version: message.version + 1, reactions };
}

/** A conversation after the customer reacted: nothing was written, and yet the reply window begins anew (RE4). */
export function reactedIn(
  conversation: Conversation,
  message: Pick<Message, 'channel' | 'accountId' | 'at'>,
  address: string,
): Conversation {
  const channels = withIncoming(conversation.channels, message, address);
  return { ...conversation, version: conversation.version + 1, channels };
}
