import type { Conversation, CoWorker } from '../../domain/model.ts';
import type { ConversationScope } from '../../domain/queries.ts';

/** The scopes a conversation lies in, as keys of lists and of the feed. */
export function scopesOf({ recipient, coWorkerId, branchId }: Conversation): readonly string[] {
  return ['all', recipientScope(recipient.id), ownerScope(coWorkerId), branchScope(branchId)];
}

/** The key of the scope an agent asks for. */
export function scopeKey(scope: ConversationScope, agent: CoWorker): string {
  switch (scope.kind) {
    case 'all':
      return 'all';
    case 'mine':
      return ownerScope(agent.id);
    case 'branch':
      return branchScope(agent.branchId);
    case 'recipient':
      return recipientScope(scope.recipientId);
    default:
      return scope satisfies never;
  }
}

/** Conversations with one recipient. */
export function recipientScope(recipientId: string): string {
  return `recipient:${recipientId}`;
}

/** Conversations of one co-worker, or of nobody. */
export function ownerScope(coWorkerId: string | null): string {
  return coWorkerId === null ? 'nobody' : `mine:${coWorkerId}`;
}

function branchScope(branchId: string | null): string {
  return branchId === null ? 'no-branch' : `branch:${branchId}`;
}
