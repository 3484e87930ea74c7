import { AdapterError } from '../../ports/adapter-error.ts';
import { canonicalJson } from './cursors.ts';
import { applyOutgoing } from './provisional.ts';
import type { Unit } from './unit.ts';
import type { CoWorker, Conversation, Message } from '../../domain/model.ts';
import type { OutgoingMessage, OutgoingNote } from '../../ports/adapter.ts';

/** Stores a message for the customer: key, message, conversation, feed and hand-over in one transaction. */
export async function acceptMessage(unit: Unit, outgoing: OutgoingMessage, agent: CoWorker): Promise<Message> {
  const body = canonicalJson({ ...outgoing, command: 'send' });
  const first = await firstResult(unit, outgoing.clientId, body);
  if (first) return first;
  const conversation = await conversationOf(unit, outgoing.conversationId);
  const message: Message = {
    ...(await blank(unit, conversation, agent)),
    clientId: outgoing.clientId,
    direction: 'outgoing',
    channel: outgoing.channel,
    accountId: outgoing.accountId,
    content: outgoing.content,
    status: 'accepted',
    statusTimes: { accepted: unit.now },
    replyToId: outgoing.replyToId,
  };
  await unit.tx.put('accepted', { clientId: outgoing.clientId, fingerprint: body, messageId: message.id });
  await unit.putConversation(applyOutgoing(conversation, message), [message]);
  return message;
}

/** Stores a note for colleagues. */
export async function acceptNote(unit: Unit, note: OutgoingNote, agent: CoWorker): Promise<Message> {
  const body = canonicalJson({ ...note, command: 'note' });
  const first = await firstResult(unit, note.clientId, body);
  if (first) return first;
  const conversation = await conversationOf(unit, note.conversationId);
  const message: Message = {
    ...(await blank(unit, conversation, agent)),
    clientId: note.clientId,
    direction: 'note',
    content: { kind: 'text', text: note.text },
  };
  await unit.tx.put('accepted', { clientId: note.clientId, fingerprint: body, messageId: message.id });
  await unit.putConversation(applyOutgoing(conversation, message), [message]);
  return message;
}

/** The conversation, or `not-found`. */
export async function conversationOf(unit: Unit, id: string): Promise<Conversation> {
  const row = await unit.tx.get('conversations', id);
  if (!row) throw new AdapterError('not-found', `no conversation ${id}`);
  return row.conversation;
}

async function firstResult(unit: Unit, clientId: string, body: string): Promise<Message | null> {
  const accepted = await unit.tx.get('accepted', clientId);
  if (!accepted) return null;
  if (accepted.fingerprint !== body) {
    throw new AdapterError('key-reused', `client id ${clientId} was used for something else`);
  }
  return (await unit.tx.get('messages', accepted.messageId))?.message ?? null;
}

async function blank(unit: Unit, conversation: Conversation, agent: CoWorker): Promise<Message> {
  return {
    id: unit.newId('message'),
    clientId: null,
    conversationId: conversation.id,
    recipientId: conversation.recipient.id,
    position: await unit.nextPosition(conversation.id),
    version: 1,
    direction: 'event',
    channel: null,
    accountId: null,
    author: { kind: 'co-worker', id: agent.id, name: agent.name },
    at: unit.now,
    content: { kind: 'text', text: '' },
    status: null,
    statusTimes: {},
    failure: null,
    replyToId: null,
    reactions: [],
    editedAt: null,
    deletedAt: null,
  };
}
