import { ConversationList } from './conversation-list/conversation-list.ts';
import { define, type DefineOptions } from './tags.ts';

/**
 * Registers every element, under other tags if wanted: `defineAll({ prefix: 'acme' })` makes `acme-conversation-view`.
 * Elements inside elements follow.
 */
export function defineAll(options: DefineOptions = {}): void {
  define('conversation-list', ConversationList, options);
}
