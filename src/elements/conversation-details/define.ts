import { define } from '../tags.ts';
import { ConversationDetails } from './conversation-details.ts';

// Whoever imports this module only has its types, too.
export type { ConversationElementsEventMap } from '../events.ts';
export type { ConversationDetails } from './conversation-details.ts';

define('conversation-details', ConversationDetails);
