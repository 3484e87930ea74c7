import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { tokenSecret } from './harness.ts';

const usualMain = join(import.meta.dirname, '../src/main.ts');

/** A gateway in a process of its own. */
export interface GatewayProcess {
  readonly url: string;
  /** Ends it at once, wherever it is: no handler runs, nothing is finished. */
  kill(): Promise<void>;
  /** Resolves when it ended by itself. */
  readonly ended: Promise<number | null>;
  /** Asks it to end, and waits until it did. */
  stop(): Promise<number | null>;
  /** Everything it wrote. */
  readonly log: () => string;
}

/** Starts a gateway and waits until it answers. */
export async function startProcess(
  environment: Readonly<Record<string, string>>,
  main = usualMain,
): Promise<GatewayProcess> {
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, GATEWAY_PORT: '0', GATEWAY_TOKEN_SECRET: tokenSecret, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  child.stdout.on('data', (chunk: Buffer) => (log += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const url = await urlOf(child, () => log);
  return {
    url,
    ended,
    log: () => log,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    stop() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

function urlOf(child: ChildProcess, log: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error(`the gateway did not start: ${log()}`)));
    child.stdout?.on('data', () => {
      const url = /"event":"ready","url":"([^"]+)"/.exec(log())?.[1];
      if (url !== undefined) resolve(url);
    });
  });
}
