import '../conversation-provider/define.ts';
import { define } from '../tags.ts';
import { ConversationCues } from './conversation-cues.ts';

// Whoever imports this module only has its types, too.
export type { ConversationElementsEventMap } from '../events.ts';
export type { ConversationCues } from './conversation-cues.ts';

define('conversation-cues', ConversationCues);
