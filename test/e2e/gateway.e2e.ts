import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { clientIdOf } from '../../src/domain/cm-messages.ts';
import { click, customer, fill, openStage, openTab, shows, type Stage, until } from './support.ts';

interface Ledger {
  readonly entries: readonly { readonly reference: string; readonly to: string; readonly text: string }[];
}

describe('the demo as it comes', { timeout: 300_000 }, () => {
  let stage: Stage;

  before(async () => {
    stage = await openStage();
  });
  after(async () => {
    await stage.close();
  });

  const ask = async (path: string, init?: RequestInit): Promise<unknown> => {
    const response = await fetch(stage.origin + path, init);
    assert.equal(response.status, 200, path);
    return response.json();
  };
  const asJson = (method: string, body: unknown): RequestInit => ({
    method,
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });

  it('answers for the gateway on its own origin', async () => {
    assert.deepEqual(await ask('/healthz'), { status: 'ok' });
    assert.match(((await ask('/v1/openapi.json')) as { readonly openapi: string }).openapi, /^3\./);
    assert.equal((await fetch(`${stage.origin}/v1/session`)).status, 401, 'nobody gets in without a token');
  });

  it('sends what a co-worker writes through the gateway to the provider, and shows what comes back by webhook', async () => {
    const profile = await stage.profile();
    const tab = await openTab(profile, `${stage.origin}/?agent=1&lang=en#/conversations`);
    const { page, problems, foreignRequests } = tab;
    await click(page, 'option', new RegExp(`^${customer}`));
    await fill(page, 'Message', 'All the way');
    await click(page, 'button', /^Send to /);
    const entry = await until('the ledger', async () => {
      const { entries } = (await ask('/simulator/ledger')) as Ledger;
      return entries.find(({ text }) => text === 'All the way') ?? null;
    });
    assert.ok(clientIdOf(entry.reference), 'our reference is a client id');
    const inbound = { from: entry.to.replace(/^00/, '+'), channel: 'whatsapp', text: 'And all the way back' };
    await ask('/simulator/inbound', asJson('POST', inbound));
    await shows(tab, 'And all the way back');
    assert.deepEqual([problems, foreignRequests], [[], []]);
    await profile.close();
  });

  it('takes switches for the provider, and says which it does not have', async () => {
    await ask('/simulator/faults', asJson('PUT', { acceptThenTimeOut: 1 }));
    const refused = await fetch(`${stage.origin}/simulator/faults`, asJson('PUT', { nonsense: 1 }));
    assert.equal(refused.status, 400);
    await ask('/simulator/faults', asJson('PUT', {}));
  });

  const statusWith = (path: string, headers: Readonly<Record<string, string>>): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const call = request(stage.origin + path, { method: 'POST', headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      call.on('error', reject).end('agent-1');
    });

  it('mints no token for somebody who came under a name of somewhere else', async () => {
    assert.equal(await statusWith('/demo/token', { host: new URL(stage.origin).host }), 200);
    assert.equal(await statusWith('/demo/token', { host: 'evil.example' }), 403);
  });

  it('does nothing for a page of somewhere else', async () => {
    for (const path of ['/demo/token', '/demo/reset', '/simulator/media', '/simulator/inbound'])
      assert.equal(await statusWith(path, { 'sec-fetch-site': 'cross-site' }), 403, path);
    assert.equal(await statusWith('/demo/token', { 'sec-fetch-site': 'same-origin' }), 200);
  });
});
