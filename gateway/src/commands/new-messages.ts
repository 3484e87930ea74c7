import type { Author, Conversation, Message, SystemEvent } from '../../../src/domain/model.ts';
import type { Unit } from '../store/unit.ts';
import type { Viewer } from '../store/viewer.ts';

/** A message of a conversation with nothing in it yet; `offset` counts the ones before it in the same unit. */
export function newMessage(unit: Unit, conversation: Conversation, offset = 0): Message {
  return {
    id: unit.context.newId(),
    clientId: null,
    conversationId: conversation.id,
    recipientId: conversation.recipient.id,
    position: unit.nextPosition(conversation.id) + offset,
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
export function newEvent(
  unit: Unit,
  conversation: Conversation,
  event: SystemEvent,
  { by = null, offset = 0 }: { readonly by?: Viewer | null; readonly offset?: number } = {},
): Message {
  const message = newMessage(unit, conversation, offset);
  return { ...message, author: by ? authorOf(by) : message.author, content: { kind: 'event', event } };
}

/** Whoever asks, as the author of what they write or do. A chatbot signs in with the role that says so. */
export function authorOf({ agent, roles }: Viewer): Author {
  return { kind: roles.includes('bot') ? 'bot' : 'co-worker', id: agent.id, name: agent.name };
}
