import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { attachmentsOf } from '../../src/domain/content-files.ts';
import {
  chunkBytes,
  isSameUpload,
  judgeFileBytes,
  judgePiece,
  uploadKeptMs,
  uploadProblem,
} from '../../src/domain/uploads.ts';
import { anAttachment } from '../../src/testing/builders.ts';

const megabyte = 1_048_576;
const request = {
  clientId: 'client-1',
  conversationId: 'c1',
  name: 'photo.jpg',
  mimeType: 'image/jpeg',
  sizeBytes: megabyte,
};
const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0]);

describe('uploads', () => {
  it('[FU2] outlast a draft that is left on Friday and sent on Thursday, and no second week', () => {
    const [friday, thursday] = [Date.UTC(2026, 10, 20, 17), Date.UTC(2026, 10, 26, 9)];
    assert.ok(friday + uploadKeptMs > thursday);
    assert.ok(friday + uploadKeptMs <= Date.UTC(2026, 10, 27, 17));
  });

  for (const [title, changes, path] of [
    ['a picture', {}, null],
    ['the largest that any channel takes', { sizeBytes: 200 * megabyte }, null],
    ['one byte more', { sizeBytes: 200 * megabyte + 1 }, 'sizeBytes'],
    ['nothing', { sizeBytes: 0 }, 'sizeBytes'],
    ['half a byte', { sizeBytes: 1.5 }, 'sizeBytes'],
    ['what no channel carries', { mimeType: 'chemical/x-pdb' }, 'mimeType'],
    ['a file without a name', { name: ' ' }, 'name'],
    ['an endless name', { name: 'a'.repeat(256) }, 'name'],
    ['no client id', { clientId: '' }, 'clientId'],
  ] as const)
    it(`[FU3] ${path === null ? 'takes' : 'refuses'} ${title}`, () => {
      assert.equal(uploadProblem({ ...request, ...changes })?.path ?? null, path);
    });

  for (const [title, changes, expected] of [
    ['the same, called otherwise', { name: 'other.jpg' }, true],
    ['another size', { sizeBytes: 1 }, false],
    ['another type', { mimeType: 'image/png' }, false],
    ['another conversation', { conversationId: 'c2' }, false],
  ] as const)
    it(`[FU4] ${expected ? 'goes on with' : 'is another file with'} ${title}`, () => {
      assert.equal(isSameUpload(request, { ...request, ...changes }), expected);
    });

  for (const [title, offset, sizeBytes, expected] of [
    ['the next piece', 10, 5, 'ok'],
    ['the last bytes', 10, 90, 'ok'],
    ['more than is missing', 10, 91, 'invalid'],
    ['an empty piece', 10, 0, 'invalid'],
    ['a piece that came already', 0, 10, 'conflict'],
    ['a piece beyond a hole', 11, 5, 'conflict'],
  ] as const)
    it(`[FU1] answers ${expected} to ${title}`, () => {
      const verdict = judgePiece({ offset, sizeBytes }, { receivedBytes: 10, sizeBytes: 100 });
      assert.equal(verdict.ok ? 'ok' : verdict.code, expected);
    });

  it('[FU2] are kept a week', () => {
    assert.equal(uploadKeptMs / 3_600_000, 7 * 24);
  });

  it('[FU1] takes no piece of more than a megabyte', () => {
    const upload = { receivedBytes: 0, sizeBytes: 10 * megabyte };
    assert.ok(judgePiece({ offset: 0, sizeBytes: chunkBytes }, upload).ok);
    assert.ok(!judgePiece({ offset: 0, sizeBytes: chunkBytes + 1 }, upload).ok);
  });

  for (const [title, head, said, expected] of [
    ['a picture that is one', jpeg, request, 'image/jpeg'],
    ['text that is called a picture', new TextEncoder().encode('Hello'), request, 'mimeType'],
    ['a program', new TextEncoder().encode('MZ'), { name: 'a.exe', mimeType: 'application/x-msdownload' }, 'name'],
  ] as const)
    it(`[FU5] ${title}: ${expected}`, () => {
      const found = judgeFileBytes(head, said);
      assert.equal(found.ok ? found.mimeType : found.problem.path, expected);
    });
});

describe('the files of a message', () => {
  it('are its own, and those that a template was filled with', () => {
    const attachment = anAttachment();
    assert.deepEqual(attachmentsOf({ kind: 'document', attachment, caption: null }), [attachment]);
    assert.deepEqual(attachmentsOf({ kind: 'text', text: 'Hello' }), []);
    const place = { component: 'header', index: 0, name: 'media', text: '' } as const;
    const words = { name: 'n', language: 'en', header: null, body: 'b', footer: null, buttons: [] } as const;
    const filling = {
      templateId: 't',
      parameterFormat: 'positional',
      places: [
        { ...place, value: { type: 'media', attachment } },
        { ...place, value: { type: 'text', text: 'a' } },
      ],
    } as const;
    assert.deepEqual(attachmentsOf({ kind: 'template', ...words, filling }), [attachment]);
    assert.deepEqual(attachmentsOf({ kind: 'template', ...words }), []);
  });
});
