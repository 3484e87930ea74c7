import { define } from '../tags.ts';
import { ConversationTimeline } from './conversation-timeline.ts';

define('conversation-timeline', ConversationTimeline);
