import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../gateway/test/contract-server.ts', import.meta.url));

/**
 * A plugin of the test runner: `import { control } from '/virtual/gateway.js'` starts a process with gateways on free
 * ports of this machine, the first time; it ends with the tests.
 */
export function gatewayForTests() {
  let server = null;
  const start = async () => {
    const child = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
    const url = await new Promise((resolve, reject) => {
      createInterface({ input: child.stdout }).once('line', resolve);
      child.once('exit', (code) => reject(new Error(`the gateway for tests ended with ${code}`)));
    });
    return { child, url };
  };
  return {
    name: 'gateway-for-tests',
    async serve(context) {
      if (context.path !== '/virtual/gateway.js') return undefined;
      server ??= start();
      const { url } = await server;
      return { body: `export const control = ${JSON.stringify(url)};`, type: 'js' };
    },
    async serverStop() {
      if (!server) return;
      const { child } = await server;
      if (child.exitCode !== null) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      // It stops its databases by itself; what hangs is killed, by its own number.
      child.stdin.end();
      const timer = setTimeout(() => child.kill('SIGKILL'), 20_000);
      await ended;
      clearTimeout(timer);
    },
  };
}
