import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Content, Conversation, FilledPlace, Message } from '../../src/domain/model.ts';
import { anApprovedTemplate, anAttachment } from '../../src/testing/builders.ts';
import { fillApprovedTemplate } from '../../src/domain/fill-template.ts';
import { Client, eventually } from './client.ts';
import { startWorld } from './harness.ts';
import type { World } from './harness.ts';
import type { PhoneMessage } from '../src/simulator/phones.ts';
import type { Simulator } from '../src/simulator/simulator.ts';
import { putPiece } from '../src/store/files.ts';

const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(2_000, 7)]);
const pdf = Buffer.from('%PDF-1.7 a bill');
const ogg = Buffer.concat([Buffer.from('OggS\0\x02', 'latin1'), Buffer.alloc(22), Buffer.from('\x01\x13OpusHead')]);
const mp4 = Buffer.concat([Buffer.from('\0\0\0\x18ftypisom', 'latin1'), Buffer.alloc(12)]);
const number = '+31612345678';
const asked = anApprovedTemplate({
  name: 'visit',
  language: 'nl',
  header: { type: 'text', text: 'Bezoek', parameters: [] },
  body: { text: 'Beste {{1}}, schikt dinsdag?', parameters: [] },
  footer: 'Warmtehuis',
  buttons: [
    { type: 'quick-reply', label: 'Dat schikt' },
    { type: 'url', label: 'Plan', url: 'https://example.com/{{1}}', parameter: null },
    { type: 'phone', label: 'Bel ons', phone: '+31858882040' },
    { type: 'copy-code', label: 'Kopieer', example: null },
  ],
});
const pictured = anApprovedTemplate({
  name: 'pictured',
  language: 'en_US',
  header: { type: 'image', exampleUrl: null },
  body: { text: 'Look', parameters: [] },
  footer: null,
  buttons: [],
});
const showroom = anApprovedTemplate({
  name: 'showroom',
  language: 'nl',
  header: { type: 'location' },
  body: { text: 'Welkom', parameters: [] },
  footer: null,
  buttons: [],
});

describe('a customer’s phone at the simulated provider', () => {
  let world: World;
  let client: Client;
  let simulator: Simulator;
  let count = 0;

  before(async () => {
    world = await startWorld({ publicUrl: () => world.url });
  });
  after(() => world.close());
  beforeEach(async () => {
    client = new Client(world.url, `phones-${(count += 1)}`);
    simulator = await world.connect(client.tenant, { templates: [asked, pictured, showroom] });
    await world.fill(client.tenant, { approvedTemplates: [asked, pictured, showroom] });
    await simulator.customerWrites({ channel: 'whatsapp', from: number, text: 'Hello' });
    await keep('photo', 'photo.png', png);
    await keep('bill', 'bill.pdf', pdf);
    await keep('page', 'page.png', Buffer.from('<!doctype html><script>alert(1)</script>'));
  });

  describe('shows', () => {
    it('a picture with its caption, as its bytes say, where nothing in it can run', async () => {
      await send(file('image', 'photo', 'image/png', 'The boiler'));
      const { content, text, reference } = await newest();
      assert.ok(content.kind === 'image');
      assert.deepEqual([content.caption, content.attachment.name, text], ['The boiler', 'photo.png', 'The boiler']);
      assert.ok(reference);
      const response = await served(content.attachment.id);
      assert.deepEqual(Buffer.from(await response.arrayBuffer()), png);
      const header = (name: string): string | null => response.headers.get(name);
      assert.deepEqual([header('content-type'), header('x-content-type-options')], ['image/png', 'nosniff']);
      assert.match(header('content-disposition') ?? '', /^inline/);
      assert.match(header('content-security-policy') ?? '', /^sandbox; default-src 'none'/);
    });

    it('a document, a sound and a video as what they are', async () => {
      await send(file('document', 'bill', 'application/pdf'));
      assert.equal((await newest()).content.kind, 'document');
      await keep('sound', 'voice.ogg', ogg);
      await send(file('audio', 'sound', 'audio/ogg; codecs=opus'));
      assert.equal((await newest(3)).content.kind, 'audio');
      await keep('film', 'film.mp4', mp4);
      await send(file('video', 'film', 'video/mp4'));
      assert.equal((await newest(4)).content.kind, 'video');
    });

    it('[AT4] what calls itself a picture and is a page only as a download', async () => {
      await send(file('image', 'page', 'image/png'));
      const { content } = await newest();
      assert.ok('attachment' in content);
      const response = await served(content.attachment.id);
      assert.equal(response.headers.get('content-type'), 'application/octet-stream');
      assert.match(response.headers.get('content-disposition') ?? '', /^attachment/);
    });

    it('a part of a file, as players ask for it', async () => {
      await send(file('image', 'photo', 'image/png'));
      const { content } = await newest();
      assert.ok('attachment' in content);
      const response = await served(content.attachment.id, { range: 'bytes=0-7' });
      assert.deepEqual([response.status, response.headers.get('content-range')], [206, `bytes 0-7/${png.length}`]);
      assert.deepEqual(Buffer.from(await response.arrayBuffer()), png.subarray(0, 8));
    });

    it('which of the customer’s messages is answered', async () => {
      const asked = (await received())[0];
      assert.ok(asked);
      await send({ kind: 'text', text: 'With pleasure' }, asked.id);
      const { answersId } = await newest();
      assert.ok(answersId);
      assert.equal(simulator.phones.find(number, answersId)?.text, 'Hello');
    });

    for (const [whose, from, channel] of [
      ['that came on another channel', number, 'sms'],
      ['of another customer', '+31687654321', 'whatsapp'],
    ] as const)
      it(`an answer to a message ${whose} as no answer at all: nobody there knows that message`, async () => {
        const [conversation] = await client.conversations();
        await simulator.customerWrites({ channel, from, text: 'Elsewhere' });
        let strange: Message | undefined;
        await eventually('it is here', async () => {
          const all = await Promise.all((await client.conversations()).map((one) => client.messages(one)));
          strange = all.flat().find(({ content }) => content.kind === 'text' && content.text === 'Elsewhere');
          return strange !== undefined;
        });
        await send({ kind: 'text', text: 'With pleasure' }, strange?.id, conversation);
        await eventually('it is on the phone', () => onPhone('With pleasure') !== undefined);
        assert.equal(onPhone('With pleasure')?.answersId, null);
      });

    it('a template whole: header, words, footer and every kind of button', async () => {
      await sendTemplate(asked, [
        text('body.1', 'Anna'),
        text('button1.1', 'abc'),
        text('button3.copy-code', 'KOFFIE'),
      ]);
      const { content } = await newest();
      assert.ok(content.kind === 'template');
      assert.deepEqual(
        [content.header, content.body, content.footer],
        ['Bezoek', 'Beste Anna, schikt dinsdag?', 'Warmtehuis'],
      );
      assert.deepEqual(
        content.buttons.map(({ type, label, value }) => [type, label, value]),
        [
          ['reply', 'Dat schikt', null],
          ['url', 'Plan', 'https://example.com/abc'],
          ['phone', 'Bel ons', '+31858882040'],
          ['copy-code', 'Kopieer', 'KOFFIE'],
        ],
      );
    });

    it('the picture and the place above a template', async () => {
      const attachment = anAttachment({ id: 'photo', name: 'photo.png', mimeType: 'image/png', url: null });
      await sendTemplate(pictured, [['header.media', { type: 'media', attachment }]]);
      const [picture] = placesOf(await newest());
      assert.ok(picture?.value.type === 'media');
      assert.equal((await served(picture.value.attachment.id)).headers.get('content-type'), 'image/png');
      const place = { latitude: 52.09, longitude: 5.12, name: 'Showroom', address: 'Domplein 1' };
      await sendTemplate(showroom, [['header.location', { type: 'location', ...place }]]);
      assert.deepEqual(placesOf(await newest(3))[0]?.value, { type: 'location', ...place });
    });
  });

  describe('sends', () => {
    it('the answer of a tapped button: its words, and which message has the button', async () => {
      await sendTemplate(asked, [
        text('body.1', 'Anna'),
        text('button1.1', 'abc'),
        text('button3.copy-code', 'KOFFIE'),
      ]);
      const { reference } = await newest();
      await writes({ text: 'Dat schikt', answers: reference });
      const [template, answer] = (await received()).slice(-2);
      assert.deepEqual(answer?.content, { kind: 'text', text: 'Dat schikt' });
      assert.equal(answer.replyToId, template?.id);
      assert.equal((await newest(3)).answersId, reference);
    });

    for (const [kind, name, type, bytes] of [
      ['image', 'leak.png', 'image/png', png],
      ['document', 'contract.pdf', 'application/pdf', pdf],
      ['audio', 'voice.ogg', 'audio/ogg', ogg],
    ] as const) {
      it(`a file: ${kind}`, async () => {
        const id = await put(name, type, bytes);
        await writes({ media: { id, caption: kind === 'audio' ? null : 'Look' } });
        const message = await newestReceived();
        assert.ok(message.content.kind === kind);
        assert.equal(message.content.attachment.name, name);
        assert.equal(message.content.caption, kind === 'audio' ? null : 'Look');
        const { id: fileId } = message.content.attachment;
        const here = async (): Promise<Buffer | null> => {
          const found = await world.gateway.core.files.read(client.tenant, fileId);
          return found && Buffer.from(await found.bytes.arrayBuffer());
        };
        await eventually('the gateway has fetched it', async () => (await here()) !== null);
        assert.deepEqual(await here(), Buffer.from(bytes));
        assert.equal((await newest(2)).content.kind, kind);
      });
    }

    it('a place', async () => {
      await writes({ location: { latitude: 52.0907, longitude: 5.1214, label: 'Domplein' } });
      const place = { kind: 'location', latitude: 52.0907, longitude: 5.1214, label: 'Domplein' };
      assert.deepEqual((await newestReceived()).content, place);
      assert.deepEqual((await newest(2)).content, place);
    });

    it('a card', async () => {
      const contacts = [{ name: 'Anna', phones: [number], emails: ['anna@example.com'] }];
      await writes({ contacts });
      assert.deepEqual((await newestReceived()).content, { kind: 'contacts', contacts });
    });

    it('a reaction, another one, and none: no message, unread nowhere', async () => {
      await send({ kind: 'text', text: 'Hi' });
      const { reference } = await newest();
      const [before] = await client.conversations();
      const reactions = async (): Promise<readonly (readonly [emoji: string, by: string])[]> =>
        ((await received()).at(-1)?.reactions ?? []).map(({ emoji, by }) => [emoji, by.kind]);
      await writes({ reaction: '👍', answers: reference });
      assert.deepEqual(await reactions(), [['👍', 'customer']]);
      assert.deepEqual((await newest()).reactions, ['👍']);
      await writes({ reaction: '❤️', answers: reference });
      assert.deepEqual(await reactions(), [['❤️', 'customer']]);
      const [after] = await client.conversations();
      assert.equal(after?.unreadCount, before?.unreadCount);
      assert.ok((after?.channels[0]?.lastIncomingAt ?? 0) > (before?.channels[0]?.lastIncomingAt ?? 0));
      await writes({ reaction: '', answers: reference });
      assert.deepEqual([await reactions(), (await newest()).reactions], [[], []]);
      assert.equal((await received()).length, 2);
    });

    it('a reaction to what nobody knows as something that cannot be shown, and none to it as nothing', async () => {
      await writes({ reaction: '👍', answers: 'unknown' });
      assert.equal((await newestReceived()).content.kind, 'unsupported');
      await writes({ reaction: '', answers: 'unknown' });
      assert.equal((await received()).length, 2);
    });

    for (const [what, wrong] of [
      ['a reaction to nothing', { reaction: '👍' }],
      ['a file that was never put here', { media: { id: '../../ledger' } }],
      ['a place that is nowhere', { location: { latitude: 91, longitude: 0 } }],
      ['a card without a name', { contacts: [{ phones: [] }] }],
      ['nothing', {}],
      ['a picture by text message', { channel: 'sms', media: { id: 'x' } }],
    ] as const) {
      it(`but not ${what}`, async () => {
        await assert.rejects(writes(wrong), { code: 'invalid' });
        assert.equal((await received()).length, 1);
      });
    }
  });

  /** Keeps a file at the gateway, as if a co-worker had put it there. */
  async function keep(id: string, name: string, bytes: Buffer): Promise<void> {
    const { db } = world.gateway.core.parts;
    const types: Readonly<Record<string, string>> = {
      ...{ png: 'image/png', pdf: 'application/pdf', mp4: 'video/mp4', ogg: 'audio/ogg; codecs=opus' },
    };
    await db.query(
      `insert into file (tenant, id, name, mime_type, previewable, size_bytes, state)
       values ($1, $2, $3, $4, true, $5, 'here')`,
      [client.tenant, id, name, types[name.split('.')[1] ?? ''] ?? '', bytes.length],
    );
    await db.query("insert into file_holder (tenant, file_id, holder) values ($1, $2, 'import')", [client.tenant, id]);
    await putPiece(db, client.tenant, { fileId: id, number: 0, bytes });
  }

  async function send(content: Content, replyToId: string | null = null, to?: Conversation): Promise<void> {
    const conversation = to ?? (await client.conversations())[0];
    const body = { conversationId: conversation?.id, channel: 'whatsapp', accountId: null, content, replyToId };
    await client.post('/v1/messages', body, { 'idempotency-key': crypto.randomUUID() });
  }

  async function sendTemplate(template: typeof asked, inputs: readonly Input[]): Promise<void> {
    const { content, problems } = fillApprovedTemplate(template, Object.fromEntries(inputs));
    assert.ok(content, JSON.stringify(problems));
    await send(content);
  }

  function onPhone(words: string): PhoneMessage | undefined {
    return simulator.phones.page(number).messages.find(({ text }) => text === words);
  }

  /** What the phone got last, when it has so many messages. */
  async function newest(many = 2): Promise<PhoneMessage> {
    const all = (): readonly PhoneMessage[] => simulator.phones.page(number).messages;
    await eventually(`message ${many} on the phone`, () => all().length === many);
    const last = all().at(-1);
    assert.ok(last);
    return last;
  }

  async function served(id: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    const response = await simulator.app.request(`/media/${id}`, { headers });
    assert.ok(response.ok, `${response.status}`);
    return response;
  }

  async function put(name: string, type: string, body: Uint8Array): Promise<string> {
    const address = `/media?name=${encodeURIComponent(name)}`;
    const request = { method: 'POST', body: new Uint8Array(body), headers: { 'content-type': type } };
    return ((await (await simulator.app.request(address, request)).json()) as { readonly id: string }).id;
  }

  async function writes(what: Readonly<Record<string, unknown>>): Promise<void> {
    await simulator.customerWrites({ channel: 'whatsapp', from: number, ...what });
  }

  async function received(): Promise<readonly Message[]> {
    const [conversation] = await client.conversations();
    assert.ok(conversation);
    return (await client.messages(conversation)).filter(({ direction }) => direction !== 'event');
  }

  async function newestReceived(): Promise<Message> {
    const last = (await received()).at(-1);
    assert.ok(last?.direction === 'incoming');
    return last;
  }
});

type Input = readonly [fieldId: string, input: Parameters<typeof fillApprovedTemplate>[1][string]];

function text(fieldId: string, value: string): Input {
  return [fieldId, { type: 'text', text: value }];
}

function file(
  kind: 'image' | 'document' | 'audio' | 'video',
  id: string,
  mimeType: string,
  caption: string | null = null,
): Content {
  const names = {
    photo: 'photo.png',
    bill: 'bill.pdf',
    page: 'page.png',
    sound: 'voice.ogg',
    film: 'film.mp4',
  } as const;
  const name = names[id as keyof typeof names];
  return { kind, attachment: anAttachment({ id, name, mimeType, url: null }), caption };
}

function placesOf({ content }: PhoneMessage): readonly FilledPlace[] {
  assert.ok(content.kind === 'template');
  return content.filling?.places ?? [];
}
