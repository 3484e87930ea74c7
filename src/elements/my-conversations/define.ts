import { define } from '../tags.ts';
import { MyConversations } from './my-conversations.ts';

define('my-conversations', MyConversations);
