import type { Author, Message } from '../../domain/model.ts';
import type { OutboxEntry } from '../../ports/storage.ts';

/** How an entry of the outbox looks in a timeline: a message of this agent, after all that was accepted before it. */
export function messageOfEntry(entry: OutboxEntry, author: Author): Message {
  const { clientId, command, target, content, state, queuedAt } = entry;
  return {
    id: clientId,
    clientId,
    conversationId: target.conversationId,
    recipientId: target.recipientId,
    position: Number.MAX_SAFE_INTEGER - 1e9 + entry.order,
    version: 0,
    direction: command === 'note' ? 'note' : 'outgoing',
    channel: target.channel,
    accountId: target.accountId,
    author,
    at: queuedAt,
    content,
    status: state,
    statusTimes: { queued: queuedAt },
    failure: entry.failure,
    replyToId: entry.replyToId,
    reactions: [],
    editedAt: null,
    deletedAt: null,
  };
}
