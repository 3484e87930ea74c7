import { previewOf } from '../../domain/preview.ts';
import type { Conversation, CoWorker, Message } from '../../domain/model.ts';
import type { ConversationQuery } from '../../domain/queries.ts';

export function matchesQuery(query: ConversationQuery, conversation: Conversation, _agent: CoWorker): boolean {
  const { states, channels, coWorkerIds, branchIds, tags, unreadOnly, startedFrom, startedBefore } = query;
  if (states && !states.includes(conversation.state)) return false;
  if (channels && !conversation.channels.some(({ channel }) => channels.includes(channel))) return false;
  if (coWorkerIds && !coWorkerIds.includes(conversation.coWorkerId)) return false;
  if (branchIds && !branchIds.includes(conversation.branchId)) return false;
  if (tags && !tags.some((tag) => conversation.tags.includes(tag))) return false;
  if (unreadOnly && conversation.unreadCount === 0) return false;
  if (startedFrom !== undefined && conversation.startedAt < startedFrom) return false;
  return startedBefore === undefined || conversation.startedAt < startedBefore;
}

export function applyOutgoing(conversation: Conversation, message: Message): Conversation {
  return {
    ...conversation,
    version: conversation.version + 1,
    lastMessage: previewOf(message),
    lastActivityAt: Math.max(conversation.lastActivityAt, message.at),
    waitingSince: message.direction === 'outgoing' ? null : conversation.waitingSince,
  };
}
