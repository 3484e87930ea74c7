import { afterPaint } from '../../dom/after-paint.ts';
import { define } from '../tags.ts';
import { ConversationList } from './conversation-list.ts';
import { soonChunk } from './soon-chunk.ts';

// Whoever imports this module only has its types, too.
export type { ConversationElementsEventMap } from '../events.ts';
export type { ConversationList } from './conversation-list.ts';

define('conversation-list', ConversationList);
// Before the first list: what was saved of how it is looked at is read by it.
void afterPaint().then(() => soonChunk.load());
