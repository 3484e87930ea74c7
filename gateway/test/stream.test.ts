import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { createParser } from 'eventsource-parser';
import type { ChangeBatch } from '../../src/ports/adapter.ts';
import { aBranch, aConversation, aRecipient, aRecipientSummary } from '../../src/testing/builders.ts';
import { forgetTenant } from '../src/commands/forget.ts';
import type { ImportData } from '../src/commands/import.ts';
import { Client, eventually } from './client.ts';
import { mint, startWorld } from './harness.ts';
import type { Claims, World } from './harness.ts';

interface Heard {
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** One open stream and everything it told. */
class Ear {
  readonly heard: Heard[] = [];
  readonly comments: string[] = [];
  readonly ended: Promise<void>;
  readonly #ending = new AbortController();
  status = 0;

  constructor(url: string, token: string) {
    this.ended = this.#read(url, token).catch(() => undefined);
  }

  close(): void {
    this.#ending.abort();
  }

  named(event: string): readonly Heard[] {
    return this.heard.filter((each) => each.event === event);
  }

  get changes(): readonly string[] {
    return this.named('batch').flatMap(({ data }) => (data as unknown as ChangeBatch).changes.map(({ type }) => type));
  }

  async #read(url: string, token: string): Promise<void> {
    const headers = { authorization: `Bearer ${token}` };
    const response = await fetch(url, { headers, signal: this.#ending.signal });
    this.status = response.status;
    const parser = createParser({
      onEvent: ({ event = '', data }) => this.heard.push({ event, data: JSON.parse(data) as Heard['data'] }),
      onComment: (comment) => this.comments.push(comment),
    });
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) parser.feed(decoder.decode(chunk, { stream: true }));
  }
}

function oneConversation(): ImportData {
  const recipient = aRecipient({ id: 'anna', branchId: null });
  const summary = aRecipientSummary(recipient);
  const conversation = { recipient: summary, branchId: 'utrecht', coWorkerId: null, state: 'new' } as const;
  return { recipients: [recipient], conversations: [aConversation({ id: 'c1', ...conversation })] };
}

describe('the change stream', () => {
  let world: World;
  let client: Client;
  let count = 0;

  before(async () => {
    world = await startWorld({ streams: { heartbeatMs: 100, perCoWorker: 3 } });
  });
  after(() => world.close());
  beforeEach(async () => {
    client = new Client(world.url, `stream-${(count += 1)}`);
    await world.fill(client.tenant, {
      branches: [aBranch({ id: 'utrecht' }), aBranch({ id: 'gent' })],
      ...oneConversation(),
    });
  });

  it('tells that a conversation left to who may not see it any more, and the conversation to who may', async () => {
    const here = await listen({ sub: 'sanne', branch: 'utrecht' });
    const there = await listen({ sub: 'tim', branch: 'gent' });
    const everywhere = await listen({ sub: 'chief', branches: '*' });
    await change({ branchId: 'gent' });
    await eventually('all heard of it', () => [here, there, everywhere].every((ear) => ear.changes.length > 0));
    assert.deepEqual(here.changes, ['conversation-removed']);
    assert.deepEqual(there.changes, ['conversation', 'message']);
    assert.deepEqual(everywhere.changes, ['conversation', 'message']);
    for (const ear of [here, there, everywhere]) ear.close();
  });

  it('tells nothing of another branch, nor of another tenant', async () => {
    const stranger = await listen({ sub: 'tim', branch: 'gent' });
    const foreigner = await listen({ sub: 'sanne', branches: '*', tenant: 'somebody-else' });
    const everywhere = await listen({ sub: 'chief', branches: '*' });
    await change({ addTags: ['late'] });
    await eventually('it is heard', () => everywhere.changes.length > 0);
    await eventually('some heartbeats passed', () => stranger.comments.length > 2 && foreigner.comments.length > 2);
    assert.deepEqual([stranger.changes, foreigner.changes], [[], []]);
    for (const ear of [stranger, foreigner, everywhere]) ear.close();
  });

  it('tells the next change that concerns it, and only that, to a stream that slept through those of others', async () => {
    const here = await listen({ sub: 'tim', branch: 'gent' });
    const everywhere = await listen({ sub: 'chief', branches: '*' });
    for (let index = 0; index < 5; index += 1) await change({ addTags: [`tag ${index}`] });
    await eventually('the others heard them', () => everywhere.named('batch').length === 5);
    await change({ branchId: 'gent' });
    await change({ addTags: ['late'] });
    await eventually('both are heard', () => here.named('batch').length === 2);
    const [ready] = here.named('ready');
    assert.equal(here.named('batch')[0]?.data.previous, ready?.data.cursor, 'nothing was told between');
    assert.deepEqual(here.changes, ['conversation', 'message', 'conversation', 'message']);
    for (const ear of [here, everywhere]) ear.close();
  });

  it('tells of co-workers who come at once together, and of the last of them', async () => {
    const first = await listen({ sub: 'first', branches: '*' });
    const begun = Date.now();
    const others = [];
    for (let index = 0; index < 20; index += 1) others.push(await listen({ sub: `other-${index}`, branches: '*' }));
    const told = () => first.named('attendance').length;
    await eventually('it is told', () => told() > 0);
    const seconds = (Date.now() - begun) / 1_000;
    assert.ok(told() <= seconds + 2, `${told()} times in ${seconds} s`);
    const before = told();
    const last = await listen({ sub: 'last', branches: '*' });
    await eventually('of the last, too', () => told() > before);
    for (const ear of [first, last, ...others]) ear.close();
  });

  it('goes on from a cursor with exactly what was missed', async () => {
    const first = await listen({ sub: 'sanne', branches: '*' });
    await change({ addTags: ['one'] });
    await eventually('it is heard', () => first.changes.length > 0);
    first.close();
    await change({ addTags: ['two'] });
    await change({ addTags: ['three'] });
    const last = first.named('batch').at(-1)?.data.cursor;
    const second = await listen({ sub: 'sanne', branches: '*' }, { from: String(last) });
    await eventually('the rest is heard', () => second.named('batch').length === 2);
    assert.equal(second.named('batch')[0]?.data.previous, last);
    assert.equal(second.named('reset').length, 0);
    second.close();
  });

  it('says reset for a cursor whose events are gone, for one of the future and for one of another feed', async () => {
    for (let index = 0; index < 3; index += 1) await change({ addTags: [`tag ${index}`] });
    const { db } = world.gateway.core.parts;
    const [feed] = await db.query<{ identity: string; head: number }>(
      'select identity, head from feed where tenant = $1',
      [client.tenant],
    );
    await db.query('delete from feed_event where tenant = $1 and position <= $2', [client.tenant, feed?.head ?? 0]);
    await db.query('update feed set trimmed = head where tenant = $1', [client.tenant]);
    for (const from of [`${feed?.identity}.1`, `${feed?.identity}.99999`, 'another.1', '', '__proto__']) {
      const ear = await listen({ sub: 'sanne', branches: '*' }, { from });
      assert.equal(ear.heard[0]?.event, 'reset', from);
      ear.close();
      await ear.ended;
    }
  });

  it('says reset to open streams when the tenant was emptied, and goes on from there', async () => {
    const ear = await listen({ sub: 'sanne', branches: '*' });
    await change({ addTags: ['before'] });
    await eventually('it is heard', () => ear.changes.length > 0);
    const before = ear.named('batch').at(-1)?.data.cursor;
    await world.gateway.core.write(client.tenant, forgetTenant);
    await world.fill(client.tenant, { branches: [aBranch({ id: 'utrecht' })], ...oneConversation() });
    await eventually('the reset is heard', () => ear.named('reset').length > 0);
    assert.equal((await client.conversations()).length, 1);
    const heard = ear.changes.length;
    await change({ addTags: ['after'] });
    await eventually('the news is heard', () => ear.changes.length > heard);
    ear.close();
    const late = await listen({ sub: 'sanne', branches: '*' }, { from: String(before) });
    assert.equal(late.heard[0]?.event, 'reset', 'a cursor of before fits nowhere');
    late.close();
  });

  it('says bye when the token runs out, so that a fresh one is brought', async () => {
    const token = await mint({ tenant: client.tenant, sub: 'sanne', branches: '*' }, { lifetime: '-3s' });
    const ear = new Ear(`${world.url}/v1/events?scope=all`, token);
    await ear.ended;
    assert.deepEqual(
      ear.heard.map(({ event }) => event),
      ['ready', 'bye'],
    );
  });

  it('says bye to everybody when the gateway closes', async () => {
    const other = await startWorld();
    const token = await mint({ tenant: 'closing', sub: 'sanne' });
    const ear = new Ear(`${other.url}/v1/events?scope=all`, token);
    await eventually('it is ready', () => ear.heard.length > 0);
    await other.close();
    await ear.ended;
    assert.equal(ear.heard.at(-1)?.event, 'bye');
  });

  it('refuses more streams than one co-worker may have', async () => {
    const ears = [];
    for (let index = 0; index < 3; index += 1) ears.push(await listen({ sub: 'many', branches: '*' }));
    const token = await mint({ tenant: client.tenant, sub: 'many' });
    const refused = new Ear(`${world.url}/v1/events?scope=all`, token);
    await refused.ended;
    assert.equal(refused.status, 429);
    for (const ear of ears) ear.close();
    await eventually('the streams are counted out', () => world.gateway.metrics.text().includes('gateway_streams 0'));
  });

  it('holds nothing up for one who does not read', async () => {
    const token = await mint({ tenant: client.tenant, sub: 'slow', branches: '*' });
    const slow = await fetch(`${world.url}/v1/events?scope=all`, { headers: { authorization: `Bearer ${token}` } });
    const quick = await listen({ sub: 'quick', branches: '*' });
    for (let index = 0; index < 30; index += 1) await change({ addTags: [`${index} `.repeat(500)] });
    await eventually('the quick one heard all', () => quick.named('batch').length === 30);
    await slow.body?.cancel();
    quick.close();
  });

  for (const question of ['', '?scope=theirs', '?scope=recipient']) {
    it(`refuses a scope that is none: ${question || 'nothing'}`, async () => {
      const response = await fetch(`${world.url}/v1/events${question}`, { headers: await client.headers() });
      assert.equal(response.status, 400);
    });
  }

  async function listen(
    claims: Partial<Claims> & { sub: string },
    { from = null }: { from?: string | null } = {},
  ): Promise<Ear> {
    const token = await mint({ tenant: client.tenant, ...claims });
    const question = new URLSearchParams({ scope: 'all', ...(from !== null && { from }) });
    const ear = new Ear(`${world.url}/v1/events?${question.toString()}`, token);
    await eventually('it is ready', () => ear.named('ready').length > 0);
    return ear;
  }

  async function change(body: unknown): Promise<void> {
    const response = await fetch(`${world.url}/v1/conversations/c1`, {
      method: 'PATCH',
      headers: await client.headers(),
      body: JSON.stringify(body),
    });
    assert.equal(response.status, 200, await response.text());
  }
});
