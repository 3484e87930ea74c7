import { define } from '../tags.ts';
import { ChannelComposer } from './channel-composer.ts';

// Whoever imports this module only has its types, too.
export type { ConversationElementsEventMap } from '../events.ts';
export type { ChannelComposer } from './channel-composer.ts';

define('channel-composer', ChannelComposer);
