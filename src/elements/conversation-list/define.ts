import { define } from '../tags.ts';
import { ConversationList } from './conversation-list.ts';

define('conversation-list', ConversationList);
