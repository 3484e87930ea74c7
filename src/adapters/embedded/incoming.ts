import { addressKey } from './addresses.ts';
import { answerOutOfOffice } from './out-of-office.ts';
import { readSetting } from './settings.ts';
import { newEvent, newMessage } from './new-messages.ts';
import { channelsOf } from './recipient-channels.ts';
import { holdIncomingFiles } from './parts/files.ts';
import { takeReaction } from './reactions.ts';
import { takeRevision } from './revisions.ts';
import { referenceKey } from './rows.ts';
import { matchesFor, openConversations } from './senders.ts';
import {
  applyIncoming,
  newChannel,
  placeIncoming,
  startConversation,
  unmatchedRecipient,
} from '../../domain/conversation-rules.ts';
import { routeToTeam } from '../../domain/routing.ts';
import type { MessageRow } from './tables.ts';
import type { AddressedMessage, Unit } from './unit.ts';
import type { CmIncoming } from '../../domain/cm-messages.ts';
import type { Conversation, ConversationChannel, Message, Recipient } from '../../domain/model.ts';

/** What became of a customer's message. */
export interface IncomingResult {
  /** Ids of the messages it became; the same as the first time when it is a repetition. */
  readonly messageIds: readonly string[];
  readonly conversationId: string | null;
  /** Whether it had been taken in before; then nothing was changed. */
  readonly duplicate: boolean;
}

/**
 * Takes a customer's message in: once, in the right conversation, with everything that follows from it.
 *
 * @param received - with the sender's address normalised
 */
export async function takeIncoming(unit: Unit, received: CmIncoming): Promise<IncomingResult> {
  const key = received.deduplicationKey;
  const taken = await unit.tx.get('taken', key);
  if (taken) return { messageIds: taken.messageIds, conversationId: null, duplicate: true };
  if (received.revision) {
    const { revision } = received;
    const row = await takeRevision(unit, { ...received, revision });
    if (row || revision === 'deleted') return done(unit, key, row);
  }
  const answered = await answeredMessage(unit, received);
  const { reaction } = received;
  if (reaction && (answered || reaction.emoji === null)) {
    if (answered) await takeReaction(unit, answered, { ...received, reaction });
    return done(unit, key, answered);
  }
  const { conversation, added } = await place(unit, received, answered?.message.conversationId ?? null);
  const result = await append(unit, received, { conversation, added, answered });
  await unit.tx.put('taken', { key, messageIds: result.messageIds });
  await answerOutOfOffice(unit, received, conversation.id);
  return result;
}

/** What was reported changed a message, or nothing, and is no message itself. */
async function done(unit: Unit, key: string, row: MessageRow | null): Promise<IncomingResult> {
  const messageIds = row ? [row.message.id] : [];
  await unit.tx.put('taken', { key, messageIds });
  return { messageIds, conversationId: row?.message.conversationId ?? null, duplicate: false };
}

/** The message of ours that a customer's message answers. */
async function answeredMessage(unit: Unit, { messageContext, reference }: CmIncoming): Promise<MessageRow | null> {
  for (const named of [messageContext, reference]) {
    if (named === null) continue;
    const key = referenceKey(named);
    const [row] = await unit.tx.scan('messages', 'reference', { lower: key, upper: key, limit: 1 });
    if (row) return row;
  }
  return null;
}

interface Placed {
  readonly conversation: Conversation;
  readonly added: readonly AddressedMessage[];
}

async function place(unit: Unit, received: CmIncoming, repliesTo: string | null): Promise<Placed> {
  const { channel, from: address } = received;
  const matches = await matchesFor(unit, { channel, address });
  const conversations = await conversationsOf(unit, received, matches);
  const placement = placeIncoming({ channel, address, matches, conversations, repliesTo });
  if (placement.action === 'append')
    return { conversation: await unit.conversation(placement.conversationId), added: [] };
  const recipient = placement.recipient ?? (await newUnmatched(unit, received));
  const { coWorkerId, branchId } = placement;
  const [rules, teams] = [await readSetting(unit.tx, 'routing'), await readSetting(unit.tx, 'teams')];
  const conversation = startConversation({
    id: unit.context.newId('conversation'),
    recipient,
    channels: startChannels(unit, recipient, received),
    startedAt: received.at,
    coWorkerId,
    branchId,
    teamId: routeToTeam({ channel, accountId: received.to }, rules ?? [], teams ?? []),
  });
  const started = await newEvent(unit, conversation, { type: 'started' });
  return { conversation, added: [{ message: { ...started, at: received.at }, address: null }] };
}

/** The customer's own channel first, then the other ways to write to them. */
function startChannels(
  unit: Unit,
  recipient: Recipient,
  { channel, from, to }: CmIncoming,
): readonly ConversationChannel[] {
  const others = channelsOf(recipient, unit.context.channels).filter(
    (other) => other.channel !== channel || other.address !== from,
  );
  return [newChannel(channel, from, to), ...others];
}

/** Archived conversations are left out: no message ever goes there, and there may be thousands. */
async function conversationsOf(
  unit: Unit,
  { channel, from }: CmIncoming,
  matches: readonly Recipient[],
): Promise<readonly Conversation[]> {
  const key = addressKey(channel, from);
  const found = new Map<string, Conversation>();
  const rows = await unit.tx.scan('conversations', 'address', { lower: key, upper: key });
  for (const { id, conversation } of rows) found.set(id, conversation);
  for (const { id } of matches) {
    for (const conversation of await openConversations(unit, id, ['new', 'assigned', 'spam'])) {
      found.set(conversation.id, conversation);
    }
  }
  return [...found.values()];
}

async function newUnmatched(unit: Unit, { channel, from, fromName }: CmIncoming): Promise<Recipient> {
  const recipient = unmatchedRecipient(unit.context.newId('recipient'), { channel, address: from, name: fromName });
  await unit.putRecipient(recipient);
  return recipient;
}

async function append(
  unit: Unit,
  received: CmIncoming,
  place: Placed & { readonly answered: MessageRow | null },
): Promise<IncomingResult> {
  let { conversation } = place;
  const added = [...place.added];
  const messageIds: string[] = [];
  for (const content of received.contents) {
    const message: Message = {
      ...(await newMessage(unit, conversation, added.length)),
      direction: 'incoming',
      channel: received.channel,
      accountId: received.to,
      author: {
        kind: 'customer',
        id: conversation.recipient.id,
        name: received.fromName ?? conversation.recipient.name,
      },
      at: receivedAt(received.at, unit.now),
      content,
      replyToId: place.answered?.message.id ?? null,
    };
    await holdIncomingFiles(unit, content);
    const reference = messageIds.length === 0 ? ownReference(received, place.answered) : null;
    added.push({ message, address: received.from, ...(reference !== null && { reference }) });
    messageIds.push(message.id);
    conversation = applyIncoming(conversation, message, received.from);
  }
  await unit.putConversation(conversation, added);
  return { messageIds, conversationId: conversation.id, duplicate: false };
}

/** What the provider calls the message. A reference that is none of ours is its own id (CM8). */
function ownReference({ messageId, reference }: CmIncoming, answered: MessageRow | null): string | null {
  const name = messageId ?? (answered ? null : reference);
  return name === null ? null : referenceKey(name);
}

/**
 * CM.com's times have whole seconds. Within that second our clock knows better: otherwise an answer given at once would
 * stand before the message it answers.
 */
function receivedAt(at: number, now: number): number {
  return at % 1000 === 0 && now > at && now - at < 1000 ? now : at;
}
