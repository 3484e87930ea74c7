import '../conversation-provider/define.ts';
import { define } from '../tags.ts';
import { MyConversations } from './my-conversations.ts';

// Whoever imports this module only has its types, too.
export type { ConversationElementsEventMap } from '../events.ts';
export type { MyConversations } from './my-conversations.ts';

define('my-conversations', MyConversations);
