import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Message } from '../../src/domain/model.ts';
import { aRecipient } from '../../src/testing/builders.ts';
import { manualClock } from '../../src/testing/manual-clock.ts';
import type { ManualClock } from '../../src/testing/manual-clock.ts';
import type { Simulator } from '../src/simulator/simulator.ts';
import { Client, eventually } from './client.ts';
import { mint, startWorld } from './harness.ts';
import type { World } from './harness.ts';

const day = [{ fromMinute: 540, toMinute: 1020 }];
const hours = {
  timeZone: 'Europe/Amsterdam',
  week: [day, day, day, day, day, [], []],
  exceptions: [{ date: '2026-12-25', name: 'Christmas', spans: [] }],
};
const teams = [
  { id: 'service', name: 'Service', isDefault: true },
  { id: 'sales', name: 'Sales', isDefault: false },
];
/** A Monday, ten in the morning in Amsterdam. */
const monday = Date.parse('2026-11-23T09:00:00Z');
const hour = 3_600_000;

describe('what happens to a customer’s message by itself', () => {
  let clock: ManualClock;
  let world: World;
  let simulator: Simulator;
  let client: Client;
  let count = 0;

  before(async () => {
    clock = manualClock(monday);
    world = await startWorld({ clock });
  });
  after(() => world.close());
  beforeEach(async () => {
    clock.skew(monday - clock.now());
    client = new Client(world.url, `inbound-${(count += 1)}`);
    simulator = await world.connect(client.tenant, { clock });
    await world.fill(client.tenant, { teams });
  });

  it('[RO1] goes to the team of its number, [RO2] else to the default team', async () => {
    const rules = [{ channel: 'sms', accountId: '3669', teamId: 'sales' }];
    assert.equal((await put('/v1/routing', { rules })).status, 200);
    await writes({ from: '+31612345678', to: '3669' });
    await writes({ from: '+31687654321', to: '3670' });
    const found = new Map(
      (await client.conversations()).map(({ channels, teamId }) => [channels[0]?.address, teamId] as const),
    );
    assert.deepEqual([found.get('+31612345678'), found.get('+31687654321')], ['sales', 'service']);
  });

  it('[OO1] is not answered while somebody is there', async () => {
    await setUp();
    await writes({});
    assert.deepEqual(await answers(), []);
  });

  it('[OO2] is answered once in a closed period, and again in the next one', async () => {
    await setUp();
    clock.skew(10 * hour);
    await writes({ text: 'Hello?' });
    await writes({ text: 'Anybody there?' });
    const [first, ...more] = await answers();
    assert.deepEqual([first?.content.kind === 'text' && first.content.text, more.length], ['Back at nine.', 0]);
    assert.deepEqual(first?.author, { kind: 'system', id: 'out-of-office', name: '' });
    clock.skew(24 * hour);
    await writes({ text: 'Still nobody?' });
    assert.equal((await answers()).length, 2);
    await eventually('both reached the provider', () => simulator.ledger.length === 2);
    assert.deepEqual(
      simulator.ledger.map(({ to, text }) => [to, text]),
      Array(2).fill(['0031612345678', 'Back at nine.']),
    );
  });

  it('[OO2] is answered once although the webhook is delivered ten times at once', async () => {
    await setUp();
    clock.skew(10 * hour);
    const body = JSON.stringify({
      reference: 'mo-1',
      from: { number: '0031612345678' },
      to: { number: '3669' },
      message: { text: 'Hello' },
      timeUtc: '2026-11-23T19:00:00',
      channel: 'SMS',
    });
    const url = `${world.url}/v1/hooks/cm/hook-${client.tenant}/messages`;
    await Promise.all(Array.from({ length: 10 }, () => fetch(url, { method: 'POST', body })));
    assert.equal((await answers()).length, 1);
  });

  it('[OO3] is not answered on a channel without a reply, [OO4] nor as spam', async () => {
    await setUp();
    clock.skew(10 * hour);
    await writes({ channel: 'whatsapp' });
    assert.deepEqual(await answers(), []);
    const [conversation] = await client.conversations();
    await patch(`/v1/conversations/${conversation?.id}`, { state: 'spam' });
    await writes({});
    assert.deepEqual(await answers(), []);
  });

  it('[OO5] is not answered when it was written at work and comes late', async () => {
    await setUp();
    clock.skew(10 * hour);
    await deliverLate('2026-11-23T15:00:00');
    assert.deepEqual(await answers(), []);
  });

  it('[OH3] is answered on a holiday', async () => {
    await setUp();
    clock.skew(Date.parse('2026-12-25T10:00:00Z') - clock.now());
    await writes({});
    assert.equal((await answers()).length, 1);
  });

  it('leaves the customer waiting: an answer that goes out by itself is none', async () => {
    await setUp();
    clock.skew(10 * hour);
    await writes({});
    const [conversation] = await client.conversations();
    assert.equal(conversation?.waitingSince, clock.now());
    assert.equal(conversation.unreadCount, 1);
  });

  it('[CR5] starts a new conversation after the archive, with the record’s co-worker and branch', async () => {
    const recipient = aRecipient({ id: 'anna', branchId: 'gent', coWorkerId: 'sanne' });
    await world.fill(client.tenant, {
      recipients: [{ ...recipient, addresses: [{ channel: 'phone', value: '0612345678' }] }],
    });
    await writes({});
    const [first] = await client.conversations();
    await patch(`/v1/conversations/${first?.id}`, { state: 'archived' });
    await writes({ text: 'Again' });
    const all = await client.conversations();
    assert.equal(all.length, 2);
    for (const { recipient: who, branchId, coWorkerId, teamId } of all)
      assert.deepEqual([who.id, branchId, coWorkerId, teamId], ['anna', 'gent', 'sanne', 'service']);
  });

  it('[D10] finds the record to which a co-worker linked its sender, although two have the number', async () => {
    const addresses = [{ channel: 'phone' as const, value: '0612345678' }];
    const recipients = ['mother', 'daughter'].map((id) => aRecipient({ id, addresses }));
    await world.fill(client.tenant, { recipients });
    await writes({});
    const [first] = await client.conversations();
    assert.equal(first?.recipient.kind, 'unmatched');
    const path = `/v1/conversations/${first.id}`;
    await patch(path, { recipientId: 'daughter' });
    await patch(path, { recipientId: 'mother' }, 412);
    await patch(path, { recipientId: 'nobody' }, 400);
    await patch(path, { state: 'archived' });
    await writes({ text: 'Again' });
    const all = await client.conversations();
    assert.deepEqual(
      all.map(({ recipient }) => recipient.id),
      ['daughter', 'daughter'],
    );
  });

  for (const { title, path, body, at } of [
    { title: 'a team that is not there', path: '/v1/routing', body: rulesTo('gone'), at: 'rules[0].teamId' },
    { title: 'a zone that is none', path: '/v1/opening-hours/sales', body: inZone('Mars'), at: 'hours.timeZone' },
    { title: 'a week of one day', path: '/v1/opening-hours/sales', body: ofOneDay(), at: 'hours.week' },
    { title: 'an empty reply', path: '/v1/out-of-office', body: saying(' '), at: 'replies[0].text' },
    {
      title: 'a reply without end',
      path: '/v1/out-of-office',
      body: saying('x'.repeat(10_001)),
      at: 'replies[0].text',
    },
  ]) {
    it(`refuses ${title}, and says where`, async () => {
      const response = await put(path, body);
      const { code, path: found } = (await response.json()) as { code: string; path: string };
      assert.deepEqual([response.status, code, found], [400, 'invalid', at]);
    });
  }

  it('forgets a team’s hours when they are taken back', async () => {
    await setUp();
    assert.deepEqual(await (await put('/v1/opening-hours/service', { hours: null })).json(), []);
    clock.skew(10 * hour);
    await writes({});
    assert.deepEqual(await answers(), []);
  });

  async function setUp(): Promise<void> {
    assert.equal((await put('/v1/opening-hours/service', { hours })).status, 200);
    assert.equal((await put('/v1/out-of-office', saying('Back at nine.'))).status, 200);
  }

  async function writes(fields: Readonly<Record<string, string>>): Promise<void> {
    await simulator.customerWrites({ channel: 'sms', from: '+31612345678', text: 'Hello', ...fields });
  }

  async function deliverLate(timeUtc: string): Promise<void> {
    const url = `${world.url}/v1/hooks/cm/hook-${client.tenant}/messages`;
    const body = JSON.stringify({
      reference: 'late',
      from: { number: '0031612345678' },
      message: { text: 'Late' },
      timeUtc,
      channel: 'SMS',
    });
    assert.equal((await fetch(url, { method: 'POST', body })).status, 200);
  }

  async function answers(): Promise<readonly Message[]> {
    const found = [];
    for (const conversation of await client.conversations())
      found.push(...(await client.messages(conversation)).filter(({ direction }) => direction === 'outgoing'));
    return found;
  }

  async function put(path: string, body: unknown): Promise<Response> {
    const token = await mint({ tenant: client.tenant, sub: 'chief', roles: ['admin'] });
    return fetch(world.url + path, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  async function patch(path: string, body: unknown, status = 200): Promise<void> {
    const headers = await client.headers();
    const response = await fetch(world.url + path, { method: 'PATCH', headers, body: JSON.stringify(body) });
    assert.equal(response.status, status, await response.text());
  }
});

function rulesTo(teamId: string): object {
  return { rules: [{ channel: 'sms', accountId: null, teamId }] };
}

function inZone(timeZone: string): object {
  return { hours: { ...hours, timeZone } };
}

function ofOneDay(): object {
  return { hours: { ...hours, week: [day] } };
}

function saying(text: string): object {
  return { replies: [{ channel: 'sms', isActive: true, text }] };
}
