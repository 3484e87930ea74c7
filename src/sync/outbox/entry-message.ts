import type { Author, Message } from '../../domain/model.ts';
import type { OutboxEntry } from '../../ports/storage.ts';

/** Who queued an entry, when, and where it stands in time; in the backend's time. */
export interface EntryPlace {
  readonly author: Author;
  readonly queuedAt: number;
  readonly at: number;
}

/** How an entry of the outbox looks in a timeline. */
export function messageOfEntry(entry: OutboxEntry, { author, queuedAt, at }: EntryPlace): Message {
  const { clientId, command, target, content, state } = entry;
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
    at,
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
