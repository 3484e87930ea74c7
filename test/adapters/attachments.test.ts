import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';

import type { Attachment, Content } from '../../src/domain/model.ts';
import type { AttachmentsPart, UploadRequest } from '../../src/ports/parts/attachments.ts';
import { aClientId, settle } from '../../src/testing/index.ts';
import { annasData, aTextTo, aWorld, codeOf, errorOf, type World } from './world.ts';

const day = 86_400_000;
const megabyte = 1_048_576;

/** A picture of so many bytes, as far as anybody can tell from its beginning. */
function jpeg(sizeBytes = 3 * megabyte): Blob {
  const bytes = new Uint8Array(sizeBytes);
  for (let index = 0; index < sizeBytes; index += 997) bytes[index] = index % 251;
  bytes.set([0xff, 0xd8, 0xff, 0xe0]);
  return new Blob([bytes]);
}

function request(fields: Partial<UploadRequest> = {}): UploadRequest {
  return {
    clientId: aClientId(),
    conversationId: 'c1',
    name: 'photo.jpg',
    mimeType: 'image/jpeg',
    sizeBytes: 3 * megabyte,
    altText: 'A boiler',
    durationMs: null,
    ...fields,
  };
}

function partOf(world: World): AttachmentsPart {
  const part = world.start().adapter().part('attachments');
  assert.ok(part);
  return part;
}

/** Uploads to the end; gives the file as messages carry it. */
async function upload(part: AttachmentsPart, bytes = jpeg(1000), fields: Partial<UploadRequest> = {}) {
  let done = await part.begin(request({ sizeBytes: bytes.size, ...fields }));
  while (done.attachment === null) {
    const offset = done.receivedBytes;
    done = await part.put(done.id, { offset, bytes: bytes.slice(offset, offset + done.chunkBytes) });
  }
  return done.attachment;
}

const image = (attachment: Attachment): Content => ({
  kind: 'image',
  attachment,
  caption: null,
});

const sameBytes = async (url: string, bytes: Blob): Promise<boolean> =>
  Buffer.from(await (await fetch(url)).arrayBuffer()).equals(Buffer.from(await bytes.arrayBuffer()));

describe('uploading a file', () => {
  it('takes it piece by piece, says how far it is, and gives back every byte', async () => {
    const part = partOf(aWorld());
    const bytes = jpeg(2.5 * megabyte);
    let upload = await part.begin(request({ sizeBytes: bytes.size }));
    const progress: number[] = [];
    while (upload.attachment === null) {
      const piece = { offset: upload.receivedBytes, bytes: bytes.slice(upload.receivedBytes).slice(0, megabyte) };
      upload = await part.put(upload.id, piece, { onProgress: (sent) => progress.push(sent) });
    }
    assert.deepEqual(progress, [megabyte, megabyte, megabyte / 2]);
    const { id, ...file } = upload.attachment;
    assert.deepEqual(file, {
      name: 'photo.jpg',
      mimeType: 'image/jpeg',
      sizeBytes: bytes.size,
      url: null,
      thumbnailUrl: null,
      altText: 'A boiler',
      durationMs: null,
    });
    const { url } = await part.url(id);
    assert.ok(await sameBytes(url, bytes));
  });

  it('goes on where it stopped, in another instance too', async () => {
    const world = aWorld();
    const first = world.start();
    const bytes = jpeg();
    const asked = request();
    const begun = await first.adapter().part('attachments')!.begin(asked);
    await first
      .adapter()
      .part('attachments')!
      .put(begun.id, { offset: 0, bytes: bytes.slice(0, megabyte) });
    await first.kill();
    const part = partOf(world);
    const again = await part.begin(asked);
    assert.deepEqual([again.id, again.receivedBytes, again.attachment], [begun.id, megabyte, null]);
  });

  it('is finished by whoever asks when all bytes are there and nobody looked at them', async () => {
    const world = aWorld();
    const part = partOf(world);
    const asked = request({ sizeBytes: 1000 });
    const { id } = await part.begin(asked);
    const row = await world.store.transact('read', (tx) => tx.get('files', id));
    await world.store.transact('write', async (tx) => {
      await tx.put('filePieces', { fileId: id, offset: 0, bytes: jpeg(1000) });
      await tx.put('files', { ...row!, receivedBytes: 1000 });
    });
    assert.equal((await part.begin(asked)).attachment?.id, id);
  });

  it('refuses a piece at another place, too large, empty, or past the end', async () => {
    const part = partOf(aWorld());
    const { id } = await part.begin(request({ sizeBytes: 1.5 * megabyte }));
    const put = (offset: number, sizeBytes: number) => part.put(id, { offset, bytes: jpeg(sizeBytes) });
    assert.equal(await codeOf(put(1, 10)), 'conflict');
    for (const size of [0, megabyte + 1])
      assert.equal(await codeOf(part.put(id, { offset: 0, bytes: new Blob([new Uint8Array(size)]) })), 'invalid');
    await put(0, megabyte);
    assert.equal(await codeOf(put(0, megabyte)), 'conflict');
    assert.equal(await codeOf(put(megabyte, megabyte)), 'invalid');
    assert.equal(await codeOf(part.put('__proto__', { offset: 0, bytes: jpeg(10) })), 'not-found');
  });

  it('refuses the client id of another file', async () => {
    const part = partOf(aWorld());
    const asked = request();
    const { id } = await part.begin(asked);
    assert.equal((await part.begin({ ...asked, altText: null })).id, id);
    assert.equal(await codeOf(part.begin({ ...asked, sizeBytes: 5 })), 'key-reused');
  });

  for (const { title, fields, path } of [
    { title: 'nothing in it', fields: { sizeBytes: 0 }, path: 'sizeBytes' },
    { title: 'more than any channel carries', fields: { sizeBytes: 2 ** 31 }, path: 'sizeBytes' },
    { title: 'a type no channel carries', fields: { mimeType: 'model/obj' }, path: 'mimeType' },
    { title: 'no name', fields: { name: ' ' }, path: 'name' },
    { title: 'no client id', fields: { clientId: '' }, path: 'clientId' },
  ]) {
    it(`[AT5] refuses a file with ${title} before a byte is sent`, async () => {
      const error = await errorOf(partOf(aWorld()).begin(request(fields)));
      assert.deepEqual([error.code, error.path], ['invalid', path]);
    });
  }

  it('refuses one for a conversation that does not exist', async () => {
    assert.equal(await codeOf(partOf(aWorld()).begin(request({ conversationId: '__proto__' }))), 'not-found');
  });

  it('[AT1] throws away what is not what it was said to be', async () => {
    const part = partOf(aWorld());
    const program = new Blob(['MZ', new Uint8Array(100)]);
    for (const [bytes, fields] of [
      [new Blob(['%PDF-1.7']), {}],
      [program, { name: 'photo.exe', mimeType: 'application/x-msdownload' }],
    ] as const) {
      const { id } = await part.begin(request({ sizeBytes: bytes.size, ...fields }));
      assert.equal(await codeOf(part.put(id, { offset: 0, bytes })), 'invalid');
      assert.equal(await codeOf(part.put(id, { offset: 0, bytes })), 'not-found');
    }
  });

  it('says that the file on the disk is gone', async () => {
    const part = partOf(aWorld());
    const { id } = await part.begin(request());
    const gone = jpeg(10);
    gone.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
    const error = await errorOf(part.put(id, { offset: 0, bytes: gone }));
    assert.deepEqual([error.code, error.path], ['invalid', 'bytes']);
    assert.equal((await part.put(id, { offset: 0, bytes: jpeg(10) })).receivedBytes, 10);
  });

  it('tells nobody of progress after it was aborted', async () => {
    const part = partOf(aWorld());
    const { id } = await part.begin(request());
    const controller = new AbortController();
    const told: number[] = [];
    const putting = part.put(
      id,
      { offset: 0, bytes: jpeg(10) },
      { signal: controller.signal, onProgress: (sent) => told.push(sent) },
    );
    controller.abort();
    assert.equal(await codeOf(putting), 'aborted');
    await settle();
    assert.deepEqual(told, []);
  });

  it('[FU2] is forgotten after a week unless a message carries it', async () => {
    const world = aWorld();
    const part = partOf(world);
    const [kept, lost] = [await upload(part), await upload(part)];
    await world
      .start()
      .adapter()
      .send(aTextTo({ channel: 'whatsapp', content: image(kept) }));
    await world.clock.advance(8 * day);
    assert.equal(await codeOf(part.url(lost.id)), 'not-found');
    await part.begin(request());
    assert.equal(await world.store.transact('read', (tx) => tx.get('files', lost.id)), undefined);
    const pieces = await world.store.transact('read', (tx) => tx.scan('filePieces', null, {}));
    assert.deepEqual(
      pieces.map(({ fileId }) => fileId),
      [kept.id],
    );
    assert.ok((await part.url(kept.id)).url);
  });
});

describe('sending a file', () => {
  it('hands the provider the message and the bytes', async () => {
    const world = aWorld();
    const bytes = jpeg(1500);
    const got: string[] = [];
    const instance = world.start({
      provider: {
        send: async ({ content }, { file }) => {
          if (content.kind === 'image') got.push(`${(await file(content.attachment.id)).size} bytes`);
          got.push(await codeOf(file('another')));
          return { status: 'sent' };
        },
      },
    });
    const adapter = instance.adapter();
    const attachment = await upload(adapter.part('attachments')!, bytes);
    const message = await adapter.send(aTextTo({ channel: 'whatsapp', content: image(attachment) }));
    assert.deepEqual(message.content, image(attachment));
    await settle();
    assert.deepEqual(got, ['1500 bytes', 'not-found']);
  });

  it('[AT5] refuses a type or size that the channel does not carry', async () => {
    const adapter = aWorld().start().adapter();
    const file = await upload(adapter.part('attachments')!, new Blob(['GIF89a', new Uint8Array(20)]), {
      mimeType: 'image/gif',
    });
    const send = (attachment: typeof file) =>
      adapter.send(aTextTo({ channel: 'whatsapp', content: image(attachment) }));
    const type = await errorOf(send(file));
    assert.deepEqual([type.code, type.path], ['invalid', 'content.attachment.mimeType']);
    const size = await errorOf(send({ ...file, mimeType: 'image/png', sizeBytes: 6 * megabyte }));
    assert.deepEqual([size.code, size.path], ['invalid', 'content.attachment.sizeBytes']);
  });

  it('refuses a file that is gone, or not whole yet, and takes one that is kept elsewhere', async () => {
    const adapter = aWorld().start().adapter();
    const part = adapter.part('attachments')!;
    const file = await upload(part);
    const send = (attachment: typeof file) =>
      adapter.send(aTextTo({ channel: 'whatsapp', content: image(attachment) }));
    await part.remove(file.id);
    const { id } = await part.begin(request());
    for (const attachment of [file, { ...file, id }, { ...file, url: 'javascript:alert(1)' }]) {
      const error = await errorOf(send(attachment));
      assert.deepEqual([error.code, error.path], ['invalid', 'content.attachment']);
    }
    assert.equal((await send({ ...file, url: 'https://cdn.example/photo.jpg' })).status, 'accepted');
  });

  it('keeps the file of a message and of a quick reply', async () => {
    const adapter = aWorld({ ...annasData(), quickReplies: [{ id: 'g', version: 1, name: 'Files', replies: [] }] })
      .start()
      .adapter();
    const part = adapter.part('attachments')!;
    const [sent, prepared] = [await upload(part), await upload(part)];
    await adapter.send(aTextTo({ channel: 'whatsapp', content: image(sent) }));
    const replies = adapter.part('quickReplies')!;
    await replies.saveReply({ id: 'r', groupId: 'g', texts: [{ language: null, text: 'x' }], attachments: [prepared] });
    for (const { id } of [sent, prepared]) assert.equal(await codeOf(part.remove(id)), 'conflict');
    await replies.removeGroup('g');
    for (let round = 0; round < 2; round += 1) await part.remove(prepared.id);
    assert.equal(await codeOf(part.url(prepared.id)), 'not-found');
  });
});

describe('addresses of files', () => {
  const { createObjectURL, revokeObjectURL } = URL;
  const open = new Set<string>();
  beforeEach(() => {
    open.clear();
    URL.createObjectURL = (blob) => {
      const url = createObjectURL.call(URL, blob);
      open.add(url);
      return url;
    };
    URL.revokeObjectURL = (url) => {
      open.delete(url);
      revokeObjectURL.call(URL, url);
    };
  });
  afterEach(() => Object.assign(URL, { createObjectURL, revokeObjectURL }));

  it('are the same while they work, however often they are asked for', async () => {
    const world = aWorld();
    const part = partOf(world);
    const { id } = await upload(part);
    const first = await part.url(id);
    assert.equal(first.expiresAt, world.clock.now() + 3_600_000);
    await world.clock.advance(3_000_000);
    assert.equal((await part.url(id)).url, first.url);
    await world.clock.advance(3_000_000);
    assert.deepEqual([...open], [first.url]);
    await world.clock.advance(700_000);
    assert.deepEqual([...open], []);
    assert.notEqual((await part.url(id)).url, first.url);
  });

  it('are taken back when the file is removed and when the backend is closed', async () => {
    const instance = aWorld().start();
    const part = instance.adapter().part('attachments')!;
    const files = [await upload(part), await upload(part)];
    for (const { id } of files) await part.url(id);
    assert.equal(open.size, 2);
    await part.remove(files[0]!.id);
    assert.equal(open.size, 1);
    await instance.kill();
    assert.equal(open.size, 0);
  });
});
