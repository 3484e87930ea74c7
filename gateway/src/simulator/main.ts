import { systemClock } from '../clock.ts';
import { jsonLog } from '../log.ts';
import { listen } from '../serve.ts';
import { Simulator } from './simulator.ts';

const log = jsonLog();
const { SIMULATOR_PORT = '8788', SIMULATOR_HOOK_URL: hookUrl, SIMULATOR_PRODUCT_TOKEN: productToken } = process.env;

if (hookUrl === undefined || productToken === undefined) {
  log('error', 'cannot-start', {
    reason: 'set SIMULATOR_HOOK_URL (…/v1/hooks/cm/<secret> of the gateway) and SIMULATOR_PRODUCT_TOKEN',
  });
  process.exitCode = 1;
} else {
  const simulator = new Simulator({ hookUrl: () => hookUrl, productToken, clock: systemClock });
  const server = await listen(simulator.app, { port: Number(SIMULATOR_PORT), hostname: '127.0.0.1' });
  log('info', 'ready', { url: `http://127.0.0.1:${server.port}` });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      simulator.close();
      void server.close(0);
    });
  }
}
