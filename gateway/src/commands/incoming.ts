import { firstOwner } from '../../../src/domain/chatbot.ts';
import {
  applyIncoming,
  newChannel,
  placeIncoming,
  startConversation,
  unmatchedRecipient,
} from '../../../src/domain/conversation-rules.ts';
import { routeToTeam } from '../../../src/domain/routing.ts';
import type { ChannelKind, Content, Conversation, Message, Recipient } from '../../../src/domain/model.ts';
import { addressKey } from '../addresses.ts';
import type { ProviderIncoming } from '../providers/provider.ts';
import { wantFile } from '../store/files.ts';
import { readSettings } from '../store/settings.ts';
import type { Settings } from '../store/settings.ts';
import { referenceKey } from '../store/text.ts';
import type { AddressedMessage, Unit } from '../store/unit.ts';
import { answerOutOfOffice } from './answer-out-of-office.ts';
import { bringToBot } from './bot.ts';
import { conversationsAt, conversationsWith, matchesOf } from './matching.ts';
import { newEvent, newMessage } from './new-messages.ts';
import { takeReaction } from './reactions.ts';
import { takeRevision } from './revisions.ts';

const names = ['teams', 'routing', 'openingHours', 'outOfOffice', 'bot'] as const;

/** What became of a customer's message. */
export interface IncomingResult {
  /** Ids of the messages it became; the same as the first time when it is a repetition. */
  readonly messageIds: readonly string[];
  /** Whether it had been taken in before; then nothing was changed. */
  readonly duplicate: boolean;
}

/**
 * Takes a customer's message in: once, in the right conversation, with everything that follows from it.
 *
 * @param received - with the sender's address normalised
 * @param channels - that can be sent on, for answers that go out by themselves
 */
export async function takeIncoming(
  unit: Unit,
  received: ProviderIncoming,
  channels: readonly ChannelKind[],
): Promise<IncomingResult> {
  // Every message of one sender goes through here one by one, so the second of two at once finds the first.
  await unit.lock(`address ${addressKey(received.channel, received.from)}`);
  const known = await takenBefore(unit, received.deduplicationKey);
  if (known) return { messageIds: known, duplicate: true };
  if (received.revision) {
    const { revision } = received;
    const id = await takeRevision(unit, { ...received, revision });
    if (id !== null || revision === 'deleted')
      return { messageIds: await taken(unit, received, id === null ? [] : [id]), duplicate: false };
  }
  const answered = await answeredMessage(unit, received);
  const { reaction } = received;
  if (reaction && (answered || reaction.emoji === null)) {
    if (answered) await takeReaction(unit, answered.id, { ...received, reaction });
    return { messageIds: await taken(unit, received, answered ? [answered.id] : []), duplicate: false };
  }
  const settings = await readSettings(unit.sql, unit.tenant, names);
  const repliesTo = answered?.conversationId ?? null;
  const { conversation, added } = await place(unit, received, { repliesTo, settings });
  const messageIds = await append(unit, received, { conversation, added, replyToId: answered?.id ?? null });
  await keepProviderId(unit, received, { messageId: messageIds[0], isAnswer: answered !== null });
  if (settings.bot) await bringToBot(unit, settings.bot, { conversationId: conversation.id, messageIds });
  await answerOutOfOffice(unit, { received, conversationId: conversation.id, settings, channels });
  return { messageIds: await taken(unit, received, messageIds), duplicate: false };
}

async function taken(
  unit: Unit,
  { deduplicationKey }: ProviderIncoming,
  messageIds: readonly string[],
): Promise<readonly string[]> {
  await unit.sql.query('insert into taken (tenant, key, message_ids, at) values ($1, $2, $3::text::json, $4)', [
    unit.tenant,
    deduplicationKey,
    JSON.stringify(messageIds),
    unit.now,
  ]);
  return messageIds;
}

async function takenBefore(unit: Unit, key: string): Promise<readonly string[] | null> {
  const [row] = await unit.sql.query<{ message_ids: string }>(
    'select message_ids::text as message_ids from taken where tenant = $1 and key = $2',
    [unit.tenant, key],
  );
  return row ? (JSON.parse(row.message_ids) as readonly string[]) : null;
}

/** The message of ours that a customer's message answers. */
async function answeredMessage(
  unit: Unit,
  { messageContext, reference }: ProviderIncoming,
): Promise<{ readonly id: string; readonly conversationId: string } | null> {
  for (const named of [messageContext, reference]) {
    if (named === null) continue;
    const [row] = await unit.sql.query<{ id: string; conversation_id: string }>(
      `select id, conversation_id from message where tenant = $1 and reference = $2
       union all select id, conversation_id from message where tenant = $1 and provider_id = $3 limit 1`,
      [unit.tenant, referenceKey(named), named],
    );
    if (row) return { id: row.id, conversationId: row.conversation_id };
  }
  return null;
}

/** What the provider calls the message, for answers that quote it. A reference that is none of ours is its own id (CM8). */
async function keepProviderId(
  unit: Unit,
  received: ProviderIncoming,
  { messageId, isAnswer }: { readonly messageId: string | undefined; readonly isAnswer: boolean },
): Promise<void> {
  const providerId = received.messageId ?? (isAnswer ? null : received.reference);
  if (providerId === null || messageId === undefined) return;
  const values = [unit.tenant, messageId, providerId];
  await unit.sql.query('update message set provider_id = $3 where tenant = $1 and id = $2', values);
}

interface Context {
  /** The conversation of the message that it answers. */
  readonly repliesTo: string | null;
  readonly settings: Partial<Settings>;
}

interface Placed {
  readonly conversation: Conversation;
  readonly added: readonly AddressedMessage[];
}

async function place(unit: Unit, received: ProviderIncoming, context: Context): Promise<Placed> {
  const { channel, from: address } = received;
  const matches = await matchesOf(unit, { channel, address });
  // Whoever opens a conversation with one of them at this moment comes before or after, never beside.
  for (const { id } of [...matches].sort((a, b) => (a.id < b.id ? -1 : 1))) await unit.lock(`recipient ${id}`);
  const conversations = await conversationsOf(unit, received, matches);
  const placement = placeIncoming({ channel, address, matches, conversations, repliesTo: context.repliesTo });
  if (placement.action === 'append') {
    const conversation = await unit.conversation(placement.conversationId);
    if (conversation.state !== 'archived') return { conversation, added: [] };
    // Archived between the reading and the lock: looked at again, it is no place for news any more.
    return place(unit, received, context);
  }
  const recipient = placement.recipient ?? (await newUnmatched(unit, received));
  const { routing = [], teams = [], bot = null } = context.settings;
  const conversation = startConversation({
    id: unit.context.newId(),
    recipient,
    channels: [newChannel(channel, address, received.to)],
    startedAt: received.at,
    coWorkerId: firstOwner(placement.coWorkerId, bot, channel),
    branchId: placement.branchId,
    teamId: routeToTeam({ channel, accountId: received.to }, routing, teams),
  });
  const started = newEvent(unit, conversation, { type: 'started' });
  return { conversation, added: [{ message: { ...started, at: received.at }, address: null }] };
}

async function conversationsOf(
  unit: Unit,
  { channel, from }: ProviderIncoming,
  matches: readonly Recipient[],
): Promise<readonly Conversation[]> {
  const recipientIds = matches.map(({ id }) => id);
  const found = [
    ...(await conversationsAt(unit, addressKey(channel, from))),
    ...(await conversationsWith(unit, recipientIds, ['new', 'assigned', 'spam'])),
  ];
  return [...new Map(found.map((conversation) => [conversation.id, conversation])).values()];
}

async function newUnmatched(unit: Unit, { channel, from, fromName }: ProviderIncoming): Promise<Recipient> {
  const recipient = unmatchedRecipient(unit.context.newId(), { channel, address: from, name: fromName });
  await unit.putRecipient(recipient);
  return recipient;
}

async function append(
  unit: Unit,
  received: ProviderIncoming,
  placed: Placed & { readonly replyToId: string | null },
): Promise<readonly string[]> {
  let { conversation } = placed;
  const added = [...placed.added];
  const messageIds: string[] = [];
  for (const content of received.contents) {
    const message: Message = {
      ...newMessage(unit, conversation, added.length),
      direction: 'incoming',
      channel: received.channel,
      accountId: received.to,
      author: {
        kind: 'customer',
        id: conversation.recipient.id,
        name: received.fromName ?? conversation.recipient.name,
      },
      at: receivedAt(received.at, unit.now),
      content: withOwnFile(unit, content),
      replyToId: placed.replyToId,
    };
    await want(unit, content, message);
    added.push({ message, address: received.from });
    messageIds.push(message.id);
    conversation = applyIncoming(conversation, message, received.from);
  }
  await unit.putConversation(conversation, added);
  return messageIds;
}

/** The file gets an id of ours: what the provider calls it may be an address, and stands for nothing tomorrow. */
function withOwnFile(unit: Unit, content: Content): Content {
  if (!('attachment' in content)) return content;
  return { ...content, attachment: { ...content.attachment, id: unit.context.newId(), url: null, thumbnailUrl: null } };
}

async function want({ sql, tenant }: Unit, received: Content, { id, conversationId, content }: Message): Promise<void> {
  if (!('attachment' in received) || !('attachment' in content)) return;
  const { name, mimeType } = content.attachment;
  const source = received.attachment.url ?? received.attachment.id;
  await wantFile(sql, tenant, { id: content.attachment.id, conversationId, messageId: id, name, mimeType, source });
}

/**
 * CM.com's times have whole seconds. Within that second our clock knows better: otherwise an answer given at once would
 * stand before the message it answers.
 */
function receivedAt(at: number, now: number): number {
  return at % 1000 === 0 && now > at && now - at < 1000 ? now : at;
}
