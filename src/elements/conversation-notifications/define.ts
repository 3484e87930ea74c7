import '../conversation-provider/define.ts';
import { define } from '../tags.ts';
import { ConversationNotifications } from './conversation-notifications.ts';

// Whoever imports this module only has its types, too.
export type { ConversationElementsEventMap } from '../events.ts';
export type { ConversationNotifications } from './conversation-notifications.ts';

define('conversation-notifications', ConversationNotifications);
