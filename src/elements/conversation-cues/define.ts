import '../conversation-provider/define.ts';
import { define } from '../tags.ts';
import { ConversationCues } from './conversation-cues.ts';

define('conversation-cues', ConversationCues);
