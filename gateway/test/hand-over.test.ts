import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { toCmStatus } from '../../src/domain/cm-messages.ts';
import type { Db } from '../src/db/db.ts';
import { openPglite } from '../src/db/pglite-db.ts';
import { cmProvider } from '../src/providers/cm/cm-provider.ts';
import type { ProviderMessage, ProviderResult } from '../src/providers/provider.ts';
import { Client, eventually } from './client.ts';
import { startWorld } from './harness.ts';
import type { World } from './harness.ts';
import { ScriptedProvider } from './scripted-provider.ts';

const never = (): Promise<ProviderResult> => new Promise(() => undefined);

describe('handing messages over', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gateway-hand-over-'));
  let world: World;
  let db: Db;
  let provider: ScriptedProvider;
  let client: Client;
  let count = 0;

  const start = async (): Promise<void> => {
    db = await openPglite(folder);
    world = await startWorld({ db, dispatchTimeoutMs: 400 });
  };
  before(start);
  after(async () => {
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(() => {
    const tenant = `hand-over-${(count += 1)}`;
    provider = new ScriptedProvider();
    client = new Client(world.url, tenant);
    connect();
  });

  it('[I5] hands the messages of a conversation over one by one, in order of acceptance', async () => {
    let atOnce = 0;
    let most = 0;
    provider.answer = async () => {
      most = Math.max(most, (atOnce += 1));
      await new Promise((resolve) => setTimeout(resolve, 5));
      atOnce -= 1;
      return { status: 'sent' };
    };
    const conversation = await client.open('0612345678');
    const texts = Array.from({ length: 8 }, (_, index) => `Text ${index}`);
    for (const text of texts) await client.send(conversation, text);
    await eventually('all are handed over', () => provider.asked.length === texts.length);
    assert.deepEqual(provider.asked.map(textOf), texts);
    assert.equal(most, 1);
  });

  it('serves other conversations while one waits', async () => {
    provider.answer = (message) => (textOf(message) === 'Stuck' ? never() : Promise.resolve({ status: 'sent' }));
    await client.send(await client.open('0612345678'), 'Stuck');
    const other = await client.send(await client.open('0687654321'), 'Passes');
    await eventually('the other one is sent', async () => (await client.find(other.clientId ?? ''))?.status === 'sent');
  });

  it('[I3] never asks again after an answer that did not come; a report tells what became of it', async () => {
    provider.answer = never;
    const { clientId } = await client.send(await client.open('0612345678'), 'Lost answer');
    await eventually('the outcome is unknown', async () => {
      return (await client.find(clientId ?? ''))?.statusTimes.unknown !== undefined;
    });
    world.gateway.core.dispatcher.look();
    assert.equal(await waiting(), 0);
    assert.equal(provider.asked.length, 1);
    await report(clientId, 'delivered');
    assert.equal((await client.find(clientId ?? ''))?.status, 'delivered');
  });

  it('[I3] never asks again after a rejection that says nothing', async () => {
    provider.answer = () => Promise.reject(new Error('connection reset'));
    const { clientId } = await client.send(await client.open('0612345678'), 'Who knows');
    await eventually('it is concluded', async () => (await waiting()) === 0);
    assert.equal(provider.asked.length, 1);
    assert.ok((await client.find(clientId ?? ''))?.statusTimes.unknown);
  });

  it('[FA12] fails a message that the provider refuses, with its reason', async () => {
    const failure = { reason: 'invalid-number', providerCode: '303', detail: null } as const;
    provider.answer = () => Promise.resolve({ status: 'failed', failure });
    const { clientId } = await client.send(await client.open('0612345678'), 'Wrong number');
    await eventually('it failed', async () => (await client.find(clientId ?? ''))?.status === 'failed');
    const failed = (await client.find(clientId ?? ''))?.failure;
    assert.deepEqual([failed?.reason, failed?.providerCode], ['invalid-number', '303']);
  });

  it('tries again what never left the building, before anything else of that conversation', async () => {
    let isAway = true;
    provider.answer = () => Promise.resolve(isAway ? { status: 'later', afterMs: 50 } : { status: 'sent' });
    const conversation = await client.open('0612345678');
    await client.send(conversation, 'First');
    await client.send(conversation, 'Second');
    await eventually('it was tried', () => provider.asked.length >= 2);
    assert.deepEqual(new Set(provider.asked.map(textOf)), new Set(['First']));
    isAway = false;
    await eventually('both are sent', async () => (await waiting()) === 0);
    assert.deepEqual(provider.asked.map(textOf).slice(-2), ['First', 'Second']);
  });

  it('gives up after a day on what never left the building', async () => {
    provider.answer = () => Promise.resolve({ status: 'later', afterMs: 60_000 });
    const { clientId } = await client.send(await client.open('0612345678'), 'Yesterday');
    await eventually('it was tried', () => provider.asked.length === 1);
    await eventually('it waits', async () => (await stateOf()) === 'waiting');
    await db.query(
      "update dispatch set queued_at = now() - interval '25 hours', not_before = now() where tenant = $1",
      [client.tenant],
    );
    await eventually('it failed', async () => (await client.find(clientId ?? ''))?.status === 'failed');
    assert.equal((await client.find(clientId ?? ''))?.failure?.reason, 'provider-down');
  });

  it('[I3] after a restart between the claim and the answer the outcome is unknown and nothing is asked again', async () => {
    provider.answer = never;
    const { clientId } = await client.send(await client.open('0612345678'), 'Cut off');
    await eventually('the provider is asked', () => provider.asked.length === 1);
    await abandonClaim();
    await restart();
    await eventually('the outcome is unknown', async () => {
      return (await client.find(clientId ?? ''))?.statusTimes.unknown !== undefined;
    });
    assert.equal(provider.asked.length, 1);
    await report(clientId, 'sent');
    assert.equal((await client.find(clientId ?? ''))?.status, 'sent');
  });

  it('[I1] after a restart before the claim the message is handed over once', async () => {
    provider.answer = () => Promise.resolve({ status: 'later', afterMs: 300 });
    const { clientId } = await client.send(await client.open('0612345678'), 'Waits');
    await eventually('it waits', async () => (await stateOf()) === 'waiting' && provider.asked.length > 0);
    provider.answer = () => Promise.resolve({ status: 'sent' });
    provider.asked.length = 0;
    await restart();
    await eventually('it is sent', async () => (await client.find(clientId ?? ''))?.status === 'sent');
    assert.equal(provider.asked.length, 1);
  });

  for (const statement of [
    /^select data::text as data, address from message/,
    /^update dispatch set state = 'waiting'/,
  ]) {
    it(`[I7] keeps no message claimed when the database fails at ${statement.source.slice(1, 30)}`, async () => {
      let failures = 3;
      const failing: Db = Object.create(db, {
        query: {
          value: (text: string, values: []) => {
            if (failures > 0 && statement.test(text)) {
              failures -= 1;
              return Promise.reject(new Error('the connection broke'));
            }
            return db.query(text, values);
          },
        },
        transact: { value: (body: Parameters<Db['transact']>[0]) => db.transact(body) },
        script: { value: (text: string) => db.script(text) },
        listen: { value: (heard: () => void) => db.listen(heard) },
        notify: { value: (feed: string) => db.notify(feed) },
        close: { value: () => Promise.resolve() },
      }) as Db;
      const other = await startWorld({ db: failing, dispatchTimeoutMs: 400 });
      await world.gateway.core.dispatcher.close(0);
      let tries = 0;
      provider.answer = () =>
        Promise.resolve((tries += 1) === 1 ? { status: 'later', afterMs: 10 } : { status: 'sent' });
      other.accounts.add({ tenant: client.tenant, provider, hookSecret: `hook-${client.tenant}` });
      const { clientId } = await client.send(await client.open('0612345678'), 'Hello');
      await eventually('it is sent', async () => {
        await db.query('update dispatch set not_before = now() where tenant = $1', [client.tenant]);
        return (await client.find(clientId ?? ''))?.status === 'sent';
      });
      assert.deepEqual([failures, provider.asked.length], [0, 2]);
      await other.close();
      await restart();
    });
  }

  it('holds up a whole channel when the provider says so, and only that channel', async () => {
    let isTooMuch = true;
    provider.answer = ({ channel }) =>
      Promise.resolve(
        channel === 'whatsapp' && isTooMuch
          ? { status: 'later', afterMs: 60_000, scope: 'channel' }
          : { status: 'sent' },
      );
    const [first, second] = [await customerOn('whatsapp', '0612345678'), await customerOn('whatsapp', '0687654321')];
    await sendOn('whatsapp', first, 'One');
    await eventually('the channel is held up', async () => (await paused()) === 1);
    await sendOn('whatsapp', second, 'Two');
    await client.send(await client.open('0611111111'), 'By text message');
    await eventually('the other channel goes on', () =>
      provider.asked.some((each) => textOf(each) === 'By text message'),
    );
    assert.ok(!provider.asked.some((each) => textOf(each) === 'Two'));
    isTooMuch = false;
    await db.query('update channel_pause set until = now() where tenant = $1', [client.tenant]);
    await db.query('update dispatch set not_before = now() where tenant = $1', [client.tenant]);
    await eventually('all is sent', async () => (await waiting()) === 0);
  });

  it('keeps to the pace of a channel', async () => {
    provider = new ScriptedProvider({ perSecond: 0.05 });
    connect();
    await client.send(await client.open('0612340001'), 'First');
    await eventually('the first is sent', async () => (await waiting()) === 0);
    await client.send(await client.open('0612340002'), 'Second');
    await eventually('the second waits its turn', async () => (await paused()) === 1);
    assert.deepEqual(provider.asked.map(textOf), ['First']);
    assert.deepEqual([await stateOf(), await attempts()], ['waiting', 0]);
    provider = new ScriptedProvider();
    connect();
    await db.query('update channel_pause set until = now() where tenant = $1', [client.tenant]);
    await eventually('the second is sent', () => provider.asked.length === 1);
  });

  it('waits for a real connection that is refused, and sends when it is there', async () => {
    const port = await unusedPort();
    const options = { productToken: 'token', from: '3669', url: `http://127.0.0.1:${port}/v1.0/message` };
    world.accounts.add({ tenant: client.tenant, provider: cmProvider(options), hookSecret: `hook-${client.tenant}` });
    await client.send(await client.open('0612345678'), 'Nobody listens');
    await eventually('it was tried', async () => (await stateOf()) === 'waiting' && (await attempts()) > 0);
    connect();
    await db.query('update dispatch set not_before = now() where tenant = $1', [client.tenant]);
    await eventually('it is handed over', () => provider.asked.length === 1);
  });

  async function customerOn(channel: string, from: string): Promise<string> {
    const body = JSON.stringify({
      reference: `mo-${from}`,
      from: { number: from },
      message: { text: 'Hello' },
      timeUtc: new Date().toISOString().slice(0, 19),
      channel: 'WhatsApp',
    });
    const url = `${world.url}/v1/hooks/cm/hook-${client.tenant}/messages`;
    assert.equal((await fetch(url, { method: 'POST', body })).status, 200);
    const all = await client.conversations();
    const found = all.find(
      ({ channels }) => channels[0]?.channel === channel && channels[0].address.endsWith(from.slice(2)),
    );
    assert.ok(found);
    return found.id;
  }

  async function sendOn(channel: string, conversationId: string, text: string): Promise<void> {
    const body = { conversationId, channel, accountId: null, content: { kind: 'text', text }, replyToId: null };
    await client.post('/v1/messages', body, { 'idempotency-key': crypto.randomUUID() });
  }

  async function paused(): Promise<number> {
    return (await db.query('select 1 from channel_pause where tenant = $1', [client.tenant])).length;
  }

  function connect(): void {
    world.accounts.add({ tenant: client.tenant, provider, hookSecret: `hook-${client.tenant}` });
  }

  async function restart(): Promise<void> {
    await world.crash();
    await start();
    client.url = world.url;
    connect();
  }

  /** What a killed process leaves behind: a claim that its own closing would have concluded. */
  async function abandonClaim(): Promise<void> {
    await db.query("update dispatch set holder = 'a process that is gone' where tenant = $1", [client.tenant]);
  }

  async function report(clientId: string | null, status: 'sent' | 'delivered'): Promise<void> {
    const reference = (clientId ?? '').replaceAll('-', '');
    const body = JSON.stringify(toCmStatus({ reference, to: '+31612345678', status, at: Date.now() }));
    const url = `${world.url}/v1/hooks/cm/hook-${client.tenant}/status`;
    assert.equal((await fetch(url, { method: 'POST', body })).status, 200);
  }

  async function waiting(): Promise<number> {
    return (await db.query('select 1 from dispatch where tenant = $1', [client.tenant])).length;
  }

  async function stateOf(): Promise<string | null> {
    const [row] = await db.query<{ state: string }>('select state from dispatch where tenant = $1', [client.tenant]);
    return row?.state ?? null;
  }

  async function attempts(): Promise<number> {
    const text = 'select attempts from dispatch where tenant = $1';
    const [row] = await db.query<{ attempts: number }>(text, [client.tenant]);
    return row?.attempts ?? 0;
  }
});

function textOf({ content }: ProviderMessage): string {
  return content.kind === 'text' ? content.text : '';
}

function unusedPort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
