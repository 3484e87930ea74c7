// Gateways, their database, and the business they are measured with.
import { spawn } from 'node:child_process';
import { mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mintToken } from '../../examples/erp/server/token.ts';
import { startPostgres } from '../../gateway/test/postgres.ts';
import { aConversation, aRecipient, aRecipientSummary } from '../../src/testing/builders.ts';

export const tenant = 'bench';
export const hookPath = '/v1/hooks/cm/a-secret-of-twenty-letters/messages';
const secret = 'a secret for the benchmark, long enough';
const main = new URL('../../gateway/src/main.ts', import.meta.url).pathname;
const simulatorMain = new URL('../../gateway/src/simulator/main.ts', import.meta.url).pathname;

/** How many co-workers, each with customers of their own. */
export const coWorkers = 500;
export const customers = 2_000;

export const ownerOf = (customer) => `co-worker-${customer % coWorkers}`;
export const numberOf = (customer) => `+3160${String(1_000_000 + customer).padStart(7, '0')}`;

export function tokenFor(sub, roles = []) {
  return mintToken({ sub, tenant, branches: '*', roles }, secret, Date.now());
}

/** Starts what was asked for. @returns `{ urls, usage(), close() }` */
export async function startGateways({ database, instances }) {
  const folder = mkdtempSync(join(tmpdir(), 'gateway-bench-'));
  const postgres = database === 'postgres' ? await startPostgres() : null;
  const simulator = await startNode(join(folder, 'simulator.log'), simulatorMain, {
    SIMULATOR_PORT: '0',
    SIMULATOR_HOOK_URL: 'http://127.0.0.1:9/none',
    SIMULATOR_PRODUCT_TOKEN: 'token',
  });
  await fetch(`${simulator.url}/faults`, { method: 'PUT', body: JSON.stringify({ silence: true }) });
  const environment = {
    GATEWAY_PORT: '0',
    GATEWAY_TOKEN_SECRET: secret,
    CM_TENANT: tenant,
    CM_FROM: '3669',
    CM_PRODUCT_TOKEN: 'token',
    CM_HOOK_SECRET: 'a-secret-of-twenty-letters',
    CM_URL: `${simulator.url}/v1.0/message`,
    ...(postgres ? { DATABASE_URL: postgres.url } : { GATEWAY_DATA: folder }),
  };
  const gateways = [];
  for (let index = 0; index < instances; index += 1)
    gateways.push(await startNode(join(folder, `gateway-${index}.log`), main, environment));
  await fill(gateways[0].url);
  return {
    urls: gateways.map(({ url }) => url),
    usage: () => usageOf(gateways, postgres),
    async close() {
      for (const { child } of [...gateways, simulator]) child.kill('SIGKILL');
      await postgres?.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Processor time in seconds and memory in MB: of the gateways, and of the database where it is a server. */
function usageOf(gateways, postgres) {
  const own = gateways.map(({ child }) => processUsage(child.pid));
  return {
    cpu: sum(own.map(({ cpu }) => cpu)),
    databaseCpu: postgres ? sum(serverProcesses(postgres.url).map((pid) => processUsage(pid).cpu)) : 0,
    memory: sum(own.map(({ memory }) => memory)) / own.length,
  };
}

function processUsage(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const memory = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  return { cpu: (Number(fields[11]) + Number(fields[12])) / 100, memory };
}

/** The server with this port, and the processes it made for its connections. */
function serverProcesses(url) {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const read = (pid, file) => {
    try {
      return readFileSync(`/proc/${pid}/${file}`, 'utf8');
    } catch {
      return ''; // it ended
    }
  };
  const port = new URL(url).port;
  const server = pids.find(
    (pid) => /postgres\0.*-p\0/s.test(read(pid, 'cmdline')) && read(pid, 'cmdline').includes(`\0${port}\0`),
  );
  return pids.filter((pid) => pid === server || read(pid, 'stat').split(') ').at(-1)?.split(' ')[1] === server);
}

const sum = (numbers) => numbers.reduce((total, each) => total + each, 0);

/** Its log goes to a file: reading it would cost the one who measures. */
async function startNode(log, file, environment) {
  const output = openSync(log, 'w');
  const child = spawn(process.execPath, [file], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', output, output],
  });
  for (let tries = 0; tries < 600; tries += 1) {
    const said = readFileSync(log, 'utf8');
    const url = /"event":"ready","url":"([^"]+)"/.exec(said)?.[1];
    if (url) return { child, url };
    if (child.exitCode !== null) throw new Error(`${file} did not start: ${said.slice(-500)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${file} did not start`);
}

/** Every customer has a conversation, and every conversation an owner. */
async function fill(url) {
  const recipients = Array.from({ length: customers }, (_, index) =>
    aRecipient({ id: `r${index}`, addresses: [{ channel: 'phone', value: numberOf(index) }], branchId: null }),
  );
  const conversations = recipients.map((recipient, index) =>
    aConversation({
      id: `c${index}`,
      recipient: aRecipientSummary(recipient),
      coWorkerId: ownerOf(index),
      branchId: null,
      state: 'assigned',
      channels: [
        {
          channel: 'sms',
          accountId: null,
          address: numberOf(index),
          lastIncomingAt: null,
          consent: 'unknown',
          overrides: null,
        },
      ],
    }),
  );
  const response = await fetch(`${url}/v1/import`, {
    method: 'POST',
    headers: { authorization: `Bearer ${tokenFor('host', ['admin'])}`, 'content-type': 'application/json' },
    body: JSON.stringify({ recipients, conversations }),
  });
  if (!response.ok) throw new Error(await response.text());
}
