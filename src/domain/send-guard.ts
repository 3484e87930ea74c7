import type { Author, ChannelKind, Conversation, ConversationState, Message } from './model.ts';

/** What an agent had before their eyes: kept when they look, compared when they press Send (B14). Survives JSON. */
export interface LookedAt {
  readonly conversationId: string;
  /** Order of the newest message that was there; `null` where none was, or none was loaded. */
  readonly position: number | null;
  readonly lastMessageId: string | null;
  readonly lastIncomingAt: number | null;
  readonly coWorkerId: string | null;
  readonly state: ConversationState;
}

/** Something that happened since; the agent reviews it before the message leaves. */
export type GuardFinding =
  /** `count` is at least this many. */
  | {
      readonly type: 'customer-wrote';
      readonly count: number;
      readonly lastAt: number;
      readonly channel: ChannelKind | null;
    }
  /** Somebody else answered, or left a note. `by` is `null` where the backend did not say who. */
  | { readonly type: 'answered' | 'noted'; readonly by: Author | null; readonly at: number }
  | { readonly type: 'reassigned'; readonly coWorkerId: string | null }
  | { readonly type: 'closed'; readonly state: 'archived' | 'spam' };

/**
 * What an agent sees now.
 * @param messages - those that are loaded, in any order; the newest must be among them to be compared one by one
 */
export function lookedAt(conversation: Conversation, messages: readonly Message[]): LookedAt {
  const { id, lastMessage, coWorkerId, state } = conversation;
  return {
    conversationId: id,
    position: messages.length === 0 ? null : Math.max(...messages.map(({ position }) => position)),
    lastMessageId: lastMessage?.id ?? null,
    lastIncomingAt: lastIncomingAt(conversation),
    coWorkerId,
    state,
  };
}

/**
 * What happened in a conversation since an agent last looked (SV1 to SV4); empty when the message may leave. What the
 * agent did, also in another tab, is no news.
 */
export function sendGuard(
  before: LookedAt,
  conversation: Conversation,
  messages: readonly Message[],
  agentId: string,
): readonly GuardFinding[] {
  if (before.conversationId !== conversation.id) return [];
  // Without a position there were no messages, or they were not loaded: then nothing can be compared one by one.
  const isComparable = before.position !== null || before.lastMessageId === null;
  const news = messages.filter(({ position }) => position > (before.position ?? -Infinity));
  const written =
    isComparable && (news.length > 0 || isLoaded(conversation, messages))
      ? fromMessages(news, agentId)
      : fromConversation(before, conversation);
  return [...written, ...ownership(before, conversation, agentId)];
}

/** Whether the messages reach the end of the conversation, so that no news among them means no news. */
function isLoaded({ lastMessage }: Conversation, messages: readonly Message[]): boolean {
  return lastMessage === null || messages.some(({ id }) => id === lastMessage.id);
}

/** SV1, SV2: one by one, without what the agent wrote. */
function fromMessages(news: readonly Message[], agentId: string): readonly GuardFinding[] {
  const incoming = news.filter(({ direction }) => direction === 'incoming');
  const others = news.filter(({ author }) => author.kind !== 'co-worker' || author.id !== agentId);
  const answer = latest(others.filter(({ direction }) => direction === 'outgoing'));
  const note = latest(others.filter(({ direction }) => direction === 'note'));
  const last = latest(incoming);
  return [
    ...(last
      ? [{ type: 'customer-wrote', count: incoming.length, lastAt: last.at, channel: last.channel } as const]
      : []),
    ...(answer ? [{ type: 'answered', by: answer.author, at: answer.at } as const] : []),
    ...(note ? [{ type: 'noted', by: note.author, at: note.at } as const] : []),
  ];
}

/** SV4: where the messages are not loaded, the conversation itself shows that something was written. */
function fromConversation(before: LookedAt, conversation: Conversation): readonly GuardFinding[] {
  const { lastMessage, lastIncomingChannel: channel, unreadCount } = conversation;
  const incomingAt = lastIncomingAt(conversation);
  const findings: GuardFinding[] = [];
  if (incomingAt !== null && incomingAt > (before.lastIncomingAt ?? -Infinity))
    findings.push({ type: 'customer-wrote', count: Math.max(1, unreadCount), lastAt: incomingAt, channel });
  const isNew = lastMessage !== null && lastMessage.id !== before.lastMessageId;
  if (isNew && lastMessage.direction === 'outgoing') findings.push({ type: 'answered', by: null, at: lastMessage.at });
  return findings;
}

/** SV3: a conversation that is taken over by the agent, or opened again, is no reason to wait. */
function ownership(before: LookedAt, { coWorkerId, state }: Conversation, agentId: string): readonly GuardFinding[] {
  const isTaken = coWorkerId !== before.coWorkerId && coWorkerId !== agentId;
  const isClosed = state !== before.state && (state === 'archived' || state === 'spam');
  return [
    ...(isTaken ? [{ type: 'reassigned', coWorkerId } as const] : []),
    ...(isClosed ? [{ type: 'closed', state } as const] : []),
  ];
}

function latest(messages: readonly Message[]): Message | undefined {
  return messages.reduce<Message | undefined>(
    (last, message) => (last && last.at > message.at ? last : message),
    undefined,
  );
}

function lastIncomingAt({ channels }: Conversation): number | null {
  const times = channels.map(({ lastIncomingAt: at }) => at).filter((at) => at !== null);
  return times.length === 0 ? null : Math.max(...times);
}
