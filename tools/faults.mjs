// `npm run test:faults`: the failure suite of the gateway in its long form. Takes minutes; `npm test` runs the short form.
// A seed is printed with each suite; SEED=… npm run test:faults goes the same way again.
import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const gateway = fileURLToPath(new URL('../gateway', import.meta.url));
const files = globSync('test/faults/*.test.ts', { cwd: gateway });
const args = ['--test', '--test-concurrency=1', ...files, join('test', 'kill.test.ts')];
const child = spawn(process.execPath, args, {
  cwd: gateway,
  stdio: 'inherit',
  env: { ...process.env, FAULTS: 'long' },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));
