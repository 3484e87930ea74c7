import '../conversation-provider/define.ts';
import { define } from '../tags.ts';
import { MyConversations } from './my-conversations.ts';

define('my-conversations', MyConversations);
