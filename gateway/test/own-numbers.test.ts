import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { ChannelAccount, Conversation } from '../../src/domain/model.ts';
import type { BackendSession } from '../../src/ports/adapter.ts';
import type { Simulator } from '../src/simulator/simulator.ts';
import { Client } from './client.ts';
import { startWorld } from './harness.ts';
import type { World } from './harness.ts';

const utrecht: ChannelAccount = {
  id: '3669',
  channel: 'sms',
  name: 'Utrecht',
  address: '3669',
  branchId: null,
  active: true,
};
const gent: ChannelAccount = { ...utrecht, id: '4770', name: 'Gent', address: '4770', active: false };

describe('own numbers to choose from (B15)', () => {
  let world: World;
  let client: Client;
  let conversation: Conversation;
  let simulator: Simulator;

  before(async () => {
    world = await startWorld();
    simulator = await world.connect('numbers');
    client = new Client(world.url, 'numbers');
    conversation = await client.open('0612345678');
  });
  after(() => world.close());

  const session = async (): Promise<BackendSession> =>
    (await (await fetch(`${world.url}/v1/session`, { headers: await client.headers() })).json()) as BackendSession;

  function send(accountId: string | null): Promise<unknown> {
    const content = { kind: 'text', text: 'From here' };
    const body = { conversationId: conversation.id, channel: 'sms', accountId, content, replyToId: null };
    return client.post('/v1/messages', body, { 'idempotency-key': crypto.randomUUID() });
  }

  it('are none until the host brings some, and then any is taken', async () => {
    assert.equal((await session()).accounts, undefined);
    await send('whatever');
  });

  it('come with the session, and only those that may be used now are sent from', async () => {
    await world.fill('numbers', { accounts: [utrecht, gent] });
    assert.deepEqual((await session()).accounts, [utrecht, gent]);
    await send(utrecht.id);
    await send(null);
    for (const accountId of [gent.id, 'unknown']) await assert.rejects(send(accountId), /"path":"accountId"/);
  });

  it('[OS2] have no open window where the customer never wrote to them', async () => {
    const rotterdam: ChannelAccount = { ...utrecht, id: '5880', channel: 'whatsapp', address: '5880' };
    const ghent: ChannelAccount = { ...rotterdam, id: '6990', address: '6990' };
    await world.fill('numbers', { accounts: [rotterdam, ghent] });
    await simulator.customerWrites({ channel: 'whatsapp', from: '+31687654321', to: rotterdam.id, text: 'Hello' });
    const { id } = (await client.conversations()).find(({ channels }) => channels[0]?.address === '+31687654321') ?? {};
    const from = (accountId: string): Promise<unknown> => {
      const content = { kind: 'text', text: 'From here' };
      const body = { conversationId: id, channel: 'whatsapp', accountId, content, replyToId: null };
      return client.post('/v1/messages', body, { 'idempotency-key': crypto.randomUUID() });
    };
    await from(rotterdam.id);
    await assert.rejects(from(ghent.id), /"code":"window-closed"/);
  });
});
