import '../channel-composer/define.ts';
import '../conversation-list/define.ts';
import '../conversation-provider/define.ts';
import '../conversation-timeline/define.ts';
import { define } from '../tags.ts';
import { ConversationView } from './conversation-view.ts';

define('conversation-view', ConversationView);
