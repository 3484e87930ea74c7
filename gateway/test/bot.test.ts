import assert from 'node:assert/strict';
import { createHmac, randomBytes } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Conversation, Message } from '../../src/domain/model.ts';
import { sealWith } from '../src/sealing.ts';
import { listen } from '../src/serve.ts';
import type { Listening } from '../src/serve.ts';
import type { Simulator } from '../src/simulator/simulator.ts';
import { Client, eventually } from './client.ts';
import { mint, startWorld } from './harness.ts';
import type { World } from './harness.ts';

const secret = 'a secret of the chatbot';

/** What a chatbot is told. */
interface Told {
  readonly id: string;
  readonly type: string;
  readonly conversation: Conversation;
  readonly message: Message | null;
}

describe('a chatbot', () => {
  let world: World;
  let host: Listening;
  let client: Client;
  let simulator: Simulator;
  let count = 0;
  let told: Told[] = [];
  let requests: { readonly headers: Headers; readonly text: string }[] = [];
  let answer: (told: Told) => Response | Promise<Response>;

  before(async () => {
    host = await listen(
      {
        fetch: async (request) => {
          const text = await request.text();
          requests.push({ headers: request.headers, text });
          told.push(JSON.parse(text) as Told);
          return answer(JSON.parse(text) as Told);
        },
      },
      { port: 0, hostname: '127.0.0.1' },
    );
    const trustedOrigins = new Set([`http://127.0.0.1:${host.port}`]);
    world = await startWorld({ seal: sealWith(randomBytes(32)), trustedOrigins });
  });
  after(async () => {
    await world.close();
    await host.close(0);
  });
  beforeEach(async () => {
    told = [];
    requests = [];
    answer = () => new Response(null, { status: 204 });
    client = new Client(world.url, `bot-${(count += 1)}`);
    simulator = await world.connect(client.tenant);
    await world.fill(client.tenant, { teams: [{ id: 'sales', name: 'Sales', isDefault: false }] });
    assert.equal((await putBot({})).status, 200);
  });

  it('[BT1] is told what customers write, signed, and [BT2] what it answers reaches them', async () => {
    answer = ({ message }) => acting({ type: 'send', text: `You said: ${textOf(message)}` });
    await writes('Hello');
    await eventually('it answered', () => simulator.ledger.length === 1);
    assert.equal(simulator.ledger[0]?.text, 'You said: Hello');
    const { id, state, coWorkerId, waitingSince } = await only();
    assert.deepEqual([state, coWorkerId, waitingSince], ['assigned', 'robin', null]);
    const sent = (await client.messages({ id })).find((each) => each.direction === 'outgoing');
    assert.deepEqual(sent?.author, { kind: 'bot', id: 'robin', name: 'Robin' });
    const [request] = requests;
    assert.ok(request);
    const signed = `${request.headers.get('x-timestamp')}.${request.text}`;
    const mark = createHmac('sha256', secret).update(signed).digest('hex');
    assert.equal(request.headers.get('x-signature-256'), `sha256=${mark}`);
    assert.equal(request.headers.get('idempotency-key'), told[0]?.id);
  });

  it('is told one after the other, in the order in which the customer wrote', async () => {
    answer = ({ message }) => acting({ type: 'send', text: `> ${textOf(message)}` });
    for (const text of ['One', 'Two', 'Three']) await writes(text);
    await eventually('it answered all', () => simulator.ledger.length === 3);
    assert.deepEqual(
      simulator.ledger.map(({ text }) => text),
      ['> One', '> Two', '> Three'],
    );
  });

  it('[BT3] hands over to a team with a note that the customer never sees', async () => {
    answer = () =>
      acting(
        { type: 'send', text: 'A colleague will help you.' },
        { type: 'hand-over', teamId: 'sales', note: 'Wants 12 pallets' },
      );
    await writes('Twelve pallets please');
    await eventually('people have it', async () => (await only()).coWorkerId === null);
    const conversation = await only();
    assert.deepEqual([conversation.state, conversation.teamId], ['new', 'sales']);
    assert.ok(conversation.waitingSince !== null);
    const messages = await client.messages(conversation);
    assert.ok(messages.some((each) => each.direction === 'note' && textOf(each) === 'Wants 12 pallets'));
    await eventually('the words arrived', () => simulator.ledger.length === 1);
    await writes('Hello?');
    assert.equal(told.length, 1);
  });

  it('is handed a conversation back by assigning it, and is told so', async () => {
    answer = ({ type }) => (type === 'message' ? acting({ type: 'hand-over' }) : new Response(null, { status: 200 }));
    await writes('Hello');
    await eventually('people have it', async () => (await only()).coWorkerId === null);
    await patch((await only()).id, { coWorkerId: 'robin' });
    await eventually('it is told', () => told.length === 2);
    assert.deepEqual([told[1]?.type, told[1]?.message], ['assigned', null]);
  });

  it('answers nothing more once a person has taken over', async () => {
    let go = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    answer = async () => {
      await held;
      return acting({ type: 'send', text: 'Too late' });
    };
    await writes('Hello');
    await eventually('it is asked', () => told.length === 1);
    await signIn();
    await patch((await only()).id, { coWorkerId: 'sanne' });
    go();
    await eventually('nothing waits', async () => (await waiting()) === 0);
    await client.send(await only(), 'Here is Sanne');
    await eventually('her words arrived', () => simulator.ledger.length === 1);
    assert.equal(simulator.ledger[0]?.text, 'Here is Sanne');
  });

  it('does what it wants once although it is told twice', async () => {
    let calls = 0;
    answer = () => {
      calls += 1;
      return calls === 1 ? new Response(null, { status: 503 }) : acting({ type: 'send', text: 'Once' });
    };
    await writes('Hello');
    await hurry(() => calls === 2);
    await eventually('it answered', () => simulator.ledger.length === 1);
    assert.equal(told[0]?.id, told[1]?.id);
  });

  for (const { what, reply, asked } of [
    { what: 'is down', reply: () => new Response(null, { status: 500 }), asked: 5 },
    { what: 'refuses', reply: () => new Response(null, { status: 403 }), asked: 1 },
    { what: 'answers nonsense', reply: () => new Response('<html>'), asked: 1 },
    { what: 'wants what there is not', reply: () => acting({ type: 'dance' }), asked: 1 },
    { what: 'answers without words', reply: () => acting({ type: 'send', text: ' ' }), asked: 1 },
    { what: 'sends elsewhere', reply: () => Response.redirect('https://example.org/'), asked: 1 },
  ]) {
    it(`gives its conversation to people when it ${what}`, async () => {
      answer = reply;
      await writes('Hello');
      await hurry(async () => (await only()).coWorkerId === null);
      assert.equal(told.length, asked);
      assert.equal(await waiting(), 0);
      assert.equal((await only()).state, 'new');
    });
  }

  it('gives everything to people when it is switched off', async () => {
    await writes('Hello');
    await eventually('it is told', () => told.length === 1);
    assert.equal((await only()).coWorkerId, 'robin');
    assert.equal((await putBot({ isActive: false })).status, 200);
    assert.equal((await only()).coWorkerId, null);
  });

  it('writes by itself with a token whose role is bot', async () => {
    await writes('Hello');
    const conversation = await only();
    const token = await mint({ tenant: client.tenant, sub: 'robin', name: 'Robin', roles: ['bot'] });
    const content = { kind: 'text', text: 'A moment' };
    const body = { conversationId: conversation.id, channel: 'sms', accountId: null, content, replyToId: null };
    const response = await fetch(`${world.url}/v1/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify(body),
    });
    assert.deepEqual(((await response.json()) as Message).author, { kind: 'bot', id: 'robin', name: 'Robin' });
    assert.equal((await only()).waitingSince, null);
  });

  it('[I11] shows its secret to nobody, and keeps it when it is written without', async () => {
    assert.equal((await putBot({ secret: undefined, name: 'Rob' })).status, 200);
    const shown = await (await ask('GET')).text();
    assert.match(shown, /"name":"Rob"/);
    const stored = await world.gateway.core.parts.db.query(
      'select value::text as value from setting where tenant = $1',
      [client.tenant],
    );
    for (const text of [shown, JSON.stringify(stored)]) assert.ok(!text.includes(secret));
    await writes('Hello');
    await eventually('it is told', () => told.length === 1);
  });

  for (const { title, fields, path } of [
    { title: 'an address inside', fields: { url: 'http://10.0.0.1/' }, path: 'bot.url' },
    { title: 'no address', fields: { url: 'robin' }, path: 'bot.url' },
    { title: 'a short secret', fields: { secret: 'short' }, path: 'bot.secret' },
    { title: 'no name', fields: { name: ' ' }, path: 'bot.name' },
    { title: 'a person’s id', fields: { id: 'sanne' }, path: 'bot.id' },
  ]) {
    it(`is refused with ${title}`, async () => {
      await signIn();
      const response = await putBot(fields);
      assert.equal(response.status, 400);
      assert.equal(((await response.json()) as { path: string }).path, path);
    });
  }

  function putBot(fields: object): Promise<Response> {
    const url = `http://127.0.0.1:${host.port}/hook`;
    const bot = { id: 'robin', name: 'Robin', isActive: true, channels: null, url, secret, ...fields };
    return ask('PUT', { bot });
  }

  async function ask(method: string, body?: unknown): Promise<Response> {
    const token = await mint({ tenant: client.tenant, sub: 'chief', roles: ['admin'] });
    const headers = { authorization: `Bearer ${token}` };
    return fetch(`${world.url}/v1/bot`, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
  }

  async function writes(text: string): Promise<void> {
    await simulator.customerWrites({ channel: 'sms', from: '+31612345678', text });
  }

  async function only(): Promise<Conversation> {
    const [conversation, ...more] = await client.conversations();
    assert.ok(conversation && more.length === 0);
    return conversation;
  }

  async function patch(id: string, body: unknown): Promise<void> {
    const headers = await client.headers();
    const response = await fetch(`${world.url}/v1/conversations/${id}`, {
      method: 'PATCH',
      headers,
      body: JSON.stringify(body),
    });
    assert.equal(response.status, 200, await response.text());
  }

  async function signIn(): Promise<void> {
    assert.equal((await fetch(`${world.url}/v1/session`, { headers: await client.headers() })).status, 200);
  }

  async function waiting(): Promise<number> {
    const text = 'select 1 from bot_event where tenant = $1';
    return (await world.gateway.core.parts.db.query(text, [client.tenant])).length;
  }

  /** Nobody waits for the pauses between tries. */
  async function hurry(isSo: () => Promise<boolean> | boolean): Promise<void> {
    await eventually('it comes to an end', async () => {
      await world.gateway.core.parts.db.query('update bot_event set not_before = now() where tenant = $1', [
        client.tenant,
      ]);
      return isSo();
    });
  }
});

function acting(...actions: readonly object[]): Response {
  return Response.json({ actions });
}

function textOf(message: Message | null): string {
  return message?.content.kind === 'text' ? message.content.text : '';
}
