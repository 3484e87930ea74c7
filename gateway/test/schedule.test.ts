import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Conversation } from '../../src/domain/model.ts';
import type { ScheduledMessage } from '../../src/ports/parts/schedule.ts';
import { manualClock } from '../../src/testing/manual-clock.ts';
import type { ManualClock } from '../../src/testing/manual-clock.ts';
import { openPglite } from '../src/db/pglite-db.ts';
import type { Simulator } from '../src/simulator/simulator.ts';
import { Client, eventually } from './client.ts';
import { startWorld } from './harness.ts';
import type { World } from './harness.ts';

const hour = 3_600_000;
const start = Date.parse('2026-11-23T09:00:00Z');

describe('messages that leave later', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gateway-schedule-'));
  let clock: ManualClock;
  let world: World;
  let simulator: Simulator;
  let client: Client;
  let count = 0;

  const begin = async (): Promise<void> => {
    world = await startWorld({ db: await openPglite(folder), clock });
  };
  before(async () => {
    clock = manualClock(start);
    await begin();
  });
  after(async () => {
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    client = new Client(world.url, `schedule-${(count += 1)}`);
    simulator = await world.connect(client.tenant, { clock });
  });

  it('leave once after a restart, by who put them off', async () => {
    const clientId = await putOff(await client.open('0612345678'), 'Tomorrow', 24 * hour);
    await world.crash();
    clock.skew(25 * hour);
    await begin();
    client.url = world.url;
    simulator = await world.connect(client.tenant, { clock });
    await eventually('it left', () => simulator.ledger.length === 1);
    const sent = await client.find(clientId);
    assert.deepEqual([sent?.author.kind, sent?.author.id], ['co-worker', 'sanne']);
    await clock.advance(hour);
    assert.equal(simulator.ledger.length, 1);
  });

  it('leave in the order of their times when several are due', async () => {
    const conversation = await client.open('0612345678');
    for (const minute of [3, 1, 2]) await putOff(conversation, `Minute ${minute}`, minute * 60_000);
    clock.skew(hour);
    await eventually('all left', () => simulator.ledger.length === 3);
    assert.deepEqual(
      simulator.ledger.map(({ text }) => text),
      ['Minute 1', 'Minute 2', 'Minute 3'],
    );
  });

  it('[SL3] wait for a person when the window has closed meanwhile', async () => {
    await simulator.customerWrites({ channel: 'whatsapp', from: '+31612345678', text: 'Hello' });
    const [conversation] = await client.conversations();
    assert.ok(conversation);
    const clientId = await putOff(conversation, 'Too late', 23 * hour, 'whatsapp');
    const tooLate = await schedule(conversation, 'Later', { inMs: 24 * hour, channel: 'whatsapp' });
    assert.deepEqual([tooLate.status, ((await tooLate.json()) as { code: string }).code], [409, 'window-closed']);
    // The gateway was away until the window had closed.
    clock.skew(25 * hour);
    await eventually('it failed', async () => (await waiting(conversation))[0]?.state === 'failed');
    assert.equal((await waiting(conversation))[0]?.failure?.reason, 'window-closed');
    assert.equal(await client.find(clientId), null);
    assert.equal(simulator.ledger.length, 0);
  });

  it('either leave or are taken back when both happen at once', async () => {
    const conversation = await client.open('0612345678');
    for (let round = 0; round < 5; round += 1) {
      const clientId = await putOff(conversation, `Round ${round}`, 1_000);
      const [, response] = await Promise.all([clock.advance(1_000), cancel(clientId)]);
      await eventually('it is settled', async () => (await waiting(conversation)).length === 0);
      const found = await client.find(clientId);
      assert.equal(found === null, response.status === 200, `${response.status}`);
    }
  });

  it('refuse a client id that was sent at once, and are refused to it', async () => {
    const conversation = await client.open('0612345678');
    const { clientId } = await client.send(conversation, 'At once');
    const again = await schedule(conversation, 'At once', { inMs: hour, clientId: clientId ?? '' });
    assert.equal(((await again.json()) as { code: string }).code, 'key-reused');
  });

  it('refuse a time that is none', async () => {
    const response = await schedule(await client.open('0612345678'), 'Yesterday', { inMs: -hour });
    assert.equal(((await response.json()) as { path: string }).path, 'sendAt');
  });

  async function putOff(to: Conversation, text: string, inMs: number, channel = 'sms'): Promise<string> {
    const clientId = crypto.randomUUID();
    const response = await schedule(to, text, { inMs, channel, clientId });
    assert.equal(response.status, 200, await response.text());
    return clientId;
  }

  async function schedule(
    { id: conversationId }: Conversation,
    text: string,
    {
      inMs,
      channel = 'sms',
      clientId = crypto.randomUUID(),
    }: { readonly inMs: number; readonly channel?: string; readonly clientId?: string },
  ): Promise<Response> {
    const message = { conversationId, channel, accountId: null, content: { kind: 'text', text }, replyToId: null };
    return fetch(`${world.url}/v1/scheduled/${clientId}`, {
      method: 'PUT',
      headers: await client.headers(),
      body: JSON.stringify({ message, sendAt: clock.now() + inMs }),
    });
  }

  async function cancel(clientId: string): Promise<Response> {
    return fetch(`${world.url}/v1/scheduled/${clientId}/cancel`, { method: 'POST', headers: await client.headers() });
  }

  async function waiting({ id }: Conversation): Promise<readonly ScheduledMessage[]> {
    const response = await fetch(`${world.url}/v1/conversations/${id}/scheduled`, { headers: await client.headers() });
    return (await response.json()) as readonly ScheduledMessage[];
  }
});
