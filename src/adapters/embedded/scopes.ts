import type { Conversation } from '../../domain/model.ts';
import type { ConversationScope } from '../../domain/queries.ts';
import type { CoWorker } from '../../domain/model.ts';

/** The scopes a conversation lies in, as keys of lists and of the feed. */
export function scopesOf(conversation: Conversation): readonly string[] {
  return [
    'all',
    `recipient:${conversation.recipient.id}`,
    ...(conversation.coWorkerId === null ? [] : [`mine:${conversation.coWorkerId}`]),
    branchKey(conversation.branchId),
  ];
}

/** The key of the scope an agent asks for. */
export function scopeKey(scope: ConversationScope, agent: CoWorker): string {
  switch (scope.kind) {
    case 'all':
      return 'all';
    case 'mine':
      return `mine:${agent.id}`;
    case 'branch':
      return branchKey(agent.branchId);
    case 'recipient':
      return `recipient:${scope.recipientId}`;
    default:
      return scope satisfies never;
  }
}

function branchKey(branchId: string | null): string {
  return branchId === null ? 'no-branch' : `branch:${branchId}`;
}
