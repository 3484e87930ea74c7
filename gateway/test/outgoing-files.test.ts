import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Content } from '../../src/domain/model.ts';
import { anAttachment } from '../../src/testing/builders.ts';
import { putPiece } from '../src/store/files.ts';
import { Client, eventually } from './client.ts';
import { startWorld } from './harness.ts';
import type { World } from './harness.ts';
import { ScriptedProvider } from './scripted-provider.ts';

const bytes = Buffer.from('%PDF-1.7 a bill');

describe('files that are kept here and sent', () => {
  let world: World;
  let provider: ScriptedProvider;
  let client: Client;
  let publicUrl: string;
  let count = 0;

  before(async () => {
    world = await startWorld({ publicUrl: () => publicUrl });
  });
  after(() => world.close());
  beforeEach(async () => {
    publicUrl = `${world.url}/`;
    provider = new ScriptedProvider();
    client = new Client(world.url, `sent-files-${(count += 1)}`);
    world.accounts.add({ tenant: client.tenant, provider, hookSecret: `hook-${client.tenant}` });
    const { db } = world.gateway.core.parts;
    await db.query(
      `insert into file (tenant, id, name, mime_type, previewable, size_bytes, state)
       values ($1, 'bill', 'bill.pdf', 'application/pdf', true, $2, 'here')`,
      [client.tenant, bytes.length],
    );
    await db.query("insert into file_holder (tenant, file_id, holder) values ($1, 'bill', 'import')", [client.tenant]);
    await putPiece(db, client.tenant, { fileId: 'bill', number: 0, bytes });
  });

  it('go out with an address at which the provider finds them', async () => {
    const attachment = await sent(anAttachment({ id: 'bill', url: 'https://link.that/ran-out' }));
    assert.deepEqual(Buffer.from(await (await fetch(attachment.url ?? '')).arrayBuffer()), bytes);
  });

  it('keep the address they have when they are kept elsewhere', async () => {
    const url = 'https://files.example/a.pdf';
    assert.equal((await sent(anAttachment({ id: 'elsewhere', url }))).url, url);
  });

  async function sent(attachment: ReturnType<typeof anAttachment>): Promise<ReturnType<typeof anAttachment>> {
    const content: Content = {
      kind: 'document',
      attachment: { ...attachment, mimeType: 'application/pdf' },
      caption: null,
    };
    const text = JSON.stringify({
      reference: 'mo-1',
      from: { number: '0031612345678' },
      to: { number: '3669' },
      message: { text: 'Hello' },
      timeUtc: new Date().toISOString().slice(0, 19),
      channel: 'WhatsApp',
    });
    const hook = `${world.url}/v1/hooks/cm/hook-${client.tenant}/messages`;
    assert.equal((await fetch(hook, { method: 'POST', body: text })).status, 200);
    const [conversation] = await client.conversations();
    const body = { conversationId: conversation?.id, channel: 'whatsapp', accountId: null, content, replyToId: null };
    await client.post('/v1/messages', body, { 'idempotency-key': crypto.randomUUID() });
    await eventually('it is handed over', () => provider.asked.length === 1);
    const handed = provider.asked[0]?.content;
    assert.ok(handed && 'attachment' in handed);
    return handed.attachment;
  }
});
