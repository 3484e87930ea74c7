import { define } from '../tags.ts';
import { ConversationTimeline } from './conversation-timeline.ts';

// Whoever imports this module only has its types, too.
export type { ConversationElementsEventMap } from '../events.ts';
export type { ConversationTimeline } from './conversation-timeline.ts';

define('conversation-timeline', ConversationTimeline);
