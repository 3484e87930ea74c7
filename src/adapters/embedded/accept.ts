import { AdapterError } from '../../ports/adapter-error.ts';
import { checkContent, checkNote } from './check-content.ts';
import { canonicalJson } from './cursors.ts';
import { authorOf, newMessage } from './new-messages.ts';
import { takeEarlyStatuses } from './statuses.ts';
import { channelTarget, channelWindow } from '../../domain/channel-choice.ts';
import { applyOutgoing } from '../../domain/conversation-rules.ts';
import type { Unit } from './unit.ts';
import type { ChannelKind, Conversation, ConversationChannel, CoWorker, Message } from '../../domain/model.ts';
import type { OutgoingMessage, OutgoingNote } from '../../ports/adapter.ts';

/**
 * Stores a message for the customer: key, message, conversation, feed and hand-over, all in the unit's transaction. The
 * same client id and body again gives the message stored first.
 */
export async function acceptMessage(unit: Unit, outgoing: OutgoingMessage, agent: CoWorker): Promise<Message> {
  const asked = canonicalJson({ ...outgoing, command: 'send' });
  const first = await firstResult(unit, outgoing.clientId, asked);
  if (first) return first;
  const conversation = await unit.conversation(outgoing.conversationId);
  const target = targetOf(conversation, outgoing, unit.context.channels);
  checkContent(outgoing.content, target);
  checkWindow(outgoing, target, unit.now);
  const accepted: Message = {
    ...(await newMessage(unit, conversation)),
    clientId: outgoing.clientId,
    direction: 'outgoing',
    channel: outgoing.channel,
    accountId: outgoing.accountId ?? target.accountId,
    author: authorOf(agent),
    content: outgoing.content,
    status: 'accepted',
    statusTimes: { accepted: unit.now },
    replyToId: outgoing.replyToId,
  };
  const message = await takeEarlyStatuses(unit, accepted);
  await keepKey(unit, outgoing.clientId, { asked, messageId: message.id });
  const next = applyOutgoing(withChannel(conversation, target), message);
  await unit.putConversation(next, [{ message, address: target.address }]);
  // A status that was waiting proves that the provider has this message: it must not get it again.
  if (message.status === 'accepted') await queue(unit, message);
  return message;
}

/** Stores a note for colleagues; nothing of it leaves the business. */
export async function acceptNote(unit: Unit, note: OutgoingNote, agent: CoWorker): Promise<Message> {
  const asked = canonicalJson({ ...note, command: 'note' });
  const first = await firstResult(unit, note.clientId, asked);
  if (first) return first;
  const conversation = await unit.conversation(note.conversationId);
  checkNote(note.text);
  const message: Message = {
    ...(await newMessage(unit, conversation)),
    clientId: note.clientId,
    direction: 'note',
    author: authorOf(agent),
    content: { kind: 'text', text: note.text },
  };
  await keepKey(unit, note.clientId, { asked, messageId: message.id });
  await unit.putConversation(applyOutgoing(conversation, message), [{ message, address: null }]);
  return message;
}

async function firstResult(unit: Unit, clientId: string, asked: string): Promise<Message | null> {
  if (typeof clientId !== 'string' || clientId === '' || clientId.length > 200) {
    throw new AdapterError('invalid', 'a client id is a text of 1 to 200 characters', { path: 'clientId' });
  }
  const accepted = await unit.tx.get('accepted', clientId);
  if (!accepted) return null;
  if (accepted.asked !== asked) throw new AdapterError('key-reused', `client id ${clientId} stands for something else`);
  return (await unit.tx.get('messages', accepted.messageId))?.message ?? null;
}

function keepKey(
  unit: Unit,
  clientId: string,
  key: { readonly asked: string; readonly messageId: string },
): Promise<void> {
  return unit.tx.put('accepted', { clientId, ...key });
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
  throw new AdapterError(
    'window-closed',
    `${target.channel} allows ${state === 'closed' ? 'nothing' : 'templates only'}`,
  );
}

/** A number that was known from another channel is from now on an address of this one too. */
function withChannel(conversation: Conversation, target: ConversationChannel): Conversation {
  const isKnown = conversation.channels.some(
    ({ channel, address }) => channel === target.channel && address === target.address,
  );
  return isKnown ? conversation : { ...conversation, channels: [...conversation.channels, target] };
}

function queue(unit: Unit, { id, conversationId, position }: Message): Promise<void> {
  return unit.tx.put('dispatches', {
    messageId: id,
    conversationId,
    position,
    state: 'waiting',
    holder: null,
    leaseUntil: 0,
  });
}
