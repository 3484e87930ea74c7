import '../conversation-provider/define.ts';
import { define } from '../tags.ts';
import { ConversationMonitor } from './conversation-monitor.ts';

// Whoever imports this module only has its types, too.
export type { ConversationElementsEventMap } from '../events.ts';
export type { ConversationMonitor } from './conversation-monitor.ts';

define('conversation-monitor', ConversationMonitor);
