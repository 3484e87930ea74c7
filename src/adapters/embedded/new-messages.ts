import type { Unit } from './unit.ts';
import type { Author, Conversation, CoWorker, Message, SystemEvent } from '../../domain/model.ts';

/** A message of a conversation with nothing in it yet; `offset` counts the ones before it in the same unit. */
export async function newMessage(unit: Unit, conversation: Conversation, offset = 0): Promise<Message> {
  return {
    id: unit.context.newId('message'),
    clientId: null,
    conversationId: conversation.id,
    recipientId: conversation.recipient.id,
    position: (await unit.nextPosition(conversation.id)) + offset,
    version: 1,
    direction: 'event',
    channel: null,
    accountId: null,
    author: { kind: 'system', id: null, name: '' },
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

/** The entry of the timeline that tells what happened. `by` = nobody: it happened by itself. */
export async function newEvent(
  unit: Unit,
  conversation: Conversation,
  event: SystemEvent,
  { by = null, offset = 0 }: { readonly by?: CoWorker | null; readonly offset?: number } = {},
): Promise<Message> {
  const message = await newMessage(unit, conversation, offset);
  return { ...message, author: by ? authorOf(by) : message.author, content: { kind: 'event', event } };
}

/** A co-worker as the author of what they write or do. */
export function authorOf({ id, name }: CoWorker): Author {
  return { kind: 'co-worker', id, name };
}
