import { isForward } from '../domain/status-rank.ts';
import type { Conversation, Message } from '../domain/model.ts';

/**
 * The newer of two copies of a message; the same object when the incoming one is a duplicate or late. Delivery status
 * only moves forward, whatever a backend says [I4].
 */
export function mergeMessage(current: Message, incoming: Message): Message {
  if (incoming.version <= current.version) return current;
  if (current.status === null || incoming.status === null || current.status === incoming.status) return incoming;
  if (isForward(current.status, incoming.status)) return incoming;
  const { status, statusTimes, failure } = current;
  return { ...incoming, status, statusTimes: { ...incoming.statusTimes, ...statusTimes }, failure };
}

/** The newer of two copies of a conversation; the same object when the incoming one is a duplicate or late. */
export function mergeConversation(current: Conversation, incoming: Conversation): Conversation {
  return incoming.version > current.version ? incoming : current;
}
