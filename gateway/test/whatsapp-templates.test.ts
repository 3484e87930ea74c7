import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { ApprovedTemplate } from '../../src/domain/approved-template.ts';
import type { Page } from '../../src/ports/adapter.ts';
import { manualClock } from '../../src/testing/manual-clock.ts';
import { whatsAppProvider } from '../src/providers/whatsapp/whatsapp-provider.ts';
import { readWhatsAppTemplate } from '../src/providers/whatsapp/whatsapp-templates.ts';
import { listen } from '../src/serve.ts';
import type { Listening } from '../src/serve.ts';
import { Client, eventually } from './client.ts';
import { mint, startWorld } from './harness.ts';
import type { World } from './harness.ts';

const appSecret = 'the-secret-of-the-app';
const hookSecret = 'a-hook-secret-that-is-long';

const orderReady = {
  id: '101',
  name: 'order_ready',
  language: 'nl',
  category: 'UTILITY',
  status: 'APPROVED',
  rejected_reason: 'NONE',
  quality_score: { score: 'GREEN' },
  components: [
    { type: 'HEADER', format: 'IMAGE', example: { header_handle: ['https://files.example/a.png'] } },
    { type: 'BODY', text: 'Bestelling {{1}} is klaar, {{2}}.', example: { body_text: [['12', 'Anna']] } },
    { type: 'FOOTER', text: 'Bakkerij' },
    {
      type: 'BUTTONS',
      buttons: [
        { type: 'URL', text: 'Volgen', url: 'https://example.org/{{1}}', example: ['https://example.org/a1'] },
        { type: 'PHONE_NUMBER', text: 'Bellen', phone_number: '+31850000000' },
        { type: 'QUICK_REPLY', text: 'Dank je' },
        { type: 'COPY_CODE', example: 'KORTING' },
      ],
    },
  ],
};

describe('a template as Meta lists it', () => {
  it('is read with everything that is to be filled', () => {
    const parameter = { type: 'text', label: null, currency: null, source: null };
    assert.deepEqual(readWhatsAppTemplate(orderReady), {
      id: '101',
      name: 'order_ready',
      language: 'nl',
      channel: 'whatsapp',
      accountId: null,
      category: 'utility',
      status: 'approved',
      statusReason: null,
      quality: 'green',
      parameterFormat: 'positional',
      header: { type: 'image', exampleUrl: 'https://files.example/a.png' },
      body: {
        text: 'Bestelling {{1}} is klaar, {{2}}.',
        parameters: [
          { name: '1', example: '12', ...parameter },
          { name: '2', example: 'Anna', ...parameter },
        ],
      },
      footer: 'Bakkerij',
      buttons: [
        {
          type: 'url',
          label: 'Volgen',
          url: 'https://example.org/{{1}}',
          parameter: { name: '1', example: 'https://example.org/a1', ...parameter },
        },
        { type: 'phone', label: 'Bellen', phone: '+31850000000' },
        { type: 'quick-reply', label: 'Dank je' },
        { type: 'copy-code', label: '', example: 'KORTING' },
      ],
    });
  });

  it('has named places where it says so', () => {
    const body = {
      type: 'BODY',
      text: 'Dear {{first_name}}, hello',
      example: { body_text_named_params: [{ param_name: 'first_name', example: 'Anna' }] },
    };
    const template = readWhatsAppTemplate({ ...orderReady, parameter_format: 'NAMED', components: [body] });
    assert.equal(template?.parameterFormat, 'named');
    assert.deepEqual(
      template.body.parameters.map(({ name, example }) => [name, example]),
      [['first_name', 'Anna']],
    );
  });

  for (const { status, expected } of [
    { status: 'APPROVED', expected: 'approved' },
    { status: 'PENDING', expected: 'pending' },
    { status: 'PAUSED', expected: 'paused' },
    { status: 'DISABLED', expected: 'disabled' },
    { status: 'SOMETHING_NEW', expected: 'pending' },
  ]) {
    it(`[TP1] that is ${status} is ${expected}`, () => {
      assert.equal(readWhatsAppTemplate({ ...orderReady, status })?.status, expected);
    });
  }

  for (const { what, component } of [
    { what: 'header', component: { type: 'HEADER', format: 'GIF' } },
    { what: 'button', component: { type: 'BUTTONS', buttons: [{ type: 'FLOW', text: 'Start' }] } },
  ]) {
    it(`[TP1] with a ${what} that nobody can send is shown and not offered`, () => {
      const components = [component, { type: 'BODY', text: 'Hello' }];
      const template = readWhatsAppTemplate({ ...orderReady, components });
      assert.ok(template?.buttons.some(({ type }) => type === 'unsupported'));
    });
  }

  for (const value of [null, 1, [], {}, { ...orderReady, components: 'none' }, { ...orderReady, id: null }]) {
    it(`that is none is left out: ${JSON.stringify(value).slice(0, 40)}`, () => {
      assert.equal(readWhatsAppTemplate(value), null);
    });
  }
});

describe('the list of approved templates', () => {
  const clock = manualClock(Date.parse('2026-11-23T09:00:00Z'));
  let world: World;
  let graph: Listening;
  let client: Client;
  let count = 0;
  let templates: readonly object[] = [];
  let asked = 0;

  before(async () => {
    world = await startWorld({ clock });
    const fetch = (request: Request): Response => {
      asked += 1;
      const { pathname, searchParams } = new URL(request.url);
      if (request.headers.get('authorization') !== 'Bearer access' || pathname !== '/9001/message_templates')
        return Response.json({ error: { code: 190 } }, { status: 401 });
      const at = Number(searchParams.get('after') ?? '0');
      const next = at + 1 < templates.length ? { next: 'https://graph.example/next' } : {};
      return Response.json({
        data: templates.slice(at, at + 1),
        paging: { cursors: { after: String(at + 1) }, ...next },
      });
    };
    graph = await listen({ fetch }, { port: 0, hostname: '127.0.0.1' });
  });
  after(async () => {
    await world.close();
    await graph.close(0);
  });
  beforeEach(() => {
    asked = 0;
    templates = [orderReady, { ...orderReady, id: '102', language: 'en' }, { broken: true }];
    client = new Client(world.url, `templates-${(count += 1)}`);
    connect('access');
  });

  it('is brought page by page; what cannot be read is left out', async () => {
    assert.deepEqual(await (await refresh()).json(), { templates: 2 });
    assert.deepEqual(await listed(), ['en approved', 'nl approved']);
  });

  it('forgets what the provider has no longer', async () => {
    await refresh();
    templates = [orderReady];
    await refresh();
    assert.deepEqual(await listed(), ['nl approved']);
  });

  it('is brought by itself for who looks, not more often than every ten minutes', async () => {
    assert.deepEqual(await listed(), []);
    await eventually('it is there', async () => (await listed()).length === 2);
    const before = asked;
    templates = [orderReady];
    await listed();
    assert.equal(asked, before);
    clock.skew(11 * 60_000);
    await listed();
    await eventually('it is brought again', async () => (await listed()).length === 1);
  });

  it('keeps what it has when the provider says no', async () => {
    await refresh();
    connect('wrong');
    assert.equal((await refresh()).status, 503);
    assert.equal((await listed()).length, 2);
  });

  it('[TP1] follows the provider’s word on one template', async () => {
    await refresh();
    const value = { event: 'PAUSED', message_template_id: 101, reason: 'Low quality' };
    const changes = [{ field: 'message_template_status_update', value }];
    const body = JSON.stringify({ entry: [{ id: '9001', changes }] });
    const signature = `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`;
    const url = `${world.url}/v1/hooks/whatsapp/${hookSecret}${count}/events`;
    const response = await fetch(url, { method: 'POST', body, headers: { 'x-hub-signature-256': signature } });
    assert.equal(response.status, 200);
    assert.deepEqual(await listed(), ['en approved', 'nl paused']);
  });

  it('is imported where the provider has none', async () => {
    await world.connect(client.tenant);
    const response = await refresh();
    assert.equal(((await response.json()) as { code: string }).code, 'unsupported');
    const template = readWhatsAppTemplate(orderReady);
    assert.ok(template);
    await world.fill(client.tenant, { approvedTemplates: [template] });
    assert.deepEqual(await listed(), ['nl approved']);
  });

  function connect(accessToken: string): void {
    const url = `http://127.0.0.1:${graph.port}`;
    const provider = whatsAppProvider({ accessToken, phoneNumberId: '1', appSecret, businessId: '9001', url });
    world.accounts.add({ tenant: client.tenant, provider, hookSecret: `${hookSecret}${count}` });
  }

  async function refresh(): Promise<Response> {
    const token = await mint({ tenant: client.tenant, sub: 'chief', roles: ['admin'] });
    const headers = { authorization: `Bearer ${token}` };
    return fetch(`${world.url}/v1/approved-templates/refresh`, { method: 'POST', headers });
  }

  async function listed(): Promise<readonly string[]> {
    const page = (await client.post('/v1/approved-templates/query', { filter: {} })) as Page<ApprovedTemplate>;
    return page.items.map(({ language, status }) => `${language} ${status}`);
  }
});
