import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Content, Message } from '../../src/domain/model.ts';
import { anAttachment } from '../../src/testing/builders.ts';
import { readWhatsAppEvents } from '../src/providers/whatsapp/whatsapp-events.ts';
import { readAnswer, whatsAppProvider } from '../src/providers/whatsapp/whatsapp-provider.ts';
import { toWhatsAppRequest } from '../src/providers/whatsapp/whatsapp-request.ts';
import { listen } from '../src/serve.ts';
import type { Listening } from '../src/serve.ts';
import { Client, eventually } from './client.ts';
import { startWorld } from './harness.ts';
import type { World } from './harness.ts';

const appSecret = 'the-secret-of-the-app';
const hookSecret = 'a-hook-secret-that-is-long';
const seconds = Math.floor(Date.now() / 1000);

/** A webhook as Meta sends it. */
function webhook(value: object): string {
  const metadata = { display_phone_number: '31850000000', phone_number_id: '1001' };
  const change = { field: 'messages', value: { messaging_product: 'whatsapp', metadata, ...value } };
  return JSON.stringify({ object: 'whatsapp_business_account', entry: [{ id: '1', changes: [change] }] });
}

function incoming(id: string, fields: object): string {
  const contacts = [{ profile: { name: 'Anna' }, wa_id: '31612345678' }];
  return webhook({ contacts, messages: [{ from: '31612345678', id, timestamp: String(seconds), ...fields }] });
}

describe('the WhatsApp Cloud API behind the same interface', () => {
  let world: World;
  let graph: Listening;
  let client: Client;
  const asked: Record<string, unknown>[] = [];
  let count = 0;

  before(async () => {
    world = await startWorld();
    const answer = async (request: Request): Promise<Response> => {
      if (request.headers.get('authorization') !== 'Bearer access')
        return Response.json({ error: { code: 190, message: 'no' } }, { status: 401 });
      if (request.method === 'GET') return Response.json({ id: '1001' });
      asked.push((await request.json()) as Record<string, unknown>);
      return Response.json({ messages: [{ id: `wamid.${asked.length}` }] });
    };
    graph = await listen({ fetch: answer }, { port: 0, hostname: '127.0.0.1' });
  });
  after(async () => {
    await world.close();
    await graph.close(0);
  });
  beforeEach(() => {
    asked.length = 0;
    client = new Client(world.url, `whatsapp-${(count += 1)}`);
    world.accounts.add({ tenant: client.tenant, hookSecret, provider: provider('access') });
  });

  it('receives, answers, and follows the answer to read', async () => {
    await deliver(incoming('wamid.in1', { type: 'text', text: { body: 'Hello' } }));
    const [conversation] = await client.conversations();
    assert.ok(conversation);
    assert.deepEqual([conversation.recipient.name, conversation.channels[0]?.address], ['Anna', '+31612345678']);
    const { clientId } = await sendOn(conversation.id, 'Good morning');
    await eventually('it is sent', async () => (await client.find(clientId))?.status === 'sent');
    const reference = clientId.replaceAll('-', '');
    assert.deepEqual(asked, [
      {
        messaging_product: 'whatsapp',
        recipient_type: 'individual',
        to: '31612345678',
        biz_opaque_callback_data: reference,
        type: 'text',
        text: { body: 'Good morning', preview_url: false },
      },
    ]);
    for (const status of ['read', 'delivered', 'sent'])
      await deliver(webhook({ statuses: [report(status, reference)] }));
    assert.equal((await client.find(clientId))?.status, 'read');
  });

  it('ties a quoting answer to our message by Meta’s own id', async () => {
    await deliver(incoming('wamid.in1', { type: 'text', text: { body: 'Hello' } }));
    const [conversation] = await client.conversations();
    const { clientId } = await sendOn(conversation?.id ?? '', 'Shall we?');
    await eventually('it is sent', async () => (await client.find(clientId))?.status === 'sent');
    await deliver(
      incoming('wamid.in2', { type: 'text', text: { body: 'Yes' }, context: { from: 'x', id: 'wamid.1' } }),
    );
    const messages = await client.messages({ id: conversation?.id ?? '' });
    const answer = messages.find(({ content }) => content.kind === 'text' && content.text === 'Yes');
    assert.equal(answer?.replyToId, (await client.find(clientId))?.id);
  });

  it('quotes the customer’s message by Meta’s own id', async () => {
    await deliver(incoming('wamid.in1', { type: 'text', text: { body: 'Hello' } }));
    const [conversation] = await client.conversations();
    const [received] = (await client.messages({ id: conversation?.id ?? '' })).filter(
      ({ direction }) => direction === 'incoming',
    );
    const { clientId } = await sendOn(conversation?.id ?? '', 'Good morning', received?.id);
    await eventually('it is sent', async () => (await client.find(clientId))?.status === 'sent');
    assert.deepEqual(asked[0]?.context, { message_id: 'wamid.in1' });
    assert.equal((await client.find(clientId))?.replyToId, received?.id);
  });

  it('puts a reaction on the message it names, and takes it away again', async () => {
    await deliver(incoming('wamid.in1', { type: 'text', text: { body: 'Hello' } }));
    const [conversation] = await client.conversations();
    const { clientId } = await sendOn(conversation?.id ?? '', 'Shall we?');
    await eventually('it is sent', async () => (await client.find(clientId))?.status === 'sent');
    const react = (id: string, emoji: string): Promise<number> =>
      deliver(incoming(id, { type: 'reaction', reaction: { message_id: 'wamid.1', emoji } }));
    await react('wamid.in2', '👍');
    assert.deepEqual(
      (await client.find(clientId))?.reactions.map(({ emoji }) => emoji),
      ['👍'],
    );
    await react('wamid.in3', '');
    assert.deepEqual((await client.find(clientId))?.reactions, []);
    assert.equal((await client.conversations())[0]?.unreadCount, 1);
  });

  it('[ED2] [ED5] changes a message that its writer changed, and keeps what it said; no message, unread once', async () => {
    await deliver(incoming('wamid.in1', { type: 'text', text: { body: 'At seven' } }));
    const edit = (id: string, body: string, original = 'wamid.in1'): Promise<number> =>
      deliver(
        incoming(id, {
          type: 'edit',
          edit: { original_message_id: original, message: { context: { id: original }, type: 'text', text: { body } } },
          timestamp: String(seconds + 60),
        }),
      );
    await edit('wamid.in2', 'At eight');
    await edit('wamid.in2', 'At eight');
    const [conversation] = await client.conversations();
    const received = async (): Promise<readonly Message[]> =>
      (await client.messages({ id: conversation?.id ?? '' })).filter(({ direction }) => direction === 'incoming');
    const [message] = await received();
    assert.deepEqual(message?.content, { kind: 'text', text: 'At eight' });
    assert.deepEqual(message.earlier, [{ text: 'At seven', at: message.at }]);
    assert.equal(message.editedAt, (seconds + 60) * 1000);
    assert.deepEqual([conversation?.unreadCount, conversation?.lastMessage?.text], [1, 'At eight']);
    await edit('wamid.in3', 'A change of what nobody knows', 'wamid.other');
    assert.equal((await received()).length, 2);
  });

  it('[ED4] takes back what its writer took back, and forgets what it said', async () => {
    await deliver(incoming('wamid.in1', { type: 'text', text: { body: 'My secret' } }));
    const revoke = { type: 'revoke', revoke: { original_message_id: 'wamid.in1' }, timestamp: String(seconds + 60) };
    await deliver(incoming('wamid.in2', revoke));
    await deliver(incoming('wamid.in3', { ...revoke, revoke: { original_message_id: 'wamid.other' } }));
    const [conversation] = await client.conversations();
    const messages = (await client.messages({ id: conversation?.id ?? '' })).filter(
      ({ direction }) => direction === 'incoming',
    );
    assert.deepEqual(
      messages.map(({ deletedAt, earlier }) => [deletedAt, earlier]),
      [[(seconds + 60) * 1000, []]],
    );
    assert.ok(!JSON.stringify([messages, conversation]).includes('secret'));
  });

  it('takes a repeated webhook in once', async () => {
    const body = incoming('wamid.in1', { type: 'text', text: { body: 'Once' } });
    assert.deepEqual([await deliver(body), await deliver(body)], [200, 200]);
    assert.equal((await client.conversations())[0]?.unreadCount, 1);
  });

  it('reads nothing that is not signed over these very bytes', async () => {
    const body = incoming('wamid.in1', { type: 'text', text: { body: 'Forged' } });
    const other = sign(`${body} `);
    for (const signature of [null, '', 'sha256=', other, sign(body).replace('sha256', 'sha1')])
      assert.equal(await deliver(body, signature), 404);
    assert.equal((await client.conversations()).length, 0);
  });

  it('greets Meta only with the right token', async () => {
    const greet = async (token: string): Promise<Response> =>
      fetch(`${hookUrl()}?hub.mode=subscribe&hub.verify_token=${token}&hub.challenge=12345`);
    assert.equal(await (await greet(hookSecret)).text(), '12345');
    assert.equal((await greet('wrong')).status, 404);
  });

  it('can be tried without sending anything', async () => {
    const signal = AbortSignal.timeout(5_000);
    assert.deepEqual(await provider('access').test({ signal }), { result: 'works', providerCode: null });
    assert.deepEqual(await provider('wrong').test({ signal }), { result: 'refused', providerCode: '190' });
    assert.deepEqual(asked, []);
  });

  function provider(accessToken: string): ReturnType<typeof whatsAppProvider> {
    return whatsAppProvider({ accessToken, phoneNumberId: '1001', appSecret, url: `http://127.0.0.1:${graph.port}` });
  }

  function hookUrl(): string {
    return `${world.url}/v1/hooks/whatsapp/${hookSecret}/events`;
  }

  async function deliver(body: string, signature: string | null = sign(body)): Promise<number> {
    const headers = signature === null ? {} : { 'x-hub-signature-256': signature };
    return (await fetch(hookUrl(), { method: 'POST', body, headers })).status;
  }

  async function sendOn(
    conversationId: string,
    text: string,
    replyToId: string | null = null,
  ): Promise<{ readonly clientId: string }> {
    const clientId = crypto.randomUUID();
    const content = { kind: 'text', text };
    const body = { conversationId, channel: 'whatsapp', accountId: null, content, replyToId };
    await client.post('/v1/messages', body, { 'idempotency-key': clientId });
    return { clientId };
  }
});

describe('a webhook of WhatsApp', () => {
  const contentsOf = (fields: object): readonly Content[] =>
    readWhatsAppEvents(JSON.parse(incoming('wamid.1', fields))).flatMap((each) =>
      each.type === 'message' ? each.value.contents : [],
    );

  for (const { type, fields, content } of [
    { type: 'button', fields: { button: { text: 'Yes', payload: 'y' } }, content: { kind: 'text', text: 'Yes' } },
    {
      type: 'interactive',
      fields: { interactive: { type: 'list_reply', list_reply: { id: '1', title: 'Monday' } } },
      content: { kind: 'choice', title: 'Monday', description: null },
    },
    {
      type: 'interactive',
      fields: { interactive: { type: 'button_reply', button_reply: { id: '1', title: 'Yes' } } },
      content: { kind: 'text', text: 'Yes' },
    },
    {
      type: 'interactive',
      fields: { interactive: { type: 'nfm_reply', nfm_reply: { response_json: '{}' } } },
      content: { kind: 'unsupported', description: 'interactive' },
    },
    {
      type: 'contacts',
      fields: { contacts: [{ name: { formatted_name: 'Bo' }, phones: [{ phone: '+31 6 1' }], emails: [] }] },
      content: { kind: 'contacts', contacts: [{ name: 'Bo', phones: ['+31 6 1'], emails: [] }] },
    },
    {
      type: 'location',
      fields: { location: { latitude: 52.1, longitude: 5.1, name: 'Shop' } },
      content: { kind: 'location', latitude: 52.1, longitude: 5.1, label: 'Shop' },
    },
    {
      type: 'reaction',
      fields: { reaction: { message_id: 'wamid.0', emoji: '👍' } },
      content: { kind: 'unsupported', description: 'reaction' },
    },
    {
      type: 'unsupported',
      fields: { errors: [{ code: 131051 }] },
      content: { kind: 'unsupported', description: 'unsupported' },
    },
  ]) {
    it(`shows ${type} as ${content.kind}`, () => {
      assert.deepEqual(contentsOf({ type, ...fields }), [content]);
    });
  }

  it('keeps a file by the id under which it can be fetched', () => {
    const [content] = contentsOf({
      type: 'document',
      document: { id: 'm1', mime_type: 'application/pdf; a=b', filename: 'a.pdf', caption: 'Here' },
    });
    assert.ok(content?.kind === 'document');
    assert.deepEqual(
      [content.attachment.id, content.attachment.mimeType, content.caption],
      ['m1', 'application/pdf', 'Here'],
    );
  });

  it('may bring several messages and statuses at once, and refuses only what cannot be read', () => {
    const value = {
      messages: [{ from: '31612345678', id: 'a', timestamp: '1', type: 'text', text: { body: 'A' } }, { id: 'b' }],
      statuses: [report('sent', 'r1'), { id: 'wamid.9', status: 'sent', timestamp: '1' }],
    };
    const types = readWhatsAppEvents(JSON.parse(webhook(value))).map(({ type }) => type);
    assert.deepEqual(types, ['message', 'refused', 'status']);
  });

  it('tells why a message failed', () => {
    const failed = {
      ...report('failed', 'r1'),
      errors: [{ code: 131047, title: 'Re-engagement', error_data: { details: 'late' } }],
    };
    const [delivery] = readWhatsAppEvents(JSON.parse(webhook({ statuses: [failed] })));
    assert.ok(delivery?.type === 'status');
    assert.deepEqual(delivery.value.failure, { reason: 'window-closed', providerCode: '131047', detail: 'late' });
  });

  for (const body of [null, 1, [], {}, { entry: {} }, { entry: [{ changes: [{ field: 'messages' }] }] }]) {
    it(`never throws: ${JSON.stringify(body)}`, () => {
      assert.ok(readWhatsAppEvents(body).every(({ type }) => type === 'refused'));
    });
  }
});

describe('an answer of WhatsApp', () => {
  const answer = (status: number, body: unknown) => readAnswer({ status, body, retryAfterMs: null });
  const error = (code: number) => ({ error: { code, message: 'why' } });

  it('is sent with Meta’s id', () => {
    assert.deepEqual(answer(200, { messages: [{ id: 'wamid.1' }] }), { status: 'sent', providerId: 'wamid.1' });
  });

  for (const { code, status, outcome } of [
    { code: 131047, status: 400, outcome: 'window-closed' },
    { code: 132001, status: 404, outcome: 'template' },
    { code: 190, status: 401, outcome: 'account' },
    { code: 130429, status: 400, outcome: 'later' },
    { code: 131056, status: 400, outcome: 'later' },
    { code: 131000, status: 500, outcome: 'unclear' },
    { code: 131016, status: 400, outcome: 'unclear' },
  ]) {
    it(`${code} means ${outcome}`, () => {
      const result = answer(status, error(code));
      assert.equal(result?.status === 'failed' ? result.failure.reason : (result?.status ?? 'unclear'), outcome);
    });
  }
});

describe('an answer that says slow down', () => {
  const answer = (status: number, body: unknown, retryAfterMs: number | null = null) =>
    readAnswer({ status, body, retryAfterMs });

  it('to one customer holds up that customer for six seconds', () => {
    assert.deepEqual(answer(400, { error: { code: 131056 } }), { status: 'later', afterMs: 6_000 });
  });

  it('to the whole number holds up the channel, as long as it says', () => {
    const channel = { status: 'later', scope: 'channel' };
    assert.deepEqual(answer(400, { error: { code: 130429 } }), { ...channel, afterMs: 1_000 });
    assert.deepEqual(answer(429, undefined, 7_000), { ...channel, afterMs: 7_000 });
  });
});

describe('a message as WhatsApp wants it', () => {
  const message = { reference: 'r1', channel: 'whatsapp', accountId: null, address: '+31612345678' } as const;

  it('carries a file by its address; sound has no caption', () => {
    const attachment = anAttachment({ name: 'a.pdf', url: 'https://files.example/a' });
    const bodyOf = (kind: 'document' | 'audio') =>
      toWhatsAppRequest({ ...message, content: { kind, attachment, caption: 'Here' } });
    const document = bodyOf('document');
    assert.deepEqual(document.ok && document.body.document, {
      link: 'https://files.example/a',
      caption: 'Here',
      filename: 'a.pdf',
    });
    const audio = bodyOf('audio');
    assert.deepEqual(audio.ok && audio.body.audio, { link: 'https://files.example/a' });
  });

  it('tells a link that holds a code from a code to copy (B7)', () => {
    const place = (index: number, name: string, text: string) =>
      ({ component: 'button', index, name, value: { type: 'text', text }, text }) as const;
    const places = [place(0, 'code', 'abc1'), place(1, 'copy-code', 'SAVE10')];
    const content: Content = {
      ...{ kind: 'template', name: 'invoice', language: 'nl', header: null, body: 'Pay', footer: null, buttons: [] },
      filling: { templateId: 't', parameterFormat: 'named', places },
    };
    const request = toWhatsAppRequest({ ...message, content });
    assert.ok(request.ok);
    assert.deepEqual((request.body as { template: { components: unknown } }).template.components, [
      { type: 'button', sub_type: 'url', index: '0', parameters: [{ type: 'text', text: 'abc1' }] },
      {
        ...{ type: 'button', sub_type: 'copy_code', index: '1' },
        parameters: [{ type: 'coupon_code', coupon_code: 'SAVE10' }],
      },
    ]);
  });

  it('is refused before it leaves on another channel', () => {
    const request = toWhatsAppRequest({ ...message, channel: 'sms', content: { kind: 'text', text: 'Hi' } });
    assert.equal(request.ok, false);
  });
});

function report(status: string, reference: string): object {
  return {
    id: 'wamid.out',
    status,
    timestamp: String(seconds),
    recipient_id: '31612345678',
    biz_opaque_callback_data: reference,
  };
}

function sign(body: string): string {
  return `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`;
}
