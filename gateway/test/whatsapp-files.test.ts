import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Content } from '../../src/domain/model.ts';
import { anAttachment } from '../../src/testing/builders.ts';
import { whatsAppProvider } from '../src/providers/whatsapp/whatsapp-provider.ts';
import { listen } from '../src/serve.ts';
import type { Listening } from '../src/serve.ts';
import { putPiece } from '../src/store/files.ts';
import { Client, eventually } from './client.ts';
import { startWorld } from './harness.ts';
import type { World } from './harness.ts';

const appSecret = 'the-secret-of-the-app';
const bytes = Buffer.from('%PDF-1.7 a bill');

describe('files for the WhatsApp Cloud API from a gateway that nobody outside reaches', () => {
  let world: World;
  let graph: Listening;
  let client: Client;
  let count = 0;
  let uploads: { readonly name: string; readonly type: string; readonly text: string }[] = [];
  let sent: Record<string, unknown>[] = [];
  let answerUpload: () => Response;

  before(async () => {
    world = await startWorld();
    const fetch = async (request: Request): Promise<Response> => {
      assert.equal(request.headers.get('authorization'), 'Bearer access');
      if (new URL(request.url).pathname === '/1001/media') {
        const form = await request.formData();
        const file = form.get('file');
        assert.ok(file instanceof File && form.get('messaging_product') === 'whatsapp');
        uploads.push({ name: file.name, type: file.type, text: await file.text() });
        return answerUpload();
      }
      sent.push((await request.json()) as Record<string, unknown>);
      return Response.json({ messages: [{ id: `wamid.${sent.length}` }] });
    };
    graph = await listen({ fetch }, { port: 0, hostname: '127.0.0.1' });
  });
  after(async () => {
    await world.close();
    await graph.close(0);
  });
  beforeEach(async () => {
    uploads = [];
    sent = [];
    answerUpload = () => Response.json({ id: 'media-9' });
    client = new Client(world.url, `upload-${(count += 1)}`);
    const url = `http://127.0.0.1:${graph.port}`;
    const provider = whatsAppProvider({ accessToken: 'access', phoneNumberId: '1001', appSecret, url });
    world.accounts.add({ tenant: client.tenant, provider, hookSecret: `hook-${client.tenant}` });
    const { db } = world.gateway.core.parts;
    await db.query(
      `insert into file (tenant, id, name, mime_type, previewable, size_bytes, state)
       values ($1, 'bill', 'bill.pdf', 'application/pdf', true, $2, 'here')`,
      [client.tenant, bytes.length],
    );
    await db.query("insert into file_holder (tenant, file_id, holder) values ($1, 'bill', 'quick-reply:1')", [
      client.tenant,
    ]);
    await putPiece(db, client.tenant, { fileId: 'bill', number: 0, bytes });
  });

  it('are uploaded, and sent by their id', async () => {
    const clientId = await send();
    await eventually('it is sent', async () => (await client.find(clientId))?.status === 'sent');
    assert.deepEqual(uploads, [{ name: 'bill.pdf', type: 'application/pdf', text: bytes.toString() }]);
    assert.deepEqual(sent[0]?.document, { id: 'media-9', caption: 'Your bill', filename: 'bill.pdf' });
  });

  it('are uploaded again after trouble, and the message is sent once', async () => {
    let tries = 0;
    answerUpload = () => ((tries += 1) < 3 ? new Response(null, { status: 502 }) : Response.json({ id: 'media-9' }));
    const clientId = await send();
    await eventually('it is sent', async () => {
      const { db } = world.gateway.core.parts;
      await db.query('update dispatch set not_before = now() where tenant = $1', [client.tenant]);
      return (await client.find(clientId))?.status === 'sent';
    });
    assert.deepEqual([uploads.length, sent.length], [3, 1]);
  });

  it('[FA4] fail the message when Meta refuses them', async () => {
    answerUpload = () => Response.json({ error: { code: 131053 } }, { status: 400 });
    const clientId = await send();
    await eventually('it failed', async () => (await client.find(clientId))?.status === 'failed');
    const failure = (await client.find(clientId))?.failure;
    assert.deepEqual([failure?.reason, failure?.providerCode, sent.length], ['media', '131053', 0]);
  });

  async function send(): Promise<string> {
    const now = String(Math.floor(Date.now() / 1000));
    const message = { from: '31612345678', id: `wamid.in${count}`, timestamp: now, type: 'text', text: { body: 'Hi' } };
    const hook = JSON.stringify({ entry: [{ changes: [{ field: 'messages', value: { messages: [message] } }] }] });
    const signature = `sha256=${createHmac('sha256', appSecret).update(hook).digest('hex')}`;
    const response = await fetch(`${world.url}/v1/hooks/whatsapp/hook-${client.tenant}/events`, {
      method: 'POST',
      body: hook,
      headers: { 'x-hub-signature-256': signature },
    });
    assert.equal(response.status, 200);
    const [conversation] = await client.conversations();
    const attachment = anAttachment({ id: 'bill', name: 'bill.pdf', mimeType: 'application/pdf', url: null });
    const content: Content = { kind: 'document', attachment, caption: 'Your bill' };
    const body = { conversationId: conversation?.id, channel: 'whatsapp', accountId: null, content, replyToId: null };
    const clientId = crypto.randomUUID();
    await client.post('/v1/messages', body, { 'idempotency-key': clientId });
    return clientId;
  }
});
