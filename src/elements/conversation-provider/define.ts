import { define } from '../tags.ts';
import { ConversationProvider } from './conversation-provider.ts';

define('conversation-provider', ConversationProvider);
