import '../conversation-list/define.ts';
import '../conversation-provider/define.ts';
import '../conversation-timeline/define.ts';
import { define } from '../tags.ts';
import { ConversationView } from './conversation-view.ts';

define('conversation-view', ConversationView);
// Reading comes before writing: the composer follows in a chunk of its own while the messages are loaded. A chunk that
// cannot be loaded is told by the provider, whose session comes from the same place.
void import('../channel-composer/define.ts');
void import('../conversation-details/define.ts');
