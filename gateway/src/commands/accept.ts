import { channelTarget, channelWindow } from '../../../src/domain/channel-choice.ts';
import { applyOutgoing } from '../../../src/domain/conversation-rules.ts';
import type { ChannelKind, Conversation, ConversationChannel, Message } from '../../../src/domain/model.ts';
import type { OutgoingMessage, OutgoingNote } from '../../../src/ports/adapter.ts';
import { AdapterError } from '../../../src/ports/adapter-error.ts';
import { readMessage } from '../store/messages.ts';
import { canonicalJson, digest } from '../store/text.ts';
import type { Unit } from '../store/unit.ts';
import type { Viewer } from '../store/viewer.ts';
import { checkContent, checkNote } from './check-content.ts';
import { authorOf, newMessage } from './new-messages.ts';
import { takeEarlyStatuses } from './statuses.ts';

/** Who sends, and on which channels the gateway can. */
export interface Sender {
  readonly viewer: Viewer;
  readonly channels: readonly ChannelKind[];
}

/**
 * Stores a message for the customer: key, message, conversation, feed and hand-over, all in the unit's transaction. The
 * same client id and body again gives the message stored first.
 */
export async function acceptMessage(unit: Unit, outgoing: OutgoingMessage, sender: Sender): Promise<Message> {
  const { clientId } = outgoing;
  const messageId = unit.context.newId();
  const first = await takeKey(unit, { clientId, asked: askedOf('send', outgoing), messageId }, sender.viewer);
  if (first) return first;
  const conversation = await unit.conversation(outgoing.conversationId, sender.viewer);
  const target = targetOf(conversation, outgoing, sender.channels);
  checkContent(outgoing.content, target);
  checkWindow(outgoing, target, unit.now);
  const accepted: Message = {
    ...newMessage(unit, conversation),
    id: messageId,
    clientId,
    direction: 'outgoing',
    channel: outgoing.channel,
    accountId: outgoing.accountId ?? target.accountId,
    author: authorOf(sender.viewer.agent),
    content: outgoing.content,
    status: 'accepted',
    statusTimes: { accepted: unit.now },
    replyToId: outgoing.replyToId,
  };
  const message = await takeEarlyStatuses(unit, accepted);
  const next = applyOutgoing(withChannel(conversation, target), message);
  await unit.putConversation(next, [{ message, address: target.address }]);
  // A status that was waiting proves that the provider has this message: it must not get it again.
  if (message.status === 'accepted') await queue(unit, message);
  return message;
}

/** Stores a note for colleagues; nothing of it leaves the business. */
export async function acceptNote(unit: Unit, note: OutgoingNote, viewer: Viewer): Promise<Message> {
  const { clientId } = note;
  const messageId = unit.context.newId();
  const first = await takeKey(unit, { clientId, asked: askedOf('note', note), messageId }, viewer);
  if (first) return first;
  const conversation = await unit.conversation(note.conversationId, viewer);
  checkNote(note.text);
  const message: Message = {
    ...newMessage(unit, conversation),
    id: messageId,
    clientId,
    direction: 'note',
    author: authorOf(viewer.agent),
    content: { kind: 'text', text: note.text },
  };
  await unit.putConversation(applyOutgoing(conversation, message), [{ message, address: null }]);
  return message;
}

function askedOf(command: 'send' | 'note', body: OutgoingMessage | OutgoingNote): string {
  return digest(canonicalJson({ ...body, command }));
}

/**
 * Takes a client id, or gives the message it stands for already. Whoever takes the same id at the same time waits here
 * until the first is committed or gone.
 */
async function takeKey(
  unit: Unit,
  key: { readonly clientId: string; readonly asked: string; readonly messageId: string },
  viewer: Viewer,
): Promise<Message | null> {
  const { clientId, asked, messageId } = key;
  const taken = await unit.sql.query(
    `insert into accepted (tenant, client_id, asked, message_id) values ($1, $2, $3, $4)
     on conflict do nothing returning client_id`,
    [unit.tenant, clientId, asked, messageId],
  );
  if (taken.length > 0) return null;
  const [row] = await unit.sql.query<{ asked: string; message_id: string }>(
    'select asked, message_id from accepted where tenant = $1 and client_id = $2',
    [unit.tenant, clientId],
  );
  if (row?.asked !== asked) throw new AdapterError('key-reused', `client id ${clientId} stands for something else`);
  const message = await readMessage(unit.sql, unit.tenant, row.message_id);
  if (message) await unit.conversation(message.conversationId, viewer);
  return message;
}

/** Which of the conversation's addresses the message goes to. */
function targetOf(
  conversation: Conversation,
  { channel, accountId }: OutgoingMessage,
  channels: readonly ChannelKind[],
): ConversationChannel {
  if (!channels.includes(channel)) throw new AdapterError('unsupported', `nothing can be sent on ${channel} here`);
  const own = conversation.channels.filter(
    (used) => used.channel === channel && (accountId === null || (used.accountId ?? accountId) === accountId),
  );
  const target = channelTarget(own.length > 0 ? { ...conversation, channels: own } : conversation, channel);
  if (!target) throw new AdapterError('invalid', `no address on ${channel}`, { path: 'channel' });
  if (target.consent === 'denied') throw new AdapterError('forbidden', `the recipient opted out of ${channel}`);
  return target;
}

function checkWindow({ content }: OutgoingMessage, target: ConversationChannel, now: number): void {
  const { state } = channelWindow(target, now);
  if (state === 'open' || (state === 'template-only' && content.kind === 'template')) return;
  const allowed = state === 'closed' ? 'nothing' : 'templates only';
  throw new AdapterError('window-closed', `${target.channel} allows ${allowed}`);
}

/** A number that was known from another channel is from now on an address of this one too. */
function withChannel(conversation: Conversation, target: ConversationChannel): Conversation {
  const isKnown = conversation.channels.some(
    ({ channel, address }) => channel === target.channel && address === target.address,
  );
  return isKnown ? conversation : { ...conversation, channels: [...conversation.channels, target] };
}

async function queue(unit: Unit, { id, conversationId, position }: Message): Promise<void> {
  await unit.sql.query('insert into dispatch (tenant, message_id, conversation_id, position) values ($1, $2, $3, $4)', [
    unit.tenant,
    id,
    conversationId,
    position,
  ]);
}
