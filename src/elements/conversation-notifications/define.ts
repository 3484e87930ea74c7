import '../conversation-provider/define.ts';
import { define } from '../tags.ts';
import { ConversationNotifications } from './conversation-notifications.ts';

define('conversation-notifications', ConversationNotifications);
