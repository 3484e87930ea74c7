import type { ChannelKind, Conversation, ConversationChannel, Recipient, RecipientSummary } from './model.ts';

/** What a new conversation is made of. */
export interface ConversationStart {
  readonly id: string;
  readonly recipient: Recipient;
  readonly channels: readonly ConversationChannel[];
  /** Epoch ms. */
  readonly startedAt: number;
  /** Given by the record unless stated; a conversation with a co-worker is `assigned`. */
  readonly coWorkerId?: string | null;
  readonly branchId?: string | null;
  readonly teamId?: string | null;
}

/** A conversation without messages, owned by the co-worker of the recipient's record (CR4). */
export function startConversation(start: ConversationStart): Conversation {
  const coWorkerId = start.coWorkerId === undefined ? start.recipient.coWorkerId : start.coWorkerId;
  return {
    id: start.id,
    version: 1,
    recipient: summaryOf(start.recipient),
    state: coWorkerId === null ? 'new' : 'assigned',
    coWorkerId,
    branchId: start.branchId === undefined ? start.recipient.branchId : start.branchId,
    teamId: start.teamId ?? null,
    tags: [],
    channels: start.channels,
    usedChannels: [],
    lastIncomingChannel: null,
    startedAt: start.startedAt,
    lastActivityAt: start.startedAt,
    lastMessage: null,
    unreadCount: 0,
    firstUnreadMessageId: null,
    waitingSince: null,
  };
}

/** What lists know of a recipient. */
export function summaryOf({ id, kind, name, firstName, organisation, language }: Recipient): RecipientSummary {
  return { id, kind, name, firstName, organisation, language };
}

/** The stand-in for a sender whom no record, or more than one, matches; called by profile name, else by address (CR3). */
export function unmatchedRecipient(
  id: string,
  from: { readonly channel: ChannelKind; readonly address: string; readonly name?: string | null },
): Recipient {
  const name = from.name?.trim() ?? '';
  return {
    id,
    kind: 'unmatched',
    name: name === '' ? from.address : name,
    firstName: null,
    organisation: null,
    language: null,
    addresses: [{ channel: from.channel, value: from.address }],
    coWorkerId: null,
    branchId: null,
  };
}

/** A way to write that nobody used yet. */
export function newChannel(channel: ChannelKind, address: string, accountId: string | null): ConversationChannel {
  return { channel, accountId, address, lastIncomingAt: null, consent: 'unknown', overrides: null };
}
