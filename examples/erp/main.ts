import '../../src/elements/conversation-cues/define.ts';
import '../../src/elements/conversation-list/define.ts';
import '../../src/elements/conversation-monitor/define.ts';
import '../../src/elements/conversation-notifications/define.ts';
import '../../src/elements/conversation-provider/define.ts';
import '../../src/elements/conversation-view/define.ts';
import '../../src/elements/my-conversations/define.ts';
import '../../src/elements/phone-number-conversion/define.ts';
import '../../src/elements/phone-number-field/define.ts';
import { App } from './app.ts';
import { openBackend } from './backend.ts';
import { longConversationId } from './long/long-messages.ts';
import { applyOptions, forgetReset, readOptions } from './page-options.ts';
import { onReset } from './reset-news.ts';
import { Records } from './records.ts';
import { conversationsRoute, hashOf, type Route } from './router.ts';
import { erpTexts } from './text/texts.ts';

/** The ERP page: everything begins here. */
async function start(): Promise<void> {
  const root = document.querySelector<HTMLElement>('#app');
  if (!root) throw new Error('the page has no #app');
  const options = readOptions(location.search, navigator.language);
  applyOptions(options, document.documentElement);
  if (options.isLong && location.hash === '') openAtOnce(longConversationId);
  enterPage();
  const texts = erpTexts[options.language];
  const backend = await openBackend(options, texts.locale);
  if (options.reset) forgetReset();
  onReset(() => location.reload());
  const records = new Records(await backend.contacts.all());
  new App(root, options, { backend, texts, records }).start();
}

/** `/monitor` and `/conversion` are places of this page with an address of their own. */
function enterPage(): void {
  const page = location.pathname.replaceAll('/', '');
  if ((page !== 'monitor' && page !== 'conversion') || location.hash !== '') return;
  const route: Route = page === 'monitor' ? { page, cue: null } : { page: 'conversion' };
  history.replaceState(history.state, '', `/${location.search}${hashOf(route)}`);
}

/** Shows a conversation when the page starts, as if the address had said so. */
function openAtOnce(conversationId: string): void {
  history.replaceState(history.state, '', hashOf(conversationsRoute({ conversationId })));
}

await start();
