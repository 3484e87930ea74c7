import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { postgresPrograms } from './postgres-programs.ts';

/** A PostgreSQL server of a test's own. */
export interface TestServer {
  readonly url: string;
  /** Ends it as a power cut would. */
  crash(): Promise<void>;
  /** Ends it as its administrator would. */
  stop(): Promise<void>;
  /** @param mostFileBytes - no file may become larger: what is written behind that fails, as on a full disk */
  start(limits?: { readonly mostFileBytes?: number }): Promise<void>;
  /** Ends it and removes its data. */
  remove(): Promise<void>;
}

/** Makes a server with data of its own on a free port. */
export async function startPostgres(): Promise<TestServer> {
  const programs = postgresPrograms();
  const folder = mkdtempSync(join(tmpdir(), 'gateway-postgres-'));
  const owner = ownerOfServer();
  chmodSync(folder, 0o700);
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const options = { ...owner, stdio: 'ignore', cwd: folder } as const;
  const data = join(folder, 'data');
  const making = ['-D', data, '-U', 'postgres', '-A', 'trust', '-N', '--locale=C', '-E', 'UTF8', '--wal-segsize=1'];
  execFileSync(join(programs, 'initdb'), making, options);
  const port = await freePort();
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  let server: ReturnType<typeof spawn> | null = null;
  const start: TestServer['start'] = async ({ mostFileBytes } = {}) => {
    const settings = ['-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=${folder}`];
    const command = [join(programs, 'postgres'), '-D', data, '-p', String(port), ...settings];
    // The shell's limit is in blocks of 512 bytes; it becomes the server, so signals reach that.
    const limit = mostFileBytes === undefined ? 'unlimited' : String(Math.ceil(mostFileBytes / 512));
    server = spawn('sh', ['-c', `ulimit -S -f ${limit}; exec "$@"`, 'sh', ...command], options);
    await waitUntil(() => answers(url));
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const running = server;
    server = null;
    if (running?.exitCode !== null) return;
    const ended = new Promise((resolve) => running.once('exit', resolve));
    running.kill(signal);
    await ended;
  };
  await start();
  return {
    url,
    start,
    crash: () => end('SIGQUIT'),
    stop: () => end('SIGINT'),
    async remove() {
      await end('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The server refuses to run as root: it runs as the user that Debian's package brings, or as nobody. */
function ownerOfServer(): { readonly uid: number; readonly gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const id = (option: string, user: string): number =>
    Number(execFileSync('id', [option, user], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  for (const user of ['postgres', 'nobody']) {
    try {
      return { uid: id('-u', user), gid: id('-g', user) };
    } catch {
      // there is no such user
    }
  }
  throw new Error('PostgreSQL does not run as root, and there is no user "postgres" or "nobody"');
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function waitUntil(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the server did not start');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
