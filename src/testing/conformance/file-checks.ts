import { fileCapabilitiesOf } from '../../domain/channel-media.ts';
import type { Attachment, ConversationChannel } from '../../domain/model.ts';
import { matchesMimeType } from '../../domain/mime-types.ts';
import type { AttachmentsPart, Upload, UploadRequest } from '../../ports/parts/attachments.ts';
import type { Bench, Target } from './bench.ts';
import { SkipCheck } from './check.ts';
import type { Check } from './check.ts';
import { equal, ok, rejectsWith } from './expect.ts';

const mimeType = 'image/jpeg';

/** Files: uploads in pieces, their addresses, and messages that carry them. */
export const fileChecks: readonly Check[] = [
  {
    id: 'PA1',
    title: 'a file that came in pieces is whole at its address, and each piece told how far it is',
    needs: ['attachments'],
    run: async (bench) => {
      const file = picture(50_000);
      const heard: number[] = [];
      let upload = await begin(bench, file);
      equal([upload.receivedBytes, upload.attachment], [0, null], 'what is there before the first piece');
      while (upload.attachment === null) {
        const { receivedBytes: before } = upload;
        upload = await put(bench, upload, file.slice(before, before + 20_000), (sent) => heard.push(sent));
        ok(upload.receivedBytes > before, 'a piece was answered and not kept');
      }
      const { attachment } = upload;
      equal(attachment.sizeBytes, file.size, 'the size');
      equal([attachment.name, attachment.mimeType], ['boiler.jpg', mimeType], 'name and type');
      equal(heard.at(-1), file.size % 20_000, 'what was told of the last piece');
      ok(await isAt(bench, attachment.id, file), 'other bytes are at the address');
    },
  },
  {
    id: 'PA2',
    title: 'an upload goes on where it stopped, and takes no piece that belongs elsewhere',
    needs: ['attachments'],
    run: async (bench) => {
      const file = picture(3_000);
      const request = await requestFor(bench, file);
      const begun = await files(bench).begin(request);
      await put(bench, begun, file.slice(0, 1_000));
      const again = await files(bench).begin(request);
      equal([again.id, again.receivedBytes], [begun.id, 1_000], 'the upload that is begun again');
      await rejectsWith(['conflict'], 'a piece a second time', put(bench, begun, file.slice(0, 1_000)));
      const done = await put(bench, again, file.slice(1_000));
      ok(done.attachment, 'every byte is there, and no file');
      equal((await files(bench).begin(request)).attachment, done.attachment, 'the file of the finished upload');
      ok(await isAt(bench, done.attachment.id, file), 'other bytes are at the address');
    },
  },
  {
    id: 'PA3',
    title: 'what is not the file that it was said to be is refused, as is what nobody uploads',
    needs: ['attachments'],
    run: async (bench) => {
      const part = files(bench);
      const file = picture(1_000);
      const request = await requestFor(bench, file);
      await part.begin(request);
      await rejectsWith(['key-reused'], 'another file under the same id', part.begin({ ...request, sizeBytes: 999 }));
      await rejectsWith(['invalid'], 'an empty file', begin(bench, new Blob([])));
      const text = new Blob(['This is no picture, whatever it is called.']);
      await rejectsWith(['invalid'], 'text that is called a picture', upload(bench, text));
      await rejectsWith(['not-found'], 'an address of nothing', part.url('nobody-has-this-id'));
      const nothing = { ...(await begin(bench, file)), id: 'nobody-has-this-id' };
      await rejectsWith(['not-found'], 'a piece of nothing', put(bench, nothing, file));
    },
  },
  {
    id: 'PA4',
    title: 'a message carries its file: whoever reads it can fetch the file, and nobody can take it away',
    needs: ['attachments', 'second'],
    run: async (bench) => {
      const target = await pictureTarget(bench);
      const file = picture(2_000);
      const attachment = await upload(bench, file, target);
      const sent = await bench.send({ content: { kind: 'image', attachment, caption: null } }, target);
      const second = await bench.second();
      const history = await bench.history(
        { kind: 'conversation', conversationId: target.conversation.id },
        { adapter: second },
      );
      const read = history.find(({ id }) => id === sent.id)?.content;
      ok(read?.kind === 'image' && read.attachment.id === attachment.id, 'the message does not carry the file');
      ok(await isAt(bench, attachment.id, file, second.part('attachments')), 'other bytes are at the address');
      await rejectsWith(['conflict'], 'taking it away', files(bench).remove(attachment.id));
      const unknown: Attachment = { ...attachment, id: 'nobody-has-this-id' };
      const content = { kind: 'image', attachment: unknown, caption: null } as const;
      await rejectsWith(['invalid'], 'a message with a file that is not there', bench.send({ content }, target));
    },
  },
  {
    id: 'PA5',
    title: 'an upload that is given up is gone, and giving it up again does no harm',
    needs: ['attachments'],
    run: async (bench) => {
      const { id } = await upload(bench, picture(1_000));
      await files(bench).remove(id);
      await files(bench).remove(id);
      await rejectsWith(['not-found'], 'its address', files(bench).url(id));
    },
  },
];

/** The part of files; without it a check ends. */
export function files({ adapter }: Bench): AttachmentsPart {
  const part = adapter.part('attachments');
  if (!part) throw new SkipCheck('there are no files');
  return part;
}

/** A file that is a picture as far as anybody can tell from its beginning; every byte can be told from its neighbours. */
export function picture(sizeBytes: number): Blob {
  const bytes = Uint8Array.from({ length: sizeBytes }, (_, index) => (index * 31) % 251);
  bytes.set([0xff, 0xd8, 0xff, 0xe0]);
  return new Blob([bytes]);
}

async function requestFor(bench: Bench, { size }: Blob, target?: Target): Promise<UploadRequest> {
  const { conversation } = target ?? (await bench.target());
  const said = { name: 'boiler.jpg', mimeType, sizeBytes: size, altText: 'A boiler', durationMs: null };
  return { clientId: bench.clientId(), conversationId: conversation.id, ...said };
}

async function begin(bench: Bench, file: Blob, target?: Target): Promise<Upload> {
  return files(bench).begin(await requestFor(bench, file, target));
}

function put(
  bench: Bench,
  { id, receivedBytes: offset, chunkBytes }: Upload,
  bytes: Blob,
  onProgress: (sentBytes: number) => void = () => undefined,
): Promise<Upload> {
  ok(bytes.size <= chunkBytes, `a file of ${bytes.size} bytes is too large for a piece`);
  return files(bench).put(id, { offset, bytes }, { onProgress });
}

/** Uploads a file for a conversation. */
export async function upload(bench: Bench, file: Blob, target?: Target): Promise<Attachment> {
  const { attachment } = await put(bench, await begin(bench, file, target), file);
  ok(attachment, 'every byte is there, and no file');
  return attachment;
}

async function isAt(bench: Bench, id: string, file: Blob, part: AttachmentsPart = files(bench)): Promise<boolean> {
  const { url } = await part.url(id);
  const found = new Uint8Array(await (await fetch(url)).arrayBuffer());
  const wanted = new Uint8Array(await file.arrayBuffer());
  return found.length === wanted.length && found.every((byte, index) => byte === wanted[index]);
}

/** Where a picture may be sent now; where a window has closed, the customer writes and opens it. */
export async function pictureTarget(bench: Bench): Promise<Target> {
  const target = (await bench.writable()).find(({ channel }) => takesPictures(channel));
  if (target) return target;
  const open = await bench.conversations({ states: ['new', 'assigned'] });
  for (const conversation of open) {
    const channel = conversation.channels.find(takesPictures);
    if (!channel || !bench.subject.incoming) continue;
    await bench.subject.incoming({ channel: channel.channel, address: channel.address, text: bench.text() });
    return { conversation, channel };
  }
  throw new SkipCheck('no channel that may be written to carries pictures');
}

/** Whether a picture as {@link picture} makes it may be sent there. */
export function takesPictures(channel: ConversationChannel): boolean {
  return fileCapabilitiesOf(channel).media.some(
    ({ kind, mimeTypes }) => kind === 'image' && matchesMimeType(mimeType, mimeTypes),
  );
}
