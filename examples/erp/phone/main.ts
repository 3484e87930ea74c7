import { loadLinkifier } from '../../../src/dom/linkify.ts';
import { openLocalBackend } from '../local-backend.ts';
import { applyOptions, readOptions } from '../page-options.ts';
import { coWorkers } from '../seed/settings.ts';
import { GatewayLine } from './gateway-line.ts';
import { LocalLine } from './local-line.ts';
import { PhoneApp } from './phone-app.ts';

/** The customer's phone: works with the ERP page open or closed. */
async function start(): Promise<void> {
  const root = document.querySelector<HTMLElement>('#phone');
  if (!root) throw new Error('the page has no #phone');
  const options = readOptions(location.search, navigator.language);
  applyOptions(options, document.documentElement);
  await loadLinkifier();
  const line =
    options.backend === 'gateway' ? new GatewayLine() : new LocalLine(openLocalBackend(coWorkers[0]?.id ?? ''));
  await new PhoneApp(root, options, line).start();
}

await start();
