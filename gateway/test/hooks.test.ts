import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { toCmIncoming, toCmStatus } from '../../src/domain/cm-messages.ts';
import type { Conversation, Message } from '../../src/domain/model.ts';
import type { MessagePage, Page } from '../../src/ports/adapter.ts';
import { mint, startWorld } from './harness.ts';
import type { World } from './harness.ts';

describe('webhooks of CM.com', () => {
  let world: World;
  let tenant: string;
  let count = 0;

  before(async () => {
    world = await startWorld();
  });
  after(() => world.close());
  beforeEach(async () => {
    tenant = `hooks-${(count += 1)}`;
    const simulator = await world.connect(tenant);
    await simulator.app.request('/faults', { method: 'PUT', body: JSON.stringify({ silence: true }) });
  });

  it('[CM9] takes a message that is delivered twenty times at once in once', async () => {
    const body = incoming({ text: 'Once' });
    const answers = await Promise.all(Array.from({ length: 20 }, () => deliver('messages', body)));
    assert.deepEqual(new Set(answers), new Set([200]));
    const [conversation, ...others] = await conversations();
    assert.equal(others.length, 0);
    assert.deepEqual([conversation?.unreadCount, (await texts(conversation)).length], [1, 1]);
  });

  it('starts one conversation for many first messages of one sender at once', async () => {
    const bodies = Array.from({ length: 15 }, (_, index) => incoming({ text: `Text ${index}` }));
    await Promise.all(bodies.map((body) => deliver('messages', body)));
    const all = await conversations();
    assert.equal(all.length, 1);
    assert.equal(all[0]?.unreadCount, 15);
    assert.equal(new Set(await texts(all[0])).size, 15);
  });

  it('keeps a burst of a hundred senders apart', async () => {
    const bodies = Array.from({ length: 100 }, (_, index) =>
      incoming({ from: `00316${String(12_000_000 + index)}`, text: `From ${index}` }),
    );
    await Promise.all(bodies.map((body) => deliver('messages', body)));
    assert.equal((await conversations()).length, 100);
  });

  it('keeps messages in the order of the provider’s time when they come in another one', async () => {
    const at = Date.now() - 3_600_000;
    const bodies = [2, 0, 1].map((minute) => incoming({ text: `Minute ${minute}`, at: at + minute * 60_000 }));
    for (const body of bodies) await deliver('messages', body);
    const [conversation] = await conversations();
    assert.deepEqual(await texts(conversation), ['Minute 0', 'Minute 1', 'Minute 2']);
    assert.equal(conversation?.lastMessage?.text, 'Minute 2');
  });

  it('[DS4] ends at read whatever the order and number of the reports', async () => {
    const message = await sendTo(await startedConversation());
    const reference = (message.clientId ?? '').replaceAll('-', '');
    const reports = (['read', 'sent', 'delivered', 'sent', 'read'] as const).map((status) =>
      toCmStatus({ reference, to: '+31612345678', status, at: Date.now() }),
    );
    await Promise.all(reports.map((report) => deliver('status', report)));
    assert.equal((await find(message.clientId ?? ''))?.status, 'read');
  });

  it('keeps a report that comes before its message, and does not hand the message over again', async () => {
    const conversation = await startedConversation();
    const clientId = crypto.randomUUID();
    const reference = clientId.replaceAll('-', '').toUpperCase();
    await deliver('status', toCmStatus({ reference, to: '+31612345678', status: 'delivered', at: Date.now() }));
    const message = await sendTo(conversation, clientId);
    assert.equal(message.status, 'delivered');
    const rows = await world.gateway.core.parts.db.query('select 1 from dispatch where tenant = $1', [tenant]);
    assert.equal(rows.length, 0);
  });

  it('answers 200 to what nobody can read, and keeps it for a person', async () => {
    assert.equal(await deliver('messages', { channel: 'SMS' }), 200);
    assert.equal(await deliverText('messages', 'no JSON <at all>'), 200);
    assert.equal(await deliverText('status', '[]'), 200);
    const letters = await world.gateway.core.parts.db.query<{ kind: string; path: string }>(
      'select kind, path from dead_letter where tenant = $1 order by at, kind, path',
      [tenant],
    );
    assert.deepEqual(letters.map(({ kind }) => kind).sort(), ['messages', 'messages', 'status']);
  });

  it('takes a message with characters that no database keeps', async () => {
    await deliver('messages', incoming({ text: 'before\0after \ud800 end', from: '0031612345678' }));
    const [conversation] = await conversations();
    assert.deepEqual(await texts(conversation), ['before\ufffdafter \ufffd end']);
  });

  it('tells who does not know the secret nothing, and who knows another tenant’s only that tenant’s', async () => {
    const response = await fetch(`${world.url}/v1/hooks/cm/guessed/messages`, { method: 'POST', body: '{}' });
    assert.equal(response.status, 404);
    await deliver('messages', incoming({ text: 'Here' }));
    const other = await world.connect(`${tenant}-other`).then(() => conversationsOf(`${tenant}-other`));
    assert.equal(other.length, 0);
  });

  it('takes the secret from a header, too, and there as well only the right one', async () => {
    const body = JSON.stringify(incoming({ text: 'By header' }));
    const ask = async (headers: Readonly<Record<string, string>>): Promise<number> =>
      (await fetch(`${world.url}/v1/hooks/cm/messages`, { method: 'POST', body, headers })).status;
    assert.deepEqual(
      [await ask({ 'x-hook-secret': `hook-${tenant}` }), await ask({ 'x-hook-secret': 'guessed' }), await ask({})],
      [200, 404, 404],
    );
    assert.equal((await conversations()).length, 1);
  });

  it('takes an event that is no message, so that it does not come for a month', async () => {
    assert.equal(await deliver('events', { event: 'opened', channel: 'Instagram' }), 200);
    assert.equal((await conversations()).length, 0);
  });

  it('is counted for Prometheus, with the lengths of the queues, and nothing of what was written', async () => {
    await deliver('messages', incoming({ text: 'A secret thing', from: '0031612345678' }));
    const text = await (await fetch(`${world.url}/metrics`)).text();
    assert.match(text, /^# TYPE gateway_hooks_total counter$/m);
    assert.match(text, /^gateway_hooks_total\{provider="cm",outcome="taken"\} [1-9]\d*$/m);
    assert.match(
      text,
      /^gateway_request_seconds_bucket\{route="\/v1\/hooks\/:provider\/:secret\/:kind",le="\+Inf"\} \d+$/m,
    );
    for (const queue of ['hand_overs', 'files', 'bot_events', 'scheduled'])
      assert.match(text, new RegExp(`^gateway_${queue}_waiting \\d+$`, 'm'));
    assert.doesNotMatch(text, /secret thing|316123|hook-/);
    const series = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    assert.ok(series.every((line) => /^\w+(?:\{[^}]*\})? [\d.]+(?:e[+-]\d+)?$/.test(line)));
  });

  it('refuses a body of two megabytes without reading it all', async () => {
    assert.equal(await deliverText('messages', 'x'.repeat(2_000_000)), 400);
  });

  function deliver(kind: string, body: unknown): Promise<number> {
    return deliverText(kind, JSON.stringify(body));
  }

  async function deliverText(kind: string, body: string): Promise<number> {
    const response = await fetch(`${world.url}/v1/hooks/cm/hook-${tenant}/${kind}`, { method: 'POST', body });
    await response.arrayBuffer();
    return response.status;
  }

  async function startedConversation(): Promise<Conversation> {
    await deliver('messages', incoming({ text: 'Hello' }));
    const [conversation] = await conversations();
    assert.ok(conversation);
    return conversation;
  }

  async function sendTo({ id }: Conversation, clientId: string = crypto.randomUUID()): Promise<Message> {
    const content = { kind: 'text', text: 'Answer' };
    const body = { conversationId: id, channel: 'sms', accountId: null, content, replyToId: null };
    return (await call('/v1/messages', body, { 'idempotency-key': clientId })) as Message;
  }

  async function find(clientId: string): Promise<Message | null> {
    const response = await fetch(`${world.url}/v1/messages/by-client-id/${clientId}`, { headers: await headers() });
    return ((await response.json()) as { message: Message | null }).message;
  }

  function conversations(): Promise<readonly Conversation[]> {
    return conversationsOf(tenant);
  }

  async function conversationsOf(owner: string): Promise<readonly Conversation[]> {
    const query = { scope: { kind: 'all' }, sort: 'newest' };
    const page = await call('/v1/conversations/query', { query, page: { limit: 200 } }, {}, owner);
    return (page as Page<Conversation>).items;
  }

  async function texts(conversation: Conversation | undefined): Promise<readonly string[]> {
    const query = { kind: 'conversation', conversationId: conversation?.id };
    const page = (await call('/v1/messages/query', { query })) as MessagePage;
    return page.items.flatMap(({ content }) => (content.kind === 'text' ? [content.text] : []));
  }

  async function call(
    path: string,
    body: unknown,
    more: Readonly<Record<string, string>> = {},
    owner = tenant,
  ): Promise<unknown> {
    const response = await fetch(world.url + path, {
      method: 'POST',
      headers: { ...(await headers(owner)), ...more },
      body: JSON.stringify(body),
    });
    const answer: unknown = await response.json();
    assert.equal(response.status, 200, JSON.stringify(answer));
    return answer;
  }

  async function headers(owner = tenant): Promise<Record<string, string>> {
    return { authorization: `Bearer ${await mint({ tenant: owner, sub: 'sanne', branches: '*' })}` };
  }
});

let references = 0;

function incoming(fields: { readonly text: string; readonly from?: string; readonly at?: number }): unknown {
  const { text, from = '0031612345678', at = Date.now() } = fields;
  const reference = `mo-${(references += 1)}`;
  return toCmIncoming({ channel: 'sms', from, to: '3669', at, reference, content: { kind: 'text', text } });
}
