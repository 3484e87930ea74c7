import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ChannelKind, Content, FilledPlace } from '../../src/domain/model.ts';
import { anAttachment } from '../../src/testing/builders.ts';
import { toCmRequest } from '../src/providers/cm/cm-request.ts';
import { readCmResponse } from '../src/providers/cm/cm-response.ts';
import type { ProviderMessage } from '../src/providers/provider.ts';
import { readSend } from '../src/simulator/read-send.ts';

const sender = { from: 'Bakkerij', namespace: 'name-space' };

function aMessage(fields: Partial<ProviderMessage> = {}): ProviderMessage {
  return {
    reference: '019ca8e7000070008000000000000001',
    channel: 'sms',
    accountId: null,
    address: '+31612345678',
    content: { kind: 'text', text: 'Hello' },
    ...fields,
  };
}

function bodyOf(message: ProviderMessage): Readonly<Record<string, unknown>> {
  const request = toCmRequest(message, sender);
  assert.ok(request.ok);
  const { msg } = (request.body as { messages: { msg: Record<string, unknown>[] } }).messages;
  assert.equal(msg.length, 1);
  assert.ok(readSend(request.body, 0).ok, 'the simulator takes it');
  return msg[0] ?? {};
}

describe('a message as CM.com wants it', () => {
  it('is a text message that may have up to eight parts', () => {
    assert.deepEqual(bodyOf(aMessage()), {
      from: 'Bakkerij',
      to: [{ number: '0031612345678' }],
      reference: '019ca8e7000070008000000000000001',
      allowedChannels: ['SMS'],
      body: { type: 'auto', content: 'Hello' },
      minimumNumberOfMessageParts: 1,
      maximumNumberOfMessageParts: 8,
    });
  });

  it('goes on one channel only, so that nothing falls back to another by itself', () => {
    const names = {
      whatsapp: 'WhatsApp',
      viber: 'Viber',
      rcs: 'RCS',
      messenger: 'Facebook Messenger',
      instagram: 'Instagram',
      apple: 'Apple Messages for Business',
      telegram: 'Telegram Messenger',
      x: 'Twitter',
    } as const;
    for (const [channel, name] of Object.entries(names)) {
      const body = bodyOf(aMessage({ channel: channel as ChannelKind, accountId: '+31850000000' }));
      assert.deepEqual([body.allowedChannels, body.from], [[name], '0031850000000']);
      assert.deepEqual(body.richContent, { conversation: [{ text: 'Hello' }] });
      assert.equal(body.maximumNumberOfMessageParts, undefined);
    }
  });

  it('carries a file by its address, with its caption', () => {
    const attachment = anAttachment({ name: 'bill.pdf', mimeType: 'application/pdf', url: 'https://files.example/1' });
    const content: Content = { kind: 'document', attachment, caption: 'Your bill' };
    const { richContent } = bodyOf(aMessage({ channel: 'whatsapp', content }));
    const media = { mediaName: 'bill.pdf', mediaUri: 'https://files.example/1', mimeType: 'application/pdf' };
    assert.deepEqual(richContent, { conversation: [{ text: 'Your bill', media }] });
  });

  it('points at the message that it answers; an approved template does not', () => {
    const conversation = (message: ProviderMessage): unknown =>
      (bodyOf(message).richContent as { readonly conversation: readonly unknown[] }).conversation[0];
    const context = { message_id: 'mo-1' };
    const answer = aMessage({ channel: 'whatsapp', answers: 'mo-1' });
    assert.deepEqual(conversation(answer), { text: 'Hello', context });
    const content: Content = {
      kind: 'template',
      name: 'hi',
      language: 'nl',
      body: 'Hi',
      header: null,
      footer: null,
      buttons: [],
    };
    assert.equal(Object.hasOwn(conversation({ ...answer, content }) as object, 'context'), false);
  });

  it('carries an approved template with what was filled in', () => {
    const content: Content = {
      kind: 'template',
      name: 'order_ready',
      language: 'en-US',
      header: null,
      body: 'Order 12 is ready',
      footer: null,
      buttons: [],
      filling: {
        templateId: 't1',
        parameterFormat: 'positional',
        places: [
          { component: 'body', index: 0, name: '1', value: { type: 'number', decimal: '12' }, text: '12' },
          { component: 'button', index: 1, name: 'code', value: { type: 'text', text: 'a1' }, text: 'a1' },
          { component: 'button', index: 2, name: 'copy-code', value: { type: 'text', text: 'SAVE' }, text: 'SAVE' },
        ],
      },
    };
    const { richContent, body } = bodyOf(aMessage({ channel: 'whatsapp', content }));
    assert.deepEqual(body, { type: 'auto', content: 'Order 12 is ready' });
    assert.deepEqual(richContent, {
      conversation: [
        {
          template: {
            whatsapp: {
              namespace: 'name-space',
              element_name: 'order_ready',
              language: { code: 'en_US', policy: 'deterministic' },
              components: [
                { type: 'body', parameters: [{ type: 'text', text: '12' }] },
                { type: 'button', sub_type: 'url', index: 1, parameters: [{ type: 'text', text: 'a1' }] },
                { type: 'button', sub_type: 'copy_code', index: 2, parameters: [{ type: 'text', text: 'SAVE' }] },
              ],
            },
          },
        },
      ],
    });
  });

  for (const { title, value, parameter } of [
    {
      title: 'a picture',
      value: {
        type: 'media',
        attachment: anAttachment({ name: 'a.png', mimeType: 'image/png', url: 'https://files.example/a' }),
      },
      parameter: {
        type: 'image',
        media: { mediaName: 'a.png', mediaUri: 'https://files.example/a', mimeType: 'image/png' },
      },
    },
    {
      title: 'a place',
      value: { type: 'location', latitude: 52.1, longitude: 5.1, name: 'Shop', address: 'Street 1' },
      parameter: {
        type: 'location',
        location: { latitude: 52.1, longitude: 5.1, name: 'Shop', address: 'Street 1' },
      },
    },
  ] as const) {
    it(`carries ${title} in the header of an approved template`, () => {
      const place = { component: 'header', index: 0, name: value.type, value, text: '' } as const;
      const { richContent } = bodyOf(aMessage({ channel: 'whatsapp', content: templateWith(place) }));
      const { conversation } = richContent as { conversation: { template: { whatsapp: { components: unknown } } }[] };
      assert.deepEqual(conversation[0]?.template.whatsapp.components, [{ type: 'header', parameters: [parameter] }]);
    });
  }

  for (const { title, message, reason } of [
    {
      title: 'a template whose file nobody can fetch',
      message: aMessage({
        channel: 'whatsapp',
        content: templateWith({
          component: 'header',
          index: 0,
          name: 'media',
          value: { type: 'media', attachment: anAttachment({ url: null }) },
          text: '',
        }),
      }),
      reason: 'media',
    },
    { title: 'a channel it does not have', message: aMessage({ channel: 'email' }), reason: 'unsupported-content' },
    {
      title: 'a file nobody can fetch',
      message: aMessage({
        channel: 'whatsapp',
        content: { kind: 'image', attachment: anAttachment({ url: null }), caption: null },
      }),
      reason: 'media',
    },
    {
      title: 'a file without words by text message',
      message: aMessage({ content: { kind: 'image', attachment: anAttachment(), caption: null } }),
      reason: 'unsupported-content',
    },
  ]) {
    it(`is refused before it leaves: ${title}`, () => {
      const request = toCmRequest(message, sender);
      assert.equal(request.ok ? null : request.reason, reason);
    });
  }
});

function templateWith(place: FilledPlace): Content {
  const filling = { templateId: 't1', parameterFormat: 'positional', places: [place] } as const;
  const words = { name: 'order_ready', language: 'nl', header: null, body: 'Ready', footer: null, buttons: [] };
  return { kind: 'template', ...words, filling };
}

describe('an answer of CM.com', () => {
  const response = (status: number, body: unknown, retryAfterMs: number | null = null) =>
    readCmResponse({ status, body, retryAfterMs });
  const one = (status: string, messageErrorCode: number) => ({
    details: '',
    errorCode: 201,
    messages: [{ to: '0031', status, reference: 'r', parts: 1, messageDetails: 'why', messageErrorCode }],
  });

  it('is sent when the message was accepted', () => {
    assert.deepEqual(response(200, one('Accepted', 0)), { status: 'sent' });
  });

  for (const [code, reason] of [
    [302, 'invalid-number'],
    [303, 'invalid-number'],
    [304, 'unsupported-content'],
    [401, 'policy'],
    [500, 'provider-down'],
    [987, 'unknown'],
  ] as const) {
    it(`[FA12] is a failure for ${reason} with the code ${code}, also with HTTP 200`, () => {
      for (const status of [200, 400]) {
        const failure = { reason, providerCode: String(code), detail: 'why' };
        assert.deepEqual(response(status, one('Rejected', code)), { status: 'failed', failure });
      }
    });
  }

  it('is a failure of the account when the token is not known', () => {
    const result = response(400, { details: 'no account', errorCode: 101, messages: [] });
    assert.equal(result?.status === 'failed' && result.failure.reason, 'account');
  });

  it('asks to come back later only with 429', () => {
    assert.deepEqual(response(429, undefined, 3000), { status: 'later', afterMs: 3000, scope: 'channel' });
    assert.deepEqual(response(429, undefined), { status: 'later', afterMs: 1000, scope: 'channel' });
  });

  for (const { title, status, body } of [
    { title: 'a proxy that gave up', status: 502, body: undefined },
    { title: 'a page with status 200', status: 200, body: undefined },
    { title: 'a list without our message', status: 200, body: { errorCode: 0, messages: [] } },
    { title: 'an error on their side', status: 500, body: { errorCode: 500, messages: [] } },
  ]) {
    it(`says nothing about the message: ${title}`, () => {
      assert.equal(response(status, body), null);
    });
  }
});
