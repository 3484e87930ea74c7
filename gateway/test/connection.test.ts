import assert from 'node:assert/strict';
import { createHmac, randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { toCmIncoming } from '../../src/domain/cm-messages.ts';
import { systemClock } from '../src/clock.ts';
import { sealWith } from '../src/sealing.ts';
import { listen } from '../src/serve.ts';
import type { Listening } from '../src/serve.ts';
import { Simulator } from '../src/simulator/simulator.ts';
import { Client, eventually } from './client.ts';
import { mint, startWorld } from './harness.ts';
import type { World } from './harness.ts';

const productToken = '2f5c8a14-a-token-of-cm';

describe('a connection that an administrator makes', () => {
  let world: World;
  let simulator: Simulator;
  let provider: Listening;
  let hookPath = '';

  before(async () => {
    simulator = new Simulator({ hookUrl: () => world.url + hookPath, productToken, clock: systemClock });
    provider = await listen(simulator.app, { port: 0, hostname: '127.0.0.1' });
    const providerUrls = { cm: `http://127.0.0.1:${provider.port}/v1.0/message` };
    world = await startWorld({ seal: sealWith(randomBytes(32)), providerUrls });
  });
  after(async () => {
    simulator.close();
    await world.close();
    await provider.close(0);
  });

  it('sends, receives, and shows its secret to nobody', async () => {
    const tenant = 'made';
    const webhooks = (await (await put(tenant, { productToken })).json()) as { messages: string };
    hookPath = webhooks.messages.replace(/\/messages$/, '');
    assert.deepEqual(await (await ask(tenant, 'POST', '/v1/connection/test')).json(), {
      result: 'works',
      providerCode: '203',
    });
    const client = new Client(world.url, tenant);
    const { clientId } = await client.send(await client.open('0612345678'), 'Hello');
    await eventually('it is delivered', async () => (await client.find(clientId ?? ''))?.status === 'delivered');
    assert.equal(await deliver(webhooks.messages), 200);
    assert.equal((await client.conversations())[0]?.unreadCount, 1);

    const shown = await (await ask(tenant, 'GET', '/v1/connection')).text();
    const [stored] = await world.gateway.core.parts.db.query('select * from provider_connection where tenant = $1', [
      tenant,
    ]);
    for (const secret of [productToken, hookPath.split('/').at(-1) ?? '']) {
      assert.ok(!shown.includes(secret));
      assert.ok(!JSON.stringify(stored).includes(secret));
    }
  });

  it('keeps the token when it is written without one, and makes the old webhooks worthless', async () => {
    const first = (await (await put('kept', { productToken })).json()) as { messages: string };
    const second = (await (await put('kept', { from: 'Bakkerij' })).json()) as { messages: string };
    assert.deepEqual(await (await ask('kept', 'POST', '/v1/connection/test')).json(), {
      result: 'works',
      providerCode: '203',
    });
    assert.deepEqual([await deliver(first.messages), await deliver(second.messages)], [404, 200]);
  });

  it('is told apart from one with a wrong token, and from none', async () => {
    await put('wrong', { productToken: 'another' });
    assert.deepEqual(await (await ask('wrong', 'POST', '/v1/connection/test')).json(), {
      result: 'refused',
      providerCode: '101',
    });
    assert.equal((await ask('none', 'POST', '/v1/connection/test')).status, 404);
    assert.equal((await put('none', {})).status, 400);
  });

  it('opens in no other tenant', async () => {
    await put('one', { productToken });
    await put('two', { productToken: 'another' });
    const { db } = world.gateway.core.parts;
    await db.query(
      "update provider_connection set sealed = (select sealed from provider_connection where tenant = 'one'), hook_digest = 'x' where tenant = 'two'",
    );
    assert.equal((await ask('two', 'POST', '/v1/connection/test')).status, 503);
  });

  it('may be one to the WhatsApp Cloud API, whose secrets nobody sees either', async () => {
    const tenant = 'meta';
    const connection = { provider: 'whatsapp', phoneNumberId: '1001', businessId: null };
    const secrets = { accessToken: 'access-token-of-meta', appSecret: 'app-secret-of-meta' };
    assert.equal((await ask(tenant, 'PUT', '/v1/connection', { ...connection, appSecret: 'alone' })).status, 400);
    const written = await ask(tenant, 'PUT', '/v1/connection', { ...connection, ...secrets });
    const { events, verifyToken } = (await written.json()) as { events: string; verifyToken: string };
    const greeting = await fetch(`${world.url}${events}?hub.verify_token=${verifyToken}&hub.challenge=77`);
    assert.equal(await greeting.text(), '77');
    const message = { from: '31612345678', id: 'wamid.1', timestamp: '1764000000', type: 'text', text: { body: 'Hi' } };
    const body = JSON.stringify({ entry: [{ changes: [{ field: 'messages', value: { messages: [message] } }] }] });
    const mark = createHmac('sha256', secrets.appSecret).update(body).digest('hex');
    const deliver = (signature: string): Promise<Response> =>
      fetch(world.url + events, { method: 'POST', body, headers: { 'x-hub-signature-256': signature } });
    assert.equal((await deliver('sha256=forged')).status, 404);
    assert.equal((await deliver(`sha256=${mark}`)).status, 200);
    assert.equal((await new Client(world.url, tenant).conversations()).length, 1);
    const shown = await (await ask(tenant, 'GET', '/v1/connection')).text();
    assert.deepEqual(JSON.parse(shown), { connection });
    const [stored] = await world.gateway.core.parts.db.query('select * from provider_connection where tenant = $1', [
      tenant,
    ]);
    for (const secret of Object.values(secrets)) assert.ok(!JSON.stringify(stored).includes(secret));
  });

  it('asks for the secrets of another provider, and does not take over those of the one before', async () => {
    await put('changed', { productToken });
    const whatsApp = { provider: 'whatsapp', phoneNumberId: '1001', businessId: null };
    const response = await ask('changed', 'PUT', '/v1/connection', whatsApp);
    assert.deepEqual([response.status, ((await response.json()) as { path: string }).path], [400, 'accessToken']);
    assert.equal(
      ((await (await ask('changed', 'POST', '/v1/connection/test')).json()) as { result: string }).result,
      'works',
    );
  });

  it('cannot be kept where no key is set', async () => {
    const other = await startWorld();
    const body = JSON.stringify({ provider: 'cm', from: '3669', namespace: null, productToken });
    const response = await fetch(`${other.url}/v1/connection`, { method: 'PUT', headers: await headers('t'), body });
    assert.equal(((await response.json()) as { code: string }).code, 'unsupported');
    await other.close();
  });

  function put(tenant: string, fields: object): Promise<Response> {
    return ask(tenant, 'PUT', '/v1/connection', { provider: 'cm', from: '3669', namespace: null, ...fields });
  }

  async function ask(tenant: string, method: string, path: string, body?: unknown): Promise<Response> {
    const more = body === undefined ? {} : { body: JSON.stringify(body) };
    return fetch(world.url + path, { method, headers: await headers(tenant), ...more });
  }

  async function deliver(path: string): Promise<number> {
    const content = { kind: 'text', text: 'Hi' } as const;
    const draft = { channel: 'sms', from: '0612345678', to: '3669', at: Date.now(), reference: path, content } as const;
    const body = JSON.stringify(toCmIncoming(draft));
    return (await fetch(world.url + path, { method: 'POST', body })).status;
  }
});

async function headers(tenant: string): Promise<Record<string, string>> {
  return { authorization: `Bearer ${await mint({ tenant, sub: 'chief', roles: ['admin'] })}` };
}
