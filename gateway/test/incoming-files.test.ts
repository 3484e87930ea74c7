import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { toCmIncoming } from '../../src/domain/cm-messages.ts';
import type { Attachment, Content, Message } from '../../src/domain/model.ts';
import { anAttachment } from '../../src/testing/builders.ts';
import { isPublicAddress } from '../src/files/public-address.ts';
import { whatsAppProvider } from '../src/providers/whatsapp/whatsapp-provider.ts';
import { listen } from '../src/serve.ts';
import type { Listening } from '../src/serve.ts';
import { Client, eventually } from './client.ts';
import { startWorld } from './harness.ts';
import type { World } from './harness.ts';

const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(2_000_000, 7)]);
const appSecret = 'the-secret-of-the-app';
const hookSecret = 'a-hook-secret-that-is-long';

describe('files that customers send', () => {
  let world: World;
  let host: Listening;
  /** Not trusted: what is on this machine is nobody's business. */
  let inside: Listening;
  let client: Client;
  let count = 0;
  let asked: Request[] = [];
  let insideAsked = 0;
  let answer: (request: Request) => Response;

  before(async () => {
    host = await listen(
      {
        fetch: (request) => {
          asked.push(request);
          return answer(request);
        },
      },
      { port: 0, hostname: '127.0.0.1' },
    );
    inside = await listen(
      {
        fetch: () => {
          insideAsked += 1;
          return new Response('secret');
        },
      },
      { port: 0, hostname: '127.0.0.1' },
    );
    world = await startWorld({ trustedOrigins: new Set([addressOf(host)]), mostFileBytes: 4_000_000 });
  });
  after(async () => {
    await world.close();
    await host.close(0);
    await inside.close(0);
  });
  beforeEach(async () => {
    asked = [];
    insideAsked = 0;
    answer = () => new Response(png);
    client = new Client(world.url, `files-${(count += 1)}`);
    await world.connect(client.tenant);
  });

  it('are fetched once, called what they are, and opened by a link of ours', async () => {
    await arrives({ url: `${addressOf(host)}/a`, mimeType: 'image/jpeg', name: 'holiday.jpg' });
    const { content, version } = await fetched();
    assert.ok(content.kind === 'image');
    const { id, url, mimeType, sizeBytes, name } = content.attachment;
    assert.deepEqual([url, mimeType, sizeBytes, name], [null, 'image/png', png.length, 'holiday.jpg']);
    assert.ok(version > 1);
    const { path } = await world.gateway.core.files.link(client.tenant, id);
    assert.deepEqual(Buffer.from(await (await fetch(world.url + path)).arrayBuffer()), png);
    assert.equal(asked.length, 1);
  });

  it('[AT4] that call themselves pictures and are pages become documents that nothing shows', async () => {
    answer = () =>
      new Response('<!doctype html><script>alert(1)</script>', { headers: { 'content-type': 'image/png' } });
    await arrives({ url: `${addressOf(host)}/a`, mimeType: 'image/png', name: 'picture.png' });
    const { content } = await fetched();
    assert.equal(content.kind, 'document');
    assert.deepEqual(await fileColumns('previewable'), [false]);
  });

  it('that are programs are kept, but shown as nothing', async () => {
    answer = () => new Response(Buffer.from('MZ and so on'));
    await arrives({ url: `${addressOf(host)}/a`, mimeType: 'video/mp4', name: 'film.mp4' });
    assert.equal((await fetched()).content.kind, 'document');
  });

  it('are asked for again while the provider has trouble', async () => {
    answer = () => new Response(null, { status: 503 });
    await arrives({ url: `${addressOf(host)}/a` });
    await eventually('it was tried', async () => asked.length === 1 && (await fileColumns('holder'))[0] === null);
    assert.deepEqual(await addressNow(), { url: null, thumbnailUrl: null, expiresAt: null }, 'it is on its way');
    answer = () => new Response(png);
    await client.conversations();
    await world.gateway.core.parts.db.query('update file set not_before = now() where tenant = $1', [client.tenant]);
    await fetched();
    assert.match(((await addressNow()) as { readonly url: string }).url, /^\.\.\/files\//);
  });

  for (const { what, reply } of [
    { what: 'is not there', reply: () => new Response(null, { status: 404 }) },
    { what: 'is empty', reply: () => new Response('') },
    { what: 'is too large and says so', reply: () => new Response(Buffer.alloc(4_000_001)) },
    { what: 'is too large and does not say so', reply: () => new Response(endless()) },
    { what: 'leads to this machine', reply: () => Response.redirect(`${addressOf(inside)}/x`) },
    { what: 'leads in a circle', reply: (request: Request) => Response.redirect(request.url) },
    { what: 'leads to another protocol', reply: () => redirect('ftp://example.org/x') },
  ]) {
    it(`are given up when the file ${what}`, async () => {
      answer = reply;
      await arrives({ url: `${addressOf(host)}/a` });
      await givenUp();
      assert.equal(insideAsked, 0);
    });
  }

  it('[I11] are never fetched from this machine or its network', async () => {
    const { port } = inside;
    const addresses = [
      `http://127.0.0.1:${port}/`,
      'http://127.0.0.1/',
      'http://localhost/',
      'http://[::1]/',
      'http://[::ffff:7f00:1]/',
      'http://2130706433/',
      'http://0x7f.1/',
      'http://169.254.169.254/latest/meta-data',
      'http://user:password@example.org/',
      'https://example.org:8443/',
    ];
    for (const [index, url] of addresses.entries()) await arrives({ url, name: `file-${index}` });
    await eventually('all are given up', async () => {
      return (await fileColumns('state')).filter((state) => state === 'gone').length === addresses.length;
    });
    assert.equal(insideAsked, 0);
  });

  it('of WhatsApp are found by their id, and only its own address hears the token', async () => {
    const provider = whatsAppProvider({ accessToken: 'access', phoneNumberId: '1', appSecret, url: addressOf(host) });
    world.accounts.add({ tenant: client.tenant, hookSecret, provider });
    answer = (request) => {
      if (request.headers.get('authorization') !== 'Bearer access') return new Response(null, { status: 401 });
      const { pathname } = new URL(request.url);
      return pathname === '/media-7' ? Response.json({ url: `${addressOf(host)}/bytes` }) : new Response(png);
    };
    const image = { id: 'media-7', mime_type: 'image/png' };
    const message = { from: '31612345678', id: 'wamid.1', timestamp: '1764000000', type: 'image', image };
    const value = { metadata: { display_phone_number: '31850000000' }, messages: [message] };
    const body = JSON.stringify({ entry: [{ changes: [{ field: 'messages', value }] }] });
    const signature = `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`;
    const url = `${world.url}/v1/hooks/whatsapp/${hookSecret}/events`;
    const response = await fetch(url, { method: 'POST', body, headers: { 'x-hub-signature-256': signature } });
    assert.equal(response.status, 200);
    assert.equal((await fetched()).content.kind, 'image');
    assert.deepEqual(
      asked.map((request) => new URL(request.url).pathname),
      ['/media-7', '/bytes'],
    );
  });

  async function arrives(fields: Partial<Attachment>): Promise<void> {
    const attachment = anAttachment({ name: 'file', mimeType: 'image/png', ...fields });
    const content = { kind: 'image', attachment, caption: null } as const;
    const reference = `mo-${attachment.url}`;
    const at = Date.now();
    const body = toCmIncoming({ channel: 'whatsapp', from: '0031612345678', to: '3669', at, reference, content });
    const url = `${world.url}/v1/hooks/cm/hook-${client.tenant}/messages`;
    assert.equal((await fetch(url, { method: 'POST', body: JSON.stringify(body) })).status, 200);
  }

  async function fetched(): Promise<Message & { readonly content: Extract<Content, { attachment: Attachment }> }> {
    await eventually('the file is here', async () => (await fileColumns('state'))[0] === 'here');
    const [conversation] = await client.conversations();
    const messages = await client.messages({ id: conversation?.id ?? '' });
    const message = messages.find(({ content }) => 'attachment' in content);
    assert.ok(message && 'attachment' in message.content);
    return { ...message, content: message.content };
  }

  /** What a page hears that asks for the file. */
  async function addressNow(): Promise<unknown> {
    const { db } = world.gateway.core.parts;
    const [file] = await db.query<{ id: string }>('select id from file where tenant = $1', [client.tenant]);
    const address = `${world.url}/v1/attachments/${file?.id}/address`;
    return (await fetch(address, { headers: await client.headers() })).json();
  }

  async function givenUp(): Promise<void> {
    await eventually('it is given up', async () => (await fileColumns('state'))[0] === 'gone');
    const { db } = world.gateway.core.parts;
    await eventually('nothing of it is kept', async () => {
      return (await db.query('select 1 from file_piece where tenant = $1', [client.tenant])).length === 0;
    });
  }

  async function fileColumns(column: 'state' | 'previewable' | 'holder'): Promise<readonly unknown[]> {
    const text = `select ${column} as value from file where tenant = $1`;
    return (await world.gateway.core.parts.db.query(text, [client.tenant])).map(({ value }) => value);
  }
});

describe('an address of the internet', () => {
  for (const { address, isPublic } of [
    { address: '93.184.216.34', isPublic: true },
    { address: '172.15.255.255', isPublic: true },
    { address: '172.16.0.1', isPublic: false },
    { address: '10.1.2.3', isPublic: false },
    { address: '192.168.1.1', isPublic: false },
    { address: '100.64.0.1', isPublic: false },
    { address: '169.254.169.254', isPublic: false },
    { address: '127.0.0.1', isPublic: false },
    { address: '0.0.0.0', isPublic: false },
    { address: '224.0.0.1', isPublic: false },
    { address: '255.255.255.255', isPublic: false },
    { address: '2a00:1450:400e:80c::200e', isPublic: true },
    { address: '::1', isPublic: false },
    { address: '::ffff:10.0.0.1', isPublic: false },
    { address: 'fe80::1', isPublic: false },
    { address: 'fd00::1', isPublic: false },
    { address: '64:ff9b::7f00:1', isPublic: false },
    { address: '2002:7f00:1::', isPublic: false },
    { address: '2001:db8::1', isPublic: false },
    { address: 'example.org', isPublic: false },
  ]) {
    it(`${address} is ${isPublic ? 'one' : 'none'}`, () => {
      assert.equal(isPublicAddress(address), isPublic);
    });
  }
});

function addressOf({ port }: Listening): string {
  return `http://127.0.0.1:${port}`;
}

function redirect(location: string): Response {
  return new Response(null, { status: 302, headers: { location } });
}

function endless(): ReadableStream<Uint8Array> {
  return new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(100_000)) });
}
