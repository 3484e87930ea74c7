import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Attachment } from '../../src/domain/model.ts';
import { AdapterError } from '../../src/ports/adapter-error.ts';
import type { MessagingAdapter } from '../../src/ports/adapter.ts';
import type { AttachmentsPart, UploadOptions } from '../../src/ports/parts/attachments.ts';
import type { DraftFiles, FileFacts, WaitingFile } from '../../src/sync/session-api.ts';
import { deferred, settle } from '../../src/testing/index.ts';
import { replyDraft, sendText, type Tab, World, type WorldOptions } from './world.ts';

const megabyte = 1_048_576;
const key = replyDraft();

/** A PDF of a size; the backend looks at how it begins. */
const pdf = (name: string, sizeBytes = 1000): FileFacts => ({
  ...{ name, mimeType: 'application/pdf', kind: 'document', width: null, height: null, durationMs: null },
  ...{ caption: '', altText: '', bytes: new Blob(['%PDF-1.7\n', new Uint8Array(sizeBytes - 9)]) },
});

/** A backend whose calls about files can be seen and changed. */
function withFiles(change: (part: AttachmentsPart) => Partial<AttachmentsPart>): Pick<WorldOptions, 'wrap'> {
  return {
    wrap: (adapter) =>
      new Proxy(adapter, {
        get: (target, name): unknown => {
          const member: unknown = Reflect.get(target, name, target);
          if (name !== 'part') return typeof member === 'function' ? (member.bind(target) as unknown) : member;
          return (part: Parameters<MessagingAdapter['part']>[0]) => {
            const found = target.part(part);
            return part === 'attachments' && found ? { ...found, ...change(found as AttachmentsPart) } : found;
          };
        },
      }),
  };
}

async function opened(world: World, tab?: Tab): Promise<{ readonly tab: Tab; readonly files: DraftFiles }> {
  const started = tab ?? (await world.startTab());
  return { tab: started, files: await started.session.openFiles() };
}

async function ready(world: World): Promise<void> {
  for (let step = 0; step < 40; step += 1) {
    await world.pass(100);
    await settle();
  }
}

const first = (files: DraftFiles): WaitingFile => {
  const [file] = files.list(key);
  assert.ok(file);
  return file;
};
const names = (files: DraftFiles): string[] => files.list(key).map(({ file }) => file.name);
const attachmentOf = (file: WaitingFile): Attachment => {
  assert.ok(file.upload.attachment);
  return file.upload.attachment;
};

describe('files of drafts', () => {
  it('[B12] are there again after the page was closed, in their order, with what was said of them', async () => {
    const world = new World();
    const { files, tab } = await opened(world);
    files.add(key, [pdf('a.pdf'), pdf('b.pdf')]);
    const [a, b] = files.list(key);
    assert.ok(a && b);
    files.change(a.file.id, { caption: 'The offer', altText: 'An offer' });
    files.change(b.file.id, { position: -1 });
    await ready(world);
    world.crash(tab);
    const again = await opened(world, await world.startTab());
    assert.deepEqual(names(again.files), ['b.pdf', 'a.pdf']);
    const [, kept] = again.files.list(key);
    assert.deepEqual([kept?.file.caption, kept?.file.altText, kept?.bytes.size], ['The offer', 'An offer', 1000]);
  });

  it('[B12] are there again when the session was closed right after they were added, or while one is still being made', async () => {
    const world = new World();
    const { files, tab } = await opened(world);
    const recording = deferred<FileFacts | null>();
    const nothing = Promise.resolve(null);
    files.add(key, [pdf('a.pdf'), pdf('b.pdf'), pdf('c.pdf')]);
    files.addSoon(key, nothing);
    files.addSoon(key, Promise.reject(new Error('it cannot be packed')));
    files.addSoon(key, recording.promise);
    const closing = tab.session.close();
    await settle();
    recording.resolve(pdf('recorded.pdf'));
    await ready(world);
    await closing;
    const again = await opened(world, await world.startTab());
    assert.deepEqual(names(again.files), ['a.pdf', 'b.pdf', 'c.pdf', 'recorded.pdf']);
  });

  it('keep no session from closing that never got through to its backend', async () => {
    const world = new World({
      wrap: (adapter) =>
        new Proxy(adapter, {
          get: (target, name): unknown => {
            const member: unknown = Reflect.get(target, name, target);
            if (name === 'connect') return () => new Promise(() => undefined);
            return typeof member === 'function' ? (member.bind(target) as unknown) : member;
          },
        }),
    });
    const { session } = world.openTab();
    const files = assert.rejects(session.openFiles());
    await session.close();
    await files;
  });

  it('[B12] belong to one conversation, mode and channel', async () => {
    const world = new World();
    const { files } = await opened(world);
    files.add(key, [pdf('a.pdf')]);
    files.add(replyDraft('c2'), [pdf('b.pdf')]);
    assert.deepEqual(names(files), ['a.pdf']);
    files.move(key, { ...key, channel: 'whatsapp' });
    assert.deepEqual(names(files), []);
    assert.deepEqual(
      files.list({ ...key, channel: 'whatsapp' }).map(({ file }) => file.name),
      ['a.pdf'],
    );
  });

  it('[B10] are uploaded in pieces when asked, and say how far that is', async () => {
    const offsets: number[] = [];
    const world = new World(
      withFiles((part) => ({
        put: (id, piece, options) => {
          offsets.push(piece.offset);
          return part.put(id, piece, options);
        },
      })),
    );
    const { files } = await opened(world);
    files.add(key, [pdf('a.pdf', 2.5 * megabyte)]);
    await ready(world);
    assert.equal(first(files).upload.state, 'idle');
    files.upload(first(files).file.id);
    await ready(world);
    assert.equal(first(files).upload.state, 'done');
    assert.deepEqual(offsets, [0, megabyte, 2 * megabyte]);
    assert.equal(first(files).upload.sentBytes, 2.5 * megabyte);
    assert.equal(attachmentOf(first(files)).mimeType, 'application/pdf');
  });

  it('[B10] pause and go on where they were, also after a reload', async () => {
    const offsets: number[] = [];
    let hold = true;
    const world = new World(
      withFiles((part) => ({
        put: (id, piece, options?: UploadOptions) => {
          offsets.push(piece.offset);
          if (hold && piece.offset > 0) return deferred<never>().promise;
          return part.put(id, piece, options);
        },
      })),
    );
    const { files, tab } = await opened(world);
    files.add(key, [pdf('a.pdf', 2 * megabyte)]);
    files.upload(first(files).file.id);
    await ready(world);
    assert.equal(first(files).upload.state, 'running');
    files.pause(first(files).file.id);
    await ready(world);
    assert.equal(first(files).upload.state, 'paused');
    assert.deepEqual(offsets, [0, megabyte]);
    world.crash(tab);
    hold = false;
    const again = await opened(world, await world.startTab());
    again.files.upload(first(again.files).file.id);
    await ready(world);
    assert.equal(first(again.files).upload.state, 'done');
    assert.deepEqual(offsets, [0, megabyte, megabyte]);
  });

  it('[I7] wait and try again by themselves when the backend cannot be reached', async () => {
    let failures = 3;
    const world = new World(
      withFiles((part) => ({
        put: (id, piece, options) => {
          failures -= 1;
          if (failures >= 0) return Promise.reject(new AdapterError('unavailable', 'cut'));
          return part.put(id, piece, options);
        },
      })),
    );
    const { files } = await opened(world);
    files.add(key, [pdf('a.pdf')]);
    files.upload(first(files).file.id);
    await world.pass(200);
    assert.deepEqual([first(files).upload.state, first(files).upload.error], ['waiting', 'unavailable']);
    await world.pass(30_000);
    assert.equal(first(files).upload.state, 'done');
  });

  it('say why when the backend takes no such file, and try again when asked', async () => {
    let refuse = true;
    const world = new World(
      withFiles((part) => ({
        begin: (request, options) =>
          refuse ? Promise.reject(new AdapterError('forbidden', 'no')) : part.begin(request, options),
      })),
    );
    const { files } = await opened(world);
    files.add(key, [pdf('a.pdf')]);
    files.upload(first(files).file.id);
    await ready(world);
    assert.deepEqual([first(files).upload.state, first(files).upload.error], ['failed', 'forbidden']);
    refuse = false;
    files.upload(first(files).file.id);
    await ready(world);
    assert.equal(first(files).upload.state, 'done');
  });

  it('[B12] that there is no room for stay while the page lives, and are known as such', async () => {
    const world = new World();
    const { files, tab } = await opened(world);
    tab.storage.faults.failNext('quota', 'putDraftFile');
    files.add(key, [pdf('a.pdf')]);
    await ready(world);
    assert.equal(first(files).isKept, false);
    files.upload(first(files).file.id);
    await ready(world);
    assert.equal(first(files).upload.state, 'done');
  });

  it('[I1] become messages in one transaction each, and are gone from the draft, here and in other tabs', async () => {
    const world = new World();
    const { files, tab } = await opened(world);
    const other = await opened(world, await world.startTab());
    files.add(key, [pdf('a.pdf')]);
    files.upload(first(files).file.id);
    await ready(world);
    assert.deepEqual(names(other.files), ['a.pdf']);
    const { file } = first(files);
    const content = { kind: 'document', attachment: attachmentOf(first(files)), caption: null } as const;
    const before = tab.storage.faults.log.length;
    const request = { conversationId: 'c1', channel: 'sms', accountId: null, content, replyToId: null } as const;
    const entry = await tab.session.send({ ...request, draft: null, fileId: file.id });
    assert.equal(entry.clientId, file.id);
    assert.equal(tab.storage.faults.log[before], 'enqueue');
    assert.deepEqual(names(files), []);
    await ready(world);
    assert.deepEqual(names(other.files), []);
    assert.deepEqual(await tab.storage.peer().loadDraftFiles(), []);
  });

  it('[I1] stay in the draft when the message could not be kept', async () => {
    const world = new World();
    const { files, tab } = await opened(world);
    files.add(key, [pdf('a.pdf')]);
    files.upload(first(files).file.id);
    await ready(world);
    tab.storage.faults.failNext('quota', 'enqueue');
    const content = { kind: 'document', attachment: attachmentOf(first(files)), caption: null } as const;
    const request = { conversationId: 'c1', channel: 'sms', accountId: null, content, replyToId: null } as const;
    await assert.rejects(tab.session.send({ ...request, draft: null, fileId: first(files).file.id }), {
      problem: 'quota',
    });
    assert.deepEqual(names(files), ['a.pdf']);
    await sendText(tab, 'hello');
    assert.deepEqual(names(files), ['a.pdf']);
  });

  it('[I8] survive that everything else is read anew', async () => {
    const world = new World();
    const { files, tab } = await opened(world);
    files.add(key, [pdf('a.pdf')]);
    await ready(world);
    tab.adapter.faults.resetStreams();
    await ready(world);
    assert.deepEqual(names(files), ['a.pdf']);
  });

  it('leave no timer behind', async () => {
    const world = new World(
      withFiles(() => ({ begin: () => Promise.reject(new AdapterError('unavailable', 'down')) })),
    );
    const { files, tab } = await opened(world);
    files.add(key, [pdf('a.pdf')]);
    files.upload(first(files).file.id);
    await ready(world);
    await tab.session.close();
    await settle();
    assert.equal(world.clock.pending, 0);
  });
});
