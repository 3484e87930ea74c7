import { usesPhoneNumber } from './phone-based.ts';
import type { Address, ChannelKind, Conversation, ConversationState, Recipient } from './model.ts';

/** What is known when a customer's message arrives. */
export interface IncomingPlace {
  readonly channel: ChannelKind;
  /** The sender's address; E.164 for phone-based channels, else opaque. */
  readonly address: string;
  /** Records that have this address; {@link matchRecipients} finds them. */
  readonly matches: readonly Recipient[];
  /** Every conversation with this address, and every one with one of the matches, in any state. */
  readonly conversations: readonly Conversation[];
  /** The conversation of the message that the provider says this answers. */
  readonly repliesTo?: string | null;
}

/** Where a customer's message goes. */
export type Placement =
  | { readonly action: 'append'; readonly conversationId: string }
  | {
      readonly action: 'start';
      /**
       * The record, or the stand-in made for this sender earlier; `null` when a stand-in has to be made, because nobody
       * or several matched and a person has to link the sender.
       */
      readonly recipient: Recipient | null;
      /** The records among which a person has to choose; never guessed (CR3). */
      readonly candidates: readonly Recipient[];
      readonly state: Extract<ConversationState, 'new' | 'assigned'>;
      readonly coWorkerId: string | null;
      readonly branchId: string | null;
    };

/** The records that have an address; `isSame` compares spellings where the addresses are not normalised. */
export function matchRecipients(
  recipients: readonly Recipient[],
  from: Pick<IncomingPlace, 'channel' | 'address'>,
  isSame: (a: string, b: string) => boolean = (a, b) => a === b,
): Recipient[] {
  const reaches = ({ channel, value }: Address): boolean =>
    isSame(value, from.address) &&
    (usesPhoneNumber(from.channel) ? channel === 'phone' || usesPhoneNumber(channel) : channel === from.channel);
  return recipients.filter(({ addresses }) => addresses.some(reaches));
}

/**
 * Decides where a customer's message goes: to the conversation it answers, to the open one with that sender, to spam if
 * the sender is spam, else to a new one that takes co-worker and branch from the sender's record.
 */
export function placeIncoming(place: IncomingPlace): Placement {
  const { recipient, candidates } = senderAmong(place.matches);
  const theirs = place.conversations.filter(
    (conversation) => usesAddress(conversation, place) || conversation.recipient.id === recipient?.id,
  );
  const existing = openConversation(theirs, place, recipient) ?? newest(theirs.filter(({ state }) => state === 'spam')); // CR6
  if (existing) return { action: 'append', conversationId: existing.id };
  const coWorkerId = recipient?.coWorkerId ?? null;
  return {
    action: 'start', // CR1, CR5: an archived conversation stays closed
    recipient,
    candidates,
    state: coWorkerId === null ? 'new' : 'assigned', // CR4
    coWorkerId,
    branchId: recipient?.branchId ?? null,
  };
}

/**
 * Whom an address belongs to: a record of the host beats the unmatched sender that stood in for it; two records beat
 * nobody (CR2, CR3), unless a co-worker said which one it is (D10).
 */
export function senderAmong(matches: readonly Recipient[]): {
  readonly recipient: Recipient | null;
  readonly candidates: readonly Recipient[];
} {
  const unique = [...new Map(matches.map((match) => [match.id, match])).values()];
  const records = unique.filter(({ kind }) => kind !== 'unmatched');
  const standIn = unique.find(({ kind }) => kind === 'unmatched') ?? null;
  const linked = records.find(({ id }) => id === standIn?.linkedTo);
  if (linked) return { recipient: linked, candidates: [] };
  if (records.length > 1) return { recipient: standIn, candidates: records };
  return { recipient: records[0] ?? standIn, candidates: [] };
}

/** CR7: an open conversation goes on. Several open ones with different people on one number are never guessed between. */
function openConversation(
  theirs: readonly Conversation[],
  { repliesTo, channel, address }: IncomingPlace,
  recipient: Recipient | null,
): Conversation | null {
  const open = theirs.filter(({ state }) => state === 'new' || state === 'assigned');
  const answered = open.find(({ id }) => id === repliesTo); // CR8
  if (answered) return answered;
  const here = open.filter((conversation) => usesAddress(conversation, { channel, address }));
  const own = open.filter((conversation) => conversation.recipient.id === recipient?.id);
  if (own.length > 0) return newest(own);
  const people = new Set(here.map((conversation) => conversation.recipient.id));
  if (people.size <= 1) return newest(here);
  return newest(open.filter((conversation) => conversation.recipient.kind === 'unmatched'));
}

function usesAddress(
  { channels }: Conversation,
  { channel, address }: Pick<IncomingPlace, 'channel' | 'address'>,
): boolean {
  return channels.some(
    (used) =>
      used.address === address &&
      (used.channel === channel || (usesPhoneNumber(used.channel) && usesPhoneNumber(channel))),
  );
}

function newest(conversations: readonly Conversation[]): Conversation | null {
  return conversations.reduce<Conversation | null>(
    (best, conversation) =>
      best === null ||
      conversation.lastActivityAt > best.lastActivityAt ||
      (conversation.lastActivityAt === best.lastActivityAt && conversation.id > best.id)
        ? conversation
        : best,
    null,
  );
}
