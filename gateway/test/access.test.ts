import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { aBranch, aConversation, aMessage, aRecipient, aRecipientSummary } from '../../src/testing/builders.ts';
import type { ImportData } from '../src/commands/import.ts';
import { routes } from '../src/http/routes.ts';
import { mustMatch } from '../src/http/schema-check.ts';
import { sealWith } from '../src/sealing.ts';
import {
  beginUpload,
  fileOf,
  conversationOf,
  newKey,
  partsAsked,
  putBulk,
  partsOfTenant,
  recipientOf,
  settingsOf,
  situations,
} from './access-parts.ts';
import { inboundAsked, inboundOfAdmin, listingTemplates } from './access-inbound.ts';
import type { Asked, Request, Situation } from './access-parts.ts';
import { scheduleAsked } from './access-schedule.ts';
import { mint, startWorld } from './harness.ts';
import type { Claims, World } from './harness.ts';

const connection = { provider: 'cm', from: '3669', namespace: null };
const everything = { scope: { kind: 'all' }, sort: 'newest' };

const asked: Readonly<Record<string, Asked>> = {
  getSession: { request: () => ({}), otherwise: 'hides' },
  queryConversations: { request: () => ({ body: { query: everything } }), otherwise: 'hides' },
  openConversation: {
    request: (situation) => ({ body: { recipientId: recipientOf(situation) } }),
    otherwise: 'not-found',
  },
  getConversation: { request: (situation) => ({ path: { id: conversationOf(situation) } }), otherwise: 'not-found' },
  updateConversation: {
    request: (situation) => ({ path: { id: conversationOf(situation) }, body: { addTags: ['seen'] } }),
    otherwise: 'not-found',
  },
  queryMessages: {
    request: (situation) => ({ body: { query: { kind: 'conversation', conversationId: conversationOf(situation) } } }),
    otherwise: 'not-found',
  },
  findMessage: { request: (situation) => ({ path: { clientId: `client-${situation}` } }), otherwise: 'hides' },
  sendMessage: {
    request: (situation) => ({
      headers: newKey(),
      body: {
        conversationId: conversationOf(situation),
        channel: 'sms',
        accountId: null,
        content: { kind: 'text', text: 'Hello' },
        replyToId: null,
      },
    }),
    otherwise: 'not-found',
  },
  addNote: {
    request: (situation) => ({ headers: newKey(), body: { conversationId: conversationOf(situation), text: 'Hm' } }),
    otherwise: 'not-found',
  },
  getRecipient: { request: (situation) => ({ path: { id: recipientOf(situation) } }), otherwise: 'not-found' },
  queryRecipients: { request: () => ({ body: { text: '' } }), otherwise: 'hides' },
  listCoWorkers: { request: () => ({}), otherwise: 'hides' },
  listBranches: { request: () => ({}), otherwise: 'hides' },
  listTemplates: { request: () => ({}), otherwise: 'hides' },
  getInvitation: { request: () => ({}), otherwise: 'hides' },
  getConnection: { request: () => ({}), otherwise: 'hides' },
  putConnection: {
    request: (situation) => ({ body: { ...connection, productToken: `secret-${situation}` } }),
    otherwise: 'hides',
  },
  testConnection: { request: () => ({}), otherwise: 'hides' },
  import: { request: () => ({ body: {} }), otherwise: 'hides' },
  ...partsAsked,
  ...inboundAsked,
  ...scheduleAsked,
};

/** What belongs to the whole tenant may be seen from every branch. */
const isOfTenant = new Set([
  'getConnection',
  'putConnection',
  'testConnection',
  'getSession',
  'listCoWorkers',
  'listBranches',
  'listTemplates',
  'getInvitation',
  'import',
  ...partsOfTenant,
  ...Object.keys(inboundAsked),
]);

const me: Claims = { tenant: 'mine', sub: 'sanne', name: 'Sanne', branch: 'utrecht', roles: ['admin'] };

describe('who may see what', () => {
  let world: World;

  before(async () => {
    world = await startWorld({ seal: sealWith(randomBytes(32)) });
    await world.connect('mine');
    await listingTemplates(world, 'mine');
    await world.fill('mine', dataFor('own', 'utrecht'));
    await world.fill('mine', dataFor('other-branch', 'gent'));
    await world.fill('theirs', dataFor('other-tenant', 'utrecht'));
    const { db } = world.gateway.core.parts;
    for (const situation of situations) await putBulk(db, situation === 'other-tenant' ? 'theirs' : 'mine', situation);
    for (const situation of situations)
      await beginUpload(db, situation === 'other-tenant' ? 'theirs' : 'mine', situation);
    await ask('getSession', 'own');
  });
  after(() => world.close());

  it('knows a request for every route', () => {
    assert.deepEqual(Object.keys(asked).sort(), routes.map(({ id }) => id).sort());
  });

  for (const route of routes) {
    for (const situation of situations) {
      const isSeen = situation === 'own';
      const expected = isSeen
        ? 'answers as documented'
        : asked[route.id]?.otherwise === 'hides'
          ? 'shows nothing'
          : '404';
      it(`${route.id} of ${situation}: ${expected}`, async () => {
        const response = await ask(route.id, situation);
        const text = await response.text();
        if (!isSeen && asked[route.id]?.otherwise === 'not-found') {
          assert.equal(response.status, 404, text);
          assert.equal((JSON.parse(text) as { code: string }).code, 'not-found');
          return;
        }
        assert.equal(response.status, 200, text);
        mustMatch(route.gives, JSON.parse(text));
        const hidden = isOfTenant.has(route.id) ? ['other-tenant'] : ['other-branch', 'other-tenant'];
        for (const other of hidden) assert.ok(!text.includes(`-${other}`), `${other} is in ${text.slice(0, 500)}`);
      });
    }

    it(`${route.id} without a token: 401`, async () => {
      const response = await ask(route.id, 'own', null);
      assert.equal(response.status, 401);
      assert.match(response.headers.get('content-type') ?? '', /^application\/problem\+json/);
    });

    if (route.takes !== null) {
      it(`${route.id} with a body of another shape: 400 with the path`, async () => {
        const { path = {}, headers = {} } = asked[route.id]?.request('own') ?? {};
        const response = await send(route.id, { path, headers, body: ['nonsense'] }, me);
        assert.equal(response.status, 400);
        assert.equal(((await response.json()) as { code: string }).code, 'invalid');
      });
    }
  }

  for (const id of ['import', 'getConnection', 'putConnection', 'testConnection', ...inboundOfAdmin]) {
    it(`${id} without the role admin: 403`, async () => {
      assert.equal((await ask(id, 'own', { ...me, roles: [] })).status, 403);
    });
  }

  it('a repeated key of another branch’s message tells nothing of it', async () => {
    const headers = { 'idempotency-key': 'client-other-branch' };
    const { body } = asked.sendMessage?.request('own') ?? {};
    const response = await send('sendMessage', { headers, body }, me);
    assert.equal(response.status, 422);
    assert.doesNotMatch(await response.text(), /conversation-other-branch/);
  });

  function ask(id: string, situation: Situation, claims: Claims | null = me): Promise<Response> {
    const { request } = asked[id] ?? {};
    assert.ok(request);
    return send(id, request(situation), claims);
  }

  async function send(id: string, request: Request, claims: Claims | null): Promise<Response> {
    const route = routes.find((candidate) => candidate.id === id);
    assert.ok(route);
    const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => request.path?.[name] ?? '');
    return fetch(world.url + path, {
      method: route.method,
      headers: {
        ...request.headers,
        ...(claims && { authorization: `Bearer ${await mint(claims)}` }),
        ...(request.body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
      ...(request.bytes && { body: request.bytes }),
    });
  }
});

function dataFor(situation: Situation, branchId: string): ImportData {
  const recipient = aRecipient({ id: recipientOf(situation), branchId, coWorkerId: null });
  const id = conversationOf(situation);
  const message = aMessage({
    id: `message-${situation}`,
    conversationId: id,
    recipientId: recipient.id,
    direction: 'outgoing',
    clientId: `client-${situation}`,
  });
  const conversation = aConversation({
    id,
    recipient: aRecipientSummary(recipient),
    coWorkerId: null,
    state: 'new',
    branchId,
  });
  const branch = aBranch({ id: branchId, name: branchId });
  return {
    branches: [branch],
    recipients: [recipient],
    conversations: [conversation],
    messages: [message],
    files: [fileOf(situation)],
    ...settingsOf(situation),
  };
}
