import { define } from '../tags.ts';
import { ConversationProvider } from './conversation-provider.ts';

// Whoever imports this module only has its types, too.
export type { ConversationElementsEventMap } from '../events.ts';
export type { ConversationProvider } from './conversation-provider.ts';

define('conversation-provider', ConversationProvider);
