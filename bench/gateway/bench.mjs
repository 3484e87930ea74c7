// `npm run bench:gateway [-- --quick]`: messages a second and milliseconds to a subscribed client, as a table.
// Load and gateways share the machine: the processor time a message costs says more than the rate where others work too.
import { availableParallelism, loadavg } from 'node:os';
import { asFastAsPossible, atRate, inbound, openStreams, percentile, send } from './load.mjs';
import { startGateways } from './setup.mjs';

const isQuick = process.argv.includes('--quick');
const seconds = isQuick ? 3 : 10;
const steadyRate = 500;
const streams = 500;
const subjects = [
  { name: 'PGlite, 1 instance', database: 'pglite', instances: 1 },
  { name: 'PostgreSQL, 1 instance', database: 'postgres', instances: 1 },
  { name: 'PostgreSQL, 2 instances', database: 'postgres', instances: 2 },
];
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length);

const turns = (urls) => {
  let turn = 0;
  return () => urls[(turn += 1) % urls.length];
};

/** How long messages take to a client that listens, at a steady rate. */
async function latency(urls, next, rate) {
  const started = [];
  const times = [];
  const close = await openStreams(urls, streams, 'mine', (id, at) => {
    if (started[id] === undefined) return;
    times.push(at - started[id]);
    delete started[id];
  });
  const { failed, seconds: took } = await atRate(seconds, rate, (index) => {
    started[index] = performance.now();
    return inbound(next(), `Steady <${index}>`);
  });
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  close();
  return { times, failed, rate: (seconds * rate) / took };
}

/** Nothing is left to hand over: what is measured next has the gateways to itself. */
async function handedOver([url]) {
  for (;;) {
    const text = await (await fetch(`${url}/metrics`)).text();
    if (/^gateway_hand_overs_waiting 0$/m.test(text)) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function measure({ name, database, instances }) {
  const gateways = await startGateways({ database, instances });
  try {
    const next = turns(gateways.urls);
    const ms = (part, times) => Math.round(percentile(times, part) * 10) / 10;
    await asFastAsPossible(2, 32, () => inbound(next(), 'Warm'));
    const before = gateways.usage();
    const taken = await asFastAsPossible(seconds, 64, () => inbound(next(), 'Taken in'));
    const after = gateways.usage();
    const accepted = await asFastAsPossible(seconds, 64, () => send(next(), 'Accepted'));
    await handedOver(gateways.urls);
    const calm = await latency(gateways.urls, next, 100);
    const busy = await latency(gateways.urls, next, steadyRate);
    const perMessage = (field) => Math.round(((after[field] - before[field]) * 1e5) / taken.times.length) / 100;
    return {
      subject: name,
      'in /s': Math.round(taken.rate),
      'accepted /s': Math.round(accepted.rate),
      'p50 @100': ms(0.5, calm.times),
      'p95 @100': ms(0.95, calm.times),
      'p99 @100': ms(0.99, calm.times),
      [`reached @${steadyRate}`]: Math.round(busy.rate),
      [`p50 @${steadyRate}`]: ms(0.5, busy.times),
      [`p95 @${steadyRate}`]: ms(0.95, busy.times),
      [`p99 @${steadyRate}`]: ms(0.99, busy.times),
      'CPU ms/message': perMessage('cpu'),
      'database CPU ms': perMessage('databaseCpu'),
      'memory MB': Math.round(gateways.usage().memory),
      failed: taken.failed + accepted.failed + calm.failed + busy.failed,
    };
  } finally {
    await gateways.close();
  }
}

const rows = [];
for (const subject of subjects.filter(({ name }) => only === undefined || name.includes(only)))
  rows.push(await measure(subject));

const columns = Object.keys(rows[0]);
const line = (cells) => `| ${cells.join(' | ')} |`;
console.log(
  `${availableParallelism()} cores, load before ${loadavg()[2].toFixed(1)}, Node ${process.version}, ${streams} streams\n`,
);
console.log(line(columns));
console.log(line(columns.map((_, index) => (index === 0 ? '---' : '---:'))));
for (const row of rows) console.log(line(columns.map((column) => String(row[column]))));
