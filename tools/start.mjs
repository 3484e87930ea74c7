// `npm start`: the ERP demo with gateway and simulated provider, all on one port of this machine.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { adviceFor, startDemo } from '../examples/erp/server/demo-server.ts';
import { buildDemo } from './build-demo.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const port = Number(process.env.PORT ?? 8080);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error(`PORT must be a number from 0 to 65535, not "${process.env.PORT}".`);
  process.exit(1);
}

/** Each port keeps its own data, so that two demos can run side by side; on a free-chosen one it goes with the process. */
function dataFolder(chosen) {
  if (port !== 0) return join(root, '.cache', 'demo-data', String(chosen));
  const folder = mkdtempSync(join(tmpdir(), 'conversation-elements-demo-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Requests are not worth a line here; what goes wrong is. */
function log(level, event, fields) {
  if (level !== 'info') console.error(`${level}: ${event} ${JSON.stringify(fields ?? {})}`);
}

try {
  const demo = await startDemo({ port, dataFolder, pages: buildDemo, log });
  console.log(`The customer's phone is at ${demo.origin}/phone`);
  console.log(`What the provider was asked to send is at ${demo.origin}/simulator/ledger`);
  console.log(`ready ${demo.origin}/`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void demo.close().then(() => process.exit(0)));
} catch (error) {
  const advice = adviceFor(error, port);
  if (advice === null) throw error;
  console.error(advice);
  process.exit(1);
}
