import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, beforeEach, describe, it } from 'node:test';
import type { Content } from '../../src/domain/model.ts';
import { anAttachment } from '../../src/testing/builders.ts';
import { manualClock } from '../../src/testing/manual-clock.ts';
import { toCmRequest } from '../src/providers/cm/cm-request.ts';
import { listen } from '../src/serve.ts';
import type { Listening } from '../src/serve.ts';
import { Simulator } from '../src/simulator/simulator.ts';
import { eventually } from './client.ts';

describe('the simulated provider', () => {
  const folder = mkdtempSync(join(tmpdir(), 'simulator-'));
  const clock = manualClock();
  let hooks: Listening;
  let reports: { readonly path: string; readonly body: string }[];
  let simulator: Simulator;

  const start = (): Simulator =>
    new Simulator({
      hookUrl: () => `http://127.0.0.1:${hooks.port}`,
      productToken: 'token',
      clock,
      ledgerFile: join(folder, 'ledger.jsonl'),
      mediaFolder: join(folder, 'media'),
    });
  beforeEach(async () => {
    reports = [];
    const fetch = async (request: Request): Promise<Response> => {
      reports.push({ path: new URL(request.url).pathname, body: await request.text() });
      return new Response('ok');
    };
    hooks = await listen({ fetch }, { port: 0, hostname: '127.0.0.1' });
    simulator = start();
    simulator.clear();
  });
  afterEach(async () => {
    simulator.close();
    await hooks.close(0);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  async function send(
    text: string,
    reference: string,
    channel: 'sms' | 'whatsapp' = 'whatsapp',
    content: Content = { kind: 'text', text },
  ): Promise<void> {
    const message = { channel, accountId: null, address: '+31612345678', reference, content };
    const asked = toCmRequest(message, { from: '3669' });
    assert.ok(asked.ok);
    const headers = { 'x-cm-producttoken': 'token' };
    const request = { method: 'POST', headers, body: JSON.stringify(asked.body) };
    assert.equal((await simulator.app.request('/v1.0/message', request)).status, 200);
  }

  const faults = (body: unknown): Response | Promise<Response> =>
    simulator.app.request('/faults', { method: 'PUT', body: JSON.stringify(body) });

  it('reports sent, delivered and read; a text message is never read', async () => {
    await send('Seen', 'r1');
    await eventually('three reports', () => reports.length === 3);
    await send('Not seen', 'r2', 'sms');
    await eventually('two more', () => reports.length === 5);
    assert.equal(reports.filter(({ body }) => body.includes('r2')).length, 2);
  });

  it('reports the failure that was chosen, and nothing arrives on the phone', async () => {
    await faults({ ending: 'failed', failCode: '131050', failDescription: 'opted out' });
    await send('Not wanted', 'r1');
    await eventually('the failure', () => reports.some(({ body }) => body.includes('131050')));
    const { messages } = simulator.phones.page('+31612345678');
    assert.deepEqual(
      messages.map(({ text, arrived }) => [text, arrived]),
      [['Not wanted', false]],
    );
  });

  it('keeps its ledger when it is restarted, and reports again on what it took', async () => {
    await faults({ silence: true });
    await send('Silent', 'r1');
    await faults({});
    await send('Kept', 'r2');
    await eventually('its reports', () => reports.length === 3);
    simulator.close();
    reports = [];
    simulator = start();
    assert.deepEqual(
      simulator.ledger.map(({ reference, text }) => [reference, text]),
      [
        ['r1', 'Silent'],
        ['r2', 'Kept'],
      ],
    );
    assert.equal(simulator.phones.page('+31612345678').messages.length, 2);
    simulator.reportAgain();
    await eventually('the reports again', () => reports.length === 3);
    assert.ok(
      reports.every(({ body }) => body.includes('r2')),
      'silence stays silence',
    );
  });

  it('keeps the files on phones when it is restarted, and hands out nothing else', async () => {
    const source = `http://127.0.0.1:${hooks.port}/bill.txt`;
    const attachment = { ...anAttachment({ name: 'bill.txt', mimeType: 'text/plain' }), url: source };
    await send('', 'r1', 'whatsapp', { kind: 'document', attachment, caption: null });
    const [shown] = simulator.phones.page('+31612345678').messages;
    assert.ok(shown?.content.kind === 'document');
    const { id } = shown.content.attachment;
    const fetches = (): number => reports.filter(({ path }) => path === '/bill.txt').length;
    await eventually('the file is here', async () => (await simulator.app.request(`/media/${id}`)).status === 200);
    simulator.close();
    simulator = start();
    simulator.phones.remember([{ ...shown, reactions: ['👍'], text: 'As the gateway has it' }]);
    const [after] = simulator.phones.page('+31612345678').messages;
    assert.deepEqual([after?.text, after?.reactions], ['bill.txt', ['👍']]);
    assert.equal(await (await simulator.app.request(`/media/${id}`)).text(), 'ok');
    assert.equal(fetches(), 1, 'it was fetched once');
    for (const other of ['..%2Fledger.jsonl', `..%2Fmedia%2F${id}`, `${id}.json`, '%00'])
      assert.equal((await simulator.app.request(`/media/${other}`)).status, 404, other);
  });

  it('shows a phone its history in pages, newest last', async () => {
    const written = Array.from({ length: 60 }, (_, index) => ({
      id: `m${index}`,
      number: '+31600000000',
      channel: 'sms' as const,
      isMine: true,
      at: index,
      text: String(index),
      content: { kind: 'text' as const, text: String(index) },
      ...{ reference: null, answersId: null, reactions: [], arrived: true },
    }));
    simulator.phones.remember(written);
    const page = simulator.phones.page('+31600000000');
    assert.deepEqual([page.messages.length, page.messages.at(-1)?.text, page.older], [50, '59', 10]);
    const rest = simulator.phones.page('+31600000000', page.older ?? 0);
    assert.deepEqual([rest.messages.length, rest.messages[0]?.text, rest.older], [10, '0', null]);
    assert.deepEqual(simulator.phones.lately, ['+31600000000']);
  });

  it('hands over what customers write, under our names of channels or CM.com’s, from any spelling of a number', async () => {
    for (const channel of ['whatsapp', 'WhatsApp', 'SMS'])
      await simulator.customerWrites({ channel, from: '0612345678', text: `By ${channel}` });
    assert.equal(reports.length, 3);
    assert.deepEqual(
      simulator.phones.page('+31612345678').messages.map(({ text }) => text),
      ['By whatsapp', 'By WhatsApp', 'By SMS'],
    );
    await assert.rejects(simulator.customerWrites({ channel: 'pigeon', from: '0612345678', text: '' }));
  });

  for (const wrong of [{ ending: 'unknown' }, { ending: 1 }, { failCode: 'x'.repeat(201) }, { nothing: true }, []]) {
    it(`refuses switches that it does not have: ${JSON.stringify(wrong).slice(0, 40)}`, async () => {
      assert.equal((await faults(wrong)).status, 400);
    });
  }
});
