import '../../src/elements/conversation-list/define.ts';
import '../../src/elements/conversation-provider/define.ts';
import '../../src/elements/conversation-view/define.ts';
import '../../src/elements/my-conversations/define.ts';
import { App } from './app.ts';
import { openBackend } from './backend.ts';
import { applyOptions, forgetReset, readOptions } from './page-options.ts';
import { en } from './text/en.ts';
import { nl } from './text/nl.ts';

/** The ERP page: everything begins here. */
async function start(): Promise<void> {
  const root = document.querySelector<HTMLElement>('#app');
  if (!root) throw new Error('the page has no #app');
  const options = readOptions(location.search, navigator.language);
  applyOptions(options, document.documentElement);
  const texts = options.language === 'nl' ? nl : en;
  const backend = await openBackend(options, texts.locale);
  if (options.reset) forgetReset();
  new App(root, options, { backend, texts }).start();
}

await start();
