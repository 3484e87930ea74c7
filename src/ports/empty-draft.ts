import type { Draft } from './storage.ts';

/** Whether nothing is left to keep: neither a text nor the message that it was to answer. */
export function isEmptyDraft({ text, replyToId }: Pick<Draft, 'text' | 'replyToId'>): boolean {
  return text === '' && replyToId === null;
}
