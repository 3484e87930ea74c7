import '../conversation-provider/define.ts';
import { define } from '../tags.ts';
import { ConversationMonitor } from './conversation-monitor.ts';

define('conversation-monitor', ConversationMonitor);
