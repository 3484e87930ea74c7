import type { ConversationScope, MessageQuery } from '../../domain/queries.ts';

/** Which messages a timeline shows: of one conversation, of one recipient across all, or the last 100 in scope. */
export type History = 'conversation' | 'recipient' | 'recent';

/** What an element was told about the messages to show. */
export interface HistoryFacts {
  readonly history: History;
  readonly conversationId: string | null;
  readonly recipientId: string | null;
  readonly scope: ConversationScope['kind'];
}

/** The question for these messages; `null` while something is missing. */
export function queryOf({ history, conversationId, recipientId, scope }: HistoryFacts): MessageQuery | null {
  if (history === 'recent') {
    if (scope !== 'recipient') return { kind: 'recent', scope: { kind: scope } };
    return recipientId === null ? null : { kind: 'recent', scope: { kind: scope, recipientId } };
  }
  if (history === 'recipient') return recipientId === null ? null : { kind: 'recipient', recipientId };
  return conversationId === null ? null : { kind: 'conversation', conversationId };
}

/** What an agent can choose between, by what the element knows. */
export function choicesOf({ conversationId, recipientId }: HistoryFacts): readonly History[] {
  return [
    ...(conversationId === null ? [] : (['conversation'] as const)),
    ...(recipientId === null ? [] : (['recipient'] as const)),
    'recent',
  ];
}
