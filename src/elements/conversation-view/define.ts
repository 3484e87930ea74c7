import '../conversation-list/define.ts';
import '../conversation-provider/define.ts';
import '../conversation-timeline/define.ts';
import { afterPaint } from '../../dom/after-paint.ts';
import { keepLoading } from '../../dom/keep-loading.ts';
import { nextTask } from '../../dom/next-task.ts';
import { define } from '../tags.ts';
import { ConversationView } from './conversation-view.ts';

// Whoever imports this module only has its types, too.
export type { ConversationElementsEventMap } from '../events.ts';
export type { ConversationView } from './conversation-view.ts';

define('conversation-view', ConversationView);
// Reading comes before writing, and looking up after both: the session is asked for first, then the composer, and the details
// when something is on screen. A chunk that cannot be loaded is told by the provider, whose session comes from the same place.
// Evaluated on a server nothing is shown, and nothing has to come.
if ('document' in globalThis) {
  void nextTask().then(() => keepLoading(() => import('../channel-composer/define.ts')));
  void afterPaint().then(() => keepLoading(() => import('../conversation-details/define.ts')));
}
