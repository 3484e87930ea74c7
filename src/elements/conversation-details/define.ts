import { define } from '../tags.ts';
import { ConversationDetails } from './conversation-details.ts';

define('conversation-details', ConversationDetails);
