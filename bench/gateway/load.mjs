// What a provider and browsers do to gateways: webhooks, streams, sends. Plain node:http, so that measuring costs little.
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { coWorkers, customers, hookPath, numberOf, ownerOf, tokenFor } from './setup.mjs';

const agent = new Agent({ keepAlive: true, maxSockets: 256 });
const streamAgent = new Agent({ keepAlive: true, maxSockets: Infinity });

function post(url, path, body, headers = {}) {
  return new Promise((resolve, reject) => {
    const text = JSON.stringify(body);
    const call = request(
      url + path,
      {
        method: 'POST',
        agent,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text), ...headers },
      },
      (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode));
        response.on('error', reject);
      },
    );
    call.on('error', reject);
    call.end(text);
  });
}

let written = 0;

/** One customer writes; resolves with the status when the gateway has answered. */
export function inbound(url, text) {
  written += 1;
  return post(url, hookPath, {
    reference: randomUUID(),
    messageContext: '',
    from: { number: numberOf(written % customers), name: '' },
    to: { number: '3669' },
    message: { text, media: { mediaUri: '', contentType: '', title: '' }, custom: {} },
    groupings: ['', '', ''],
    timeUtc: new Date().toISOString().slice(0, 19),
    channel: 'SMS',
  });
}

const tokens = new Map();
const tokenOf = (owner) => tokens.get(owner) ?? tokens.set(owner, tokenFor(owner)).get(owner);
let sent = 0;

/** One co-worker sends to one of the own customers. */
export function send(url, text) {
  sent += 1;
  const customer = sent % customers;
  const body = { conversationId: `c${customer}`, channel: 'sms', accountId: null, replyToId: null };
  const headers = { authorization: `Bearer ${tokenOf(ownerOf(customer))}`, 'idempotency-key': randomUUID() };
  return post(url, '/v1/messages', { ...body, content: { kind: 'text', text } }, headers);
}

/** So many streams, one a co-worker, spread over the instances. `heard(id, at)` is called for each `<id>` in a text. */
export async function openStreams(urls, count, scope, heard) {
  const calls = [];
  await Promise.all(
    Array.from({ length: count }, (_, index) => {
      const url = urls[index % urls.length];
      const headers = { authorization: `Bearer ${tokenOf(`co-worker-${index % coWorkers}`)}` };
      return new Promise((resolve, reject) => {
        const call = request(`${url}/v1/events?scope=${scope}`, { agent: streamAgent, headers }, (response) => {
          if (response.statusCode !== 200) reject(new Error(`stream: ${response.statusCode}`));
          let rest = '';
          response.setEncoding('utf8');
          response.on('data', (chunk) => {
            if (chunk.includes('event: ready')) resolve();
            rest = readIds(rest + chunk, heard);
          });
          response.on('error', () => undefined);
        });
        call.on('error', () => undefined);
        call.end();
        calls.push(call);
      });
    }),
  );
  return () => calls.forEach((call) => call.destroy());
}

/** Ids stand in texts as `<id>`; JSON leaves them as they are. The list's preview names them too: the first counts. */
function readIds(text, heard) {
  const at = performance.now();
  for (const [, id] of text.matchAll(/<(\d+)>/g)) heard(Number(id), at);
  const end = text.lastIndexOf('\n');
  return text.slice(end + 1);
}

/** Calls as fast as so many at once get through. @returns calls that succeeded and how long each took, ms */
export async function asFastAsPossible(seconds, atOnce, call) {
  const times = [];
  let failed = 0;
  const end = performance.now() + seconds * 1000;
  const work = async () => {
    while (performance.now() < end) {
      const begun = performance.now();
      if ((await call().catch(() => 0)) === 200) times.push(performance.now() - begun);
      else failed += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return { times, failed, rate: times.length / seconds };
}

/** Calls at a steady rate, whether or not earlier ones were answered: nobody waits for a slow gateway. */
export async function atRate(seconds, perSecond, call) {
  const begun = performance.now();
  const calls = [];
  let failed = 0;
  for (let index = 0; index < seconds * perSecond; index += 1) {
    const due = begun + (index * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait));
    calls.push(
      call(index)
        .catch(() => 0)
        .then((status) => {
          if (status !== 200) failed += 1;
        }),
    );
  }
  await Promise.all(calls);
  return { failed, seconds: (performance.now() - begun) / 1000 };
}

export function percentile(times, part) {
  const sorted = Float64Array.from(times).sort();
  return sorted.length === 0 ? NaN : sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
}
