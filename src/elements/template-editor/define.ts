import '../conversation-provider/define.ts';
import { define } from '../tags.ts';
import { TemplateEditor } from './template-editor.ts';

// Whoever imports this module only has its types, too.
export type { ConversationElementsEventMap } from '../events.ts';
export type { TemplateEditor } from './template-editor.ts';

define('template-editor', TemplateEditor);
