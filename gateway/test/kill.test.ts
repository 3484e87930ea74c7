import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { clientIdOf } from '../../src/domain/cm-messages.ts';
import { statusRank } from '../../src/domain/delivery-status.ts';
import type { Conversation } from '../../src/domain/model.ts';
import { systemClock } from '../src/clock.ts';
import { listen } from '../src/serve.ts';
import type { Listening } from '../src/serve.ts';
import { Simulator } from '../src/simulator/simulator.ts';
import { Client, eventually } from './client.ts';
import { startPostgres } from './postgres.ts';
import type { TestServer } from './postgres.ts';
import { startProcess } from './process.ts';
import type { GatewayProcess } from './process.ts';

const tenant = 'killed';
const connection = {
  CM_TENANT: tenant,
  CM_FROM: '3669',
  CM_PRODUCT_TOKEN: 'token',
  CM_HOOK_SECRET: 'a-secret-of-twenty-letters',
  GATEWAY_PROVIDER_TIMEOUT_MS: '2000',
};

/** A provider outside of the gateway's process: its ledger survives every kill. */
async function startProvider(
  gatewayUrl: () => string,
): Promise<{ simulator: Simulator; server: Listening; url: string }> {
  const hookUrl = (): string => `${gatewayUrl()}/v1/hooks/cm/${connection.CM_HOOK_SECRET}`;
  const simulator = new Simulator({ hookUrl, productToken: connection.CM_PRODUCT_TOKEN, clock: systemClock });
  const server = await listen(simulator.app, { port: 0, hostname: '127.0.0.1' });
  return { simulator, server, url: `http://127.0.0.1:${server.port}/v1.0/message` };
}

/** A device that sends until it has an answer, always under the same client id, as an outbox does. */
async function sendUntilAnswered(client: Client, conversation: Conversation, text: string): Promise<string> {
  const clientId = crypto.randomUUID();
  await eventually(
    `"${text}" is accepted`,
    async () => {
      try {
        await client.send(conversation, text, clientId);
        return true;
      } catch {
        return false;
      }
    },
    60_000,
  );
  return clientId;
}

/** What must be true when everything has come to rest: I1 nothing lost, I2 nothing invented, I3 nothing sent twice. */
async function checkInvariants(
  client: Client,
  simulator: Simulator,
  conversations: readonly Conversation[],
  sent: readonly string[],
): Promise<void> {
  const stored = (await Promise.all(conversations.map((conversation) => client.messages(conversation)))).flat();
  const outgoing = stored.filter(({ direction }) => direction === 'outgoing');
  assert.deepEqual(outgoing.map(({ clientId }) => clientId).sort(), [...sent].sort(), 'I1, I2: stored once each');
  const dispatched = simulator.ledger.map(({ reference }) => clientIdOf(reference) ?? reference);
  assert.equal(new Set(dispatched).size, dispatched.length, 'I3: handed over at most once');
  for (const clientId of dispatched) assert.ok(sent.includes(clientId), 'I2: nothing left that nobody sent');
  for (const { clientId, status, statusTimes } of outgoing) {
    const isSent = status !== null && statusRank[status] >= statusRank.sent;
    const isKnown = isSent ? dispatched.includes(clientId ?? '') : statusTimes.unknown !== undefined;
    assert.ok(isKnown, `I4: ${String(clientId)} is ${String(status)}`);
  }
  for (const conversation of conversations) {
    const accepted = outgoing.filter(({ conversationId }) => conversationId === conversation.id);
    const order = accepted.toSorted((a, b) => a.position - b.position).map(({ clientId }) => clientId);
    const left = dispatched.filter((clientId) => order.includes(clientId));
    assert.deepEqual(
      left,
      order.filter((clientId) => left.includes(clientId ?? '')),
      'I5: in order of acceptance',
    );
  }
}

describe('a gateway that is killed again and again', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gateway-kill-'));
  let gateway: GatewayProcess;
  let provider: Awaited<ReturnType<typeof startProvider>>;

  const start = (): Promise<GatewayProcess> =>
    startProcess({ ...connection, CM_URL: provider.url, GATEWAY_DATA: folder });
  before(async () => {
    provider = await startProvider(() => gateway.url);
    gateway = await start();
  });
  after(async () => {
    provider.simulator.close();
    await gateway.kill();
    await provider.server.close(0);
    rmSync(folder, { recursive: true, force: true });
  });

  it('[I1][I2][I3][I5] loses, invents and repeats nothing on the embedded database', async () => {
    const client = new Client(gateway.url, tenant);
    const conversations = [await client.open('0612345678'), await client.open('0687654321')];
    await provider.simulator.app.request('/faults', { method: 'PUT', body: JSON.stringify({ answerAfterMs: 30 }) });
    const sending = conversations.map(async (conversation) => {
      const ids: string[] = [];
      for (let index = 0; index < 12; index += 1)
        ids.push(await sendUntilAnswered(client, conversation, `Text ${index}`));
      return ids;
    });
    for (let kills = 0; kills < 4; kills += 1) {
      const before = provider.simulator.ledger.length;
      await eventually('something is handed over', () => provider.simulator.ledger.length > before, 60_000);
      await gateway.kill();
      gateway = await start();
      client.url = gateway.url;
    }
    const sent = (await Promise.all(sending)).flat();
    await atRest(client, conversations);
    await checkInvariants(client, provider.simulator, conversations, sent);
  });

  it('takes every customer’s message in once, though it is killed while they come', async () => {
    const client = new Client(gateway.url, tenant);
    const texts = Array.from({ length: 12 }, (_, index) => `From outside ${index}`);
    const writing = texts.map((text) =>
      provider.simulator.customerWrites({ channel: 'sms', from: '+31611111111', text }),
    );
    await eventually('some came in', async () =>
      (await client.conversations()).some(({ recipient }) => recipient.name === '+31611111111'),
    );
    await gateway.kill();
    gateway = await start();
    client.url = gateway.url;
    await Promise.all(writing);
    const [conversation, ...others] = (await client.conversations()).filter(
      ({ recipient }) => recipient.name === '+31611111111',
    );
    assert.ok(conversation);
    assert.equal(others.length, 0);
    const found = (await client.messages(conversation)).flatMap(({ content }) =>
      content.kind === 'text' ? [content.text] : [],
    );
    assert.deepEqual(found.sort(), texts.sort());
    assert.equal(conversation.unreadCount, texts.length);
  });

  it('ends by itself when it is asked to, and writes no text, address or secret to its log', async () => {
    assert.equal(await gateway.stop(), 0);
    assert.match(gateway.log(), /"event":"closed"/);
    assert.doesNotMatch(gateway.log(), /Text \d|outside|\+?31612345678|0612345678|a-secret-of-twenty-letters|eyJ/);
    gateway = await start();
  });
});

describe('two gateways on one PostgreSQL', () => {
  let server: TestServer;
  let provider: Awaited<ReturnType<typeof startProvider>>;
  let gateways: GatewayProcess[];
  const start = (): Promise<GatewayProcess> =>
    startProcess({ ...connection, CM_URL: provider.url, DATABASE_URL: server.url });

  before(async () => {
    server = await startPostgres();
    provider = await startProvider(() => gateways[0]?.url ?? '');
    gateways = await Promise.all([start(), start()]);
  });
  after(async () => {
    provider.simulator.close();
    for (const gateway of gateways) await gateway.kill();
    await provider.server.close(0);
    await server.remove();
  });

  it('hand each message over once between them, and tell each other’s streams of it', async () => {
    const [first, second] = gateways.map(({ url }) => new Client(url, tenant));
    assert.ok(first && second);
    const conversations = await Promise.all(
      ['0612345678', '0687654321', '0611223344'].map((number) => first.open(number)),
    );
    const heard = hear(second);
    await eventually('the other one listens', () => heard.text().includes('event: ready'));
    const sent = await Promise.all(
      conversations.flatMap((conversation) =>
        Array.from({ length: 10 }, (_, index) =>
          sendUntilAnswered(index % 2 === 0 ? first : second, conversation, `Both ${index}`),
        ),
      ),
    );
    await atRest(first, conversations);
    await checkInvariants(second, provider.simulator, conversations, sent);
    await eventually('the other one heard of all', () => sent.every((clientId) => heard.text().includes(clientId)));
    heard.close();
  });

  it('lose nothing when one is killed and when the database crashes', async () => {
    const [first, second] = gateways.map(({ url }) => new Client(url, tenant));
    assert.ok(first && second);
    const slow = JSON.stringify({ answerAfterMs: 50 });
    await provider.simulator.app.request('/faults', { method: 'PUT', body: slow });
    const earlier = provider.simulator.ledger.length;
    const conversations = [await first.open('0699887766')];
    const [conversation] = conversations;
    assert.ok(conversation);
    const sending = Array.from({ length: 12 }, (_, index) =>
      sendUntilAnswered(index % 2 === 0 ? first : second, conversation, `Crash ${index}`),
    );
    await eventually('something is handed over', () => provider.simulator.ledger.length > earlier, 60_000);
    await gateways[0]?.kill();
    await server.crash();
    await server.start();
    gateways[0] = await start();
    first.url = gateways[0].url;
    const sent = await Promise.all(sending);
    await atRest(first, conversations);
    const own = provider.simulator.ledger
      .filter(({ to }) => to === '0031699887766')
      .map(({ reference }) => clientIdOf(reference));
    assert.equal(new Set(own).size, own.length, 'I3');
    const stored = (await second.messages(conversation)).filter(({ direction }) => direction === 'outgoing');
    assert.deepEqual(stored.map(({ clientId }) => clientId).sort(), [...sent].sort(), 'I1');
  });
});

/** Waits until every message has an outcome. */
async function atRest(client: Client, conversations: readonly Conversation[]): Promise<void> {
  await eventually(
    'every message has an outcome',
    async () => {
      const messages = (await Promise.all(conversations.map((conversation) => client.messages(conversation)))).flat();
      return messages.every(
        ({ status, statusTimes }) => status === null || status !== 'accepted' || statusTimes.unknown !== undefined,
      );
    },
    90_000,
  );
}

/** Reads a client's stream as text. */
function hear(client: Client): { readonly text: () => string; readonly close: () => void } {
  const ending = new AbortController();
  let text = '';
  const read = async (): Promise<void> => {
    const response = await fetch(`${client.url}/v1/events?scope=all`, {
      headers: await client.headers(),
      signal: ending.signal,
    });
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) text += decoder.decode(chunk, { stream: true });
  };
  read().catch(() => undefined);
  return { text: () => text, close: () => ending.abort() };
}
