import '../conversation-provider/define.ts';
import { define } from '../tags.ts';
import { TemplateEditor } from './template-editor.ts';

define('template-editor', TemplateEditor);
