import { AdapterError } from '../../../ports/adapter-error.ts';
import { bytesOf, dropFile, fileBytes, forgetFiles, isKept } from './files.ts';
import { checkPiece, checkRequest, judgeBytes } from './upload-checks.ts';
import { chunkBytes, isSameUpload, uploadKeptMs } from '../../../domain/uploads.ts';
import type { PartAccess } from './access.ts';
import type { FileRow } from '../tables.ts';
import type { Unit } from '../unit.ts';
import type {
  AttachmentsPart,
  FileAddress,
  Upload,
  UploadOptions,
  UploadPiece,
  UploadRequest,
} from '../../../ports/parts/attachments.ts';
import type { CallOptions } from '../../../ports/adapter.ts';

/** Files in the backend's own tables, in pieces as they came. */
export function attachmentsPart(access: PartAccess): AttachmentsPart {
  return {
    begin: (request, options) => begin(access, request, options),
    put: (uploadId, piece, options) => access.call(options, () => put(access, uploadId, piece, options ?? {})),
    url: (attachmentId, options) => access.call(options, () => address(access, attachmentId)),
    remove: (id, options) =>
      access.call(options, async () => {
        await access.command(undefined, (unit) => remove(unit, id));
        access.backend.files.forget(id);
      }),
  };
}

async function begin(access: PartAccess, request: UploadRequest, options?: CallOptions): Promise<Upload> {
  return access.call(options, async () => {
    checkRequest(request);
    const row = await access.command(undefined, async (unit) => {
      await forgetFiles(unit);
      await unit.conversation(request.conversationId);
      const [begun] = await unit.tx.scan('files', 'client', {
        lower: request.clientId,
        upper: request.clientId,
        limit: 1,
      });
      if (!begun) return start(unit, request);
      if (isSameUpload(begun.request, request)) return begun;
      throw new AdapterError('key-reused', `client id ${request.clientId} stands for another file`);
    });
    // All bytes may be here although nobody looked at them: whoever put the last piece is gone.
    return uploadOf(isFull(row) && row.attachment === null ? await finish(access, row) : row);
  });
}

async function start(unit: Unit, { clientId, ...request }: UploadRequest): Promise<FileRow> {
  const row: FileRow = {
    id: unit.context.newId('file'),
    clientId,
    request,
    receivedBytes: 0,
    attachment: null,
    holders: [],
    expiresAt: unit.now + uploadKeptMs,
  };
  await unit.tx.put('files', row);
  return row;
}

async function put(
  access: PartAccess,
  uploadId: string,
  { offset, bytes }: UploadPiece,
  { signal, onProgress }: UploadOptions,
): Promise<Upload> {
  const piece = await readPiece(bytes);
  const row = await access.command(undefined, (unit) => keepPiece(unit, uploadId, { offset, bytes: piece }));
  // Nobody is told after the call has ended.
  if (!signal?.aborted) onProgress?.(piece.size);
  return uploadOf(isFull(row) ? await finish(access, row) : row);
}

/** A file on a disk may be gone by the time somebody reads it; that must not end a transaction. */
async function readPiece(bytes: Blob): Promise<Blob> {
  try {
    return new Blob([await bytes.arrayBuffer()]);
  } catch (reason) {
    throw new AdapterError('invalid', 'the file cannot be read any more', { path: 'bytes', cause: reason });
  }
}

async function keepPiece(unit: Unit, id: string, { offset, bytes }: UploadPiece): Promise<FileRow> {
  const row = await unit.tx.get('files', id);
  if (!row || !isKept(row, unit.now)) throw new AdapterError('not-found', `there is no upload ${id}`);
  checkPiece({ offset, bytes }, row);
  await unit.tx.put('filePieces', { fileId: id, offset, bytes });
  const next = { ...row, receivedBytes: row.receivedBytes + bytes.size, expiresAt: unit.now + uploadKeptMs };
  await unit.tx.put('files', next);
  return next;
}

/** Looks at what came: a file that is not what it was said to be is thrown away. */
async function finish(access: PartAccess, { id, request }: FileRow): Promise<FileRow> {
  const bytes = await access.query(undefined, async (tx) => {
    const row = await tx.get('files', id);
    return row ? bytesOf(tx, row) : null;
  });
  const verdict = bytes && (await judgeBytes(bytes, request));
  if (!verdict) throw new AdapterError('not-found', `there is no upload ${id}`);
  if (!verdict.ok) {
    await access.command(undefined, (unit) => dropFile(unit, id));
    throw verdict.error;
  }
  return access.command(undefined, async (unit) => {
    const row = await unit.tx.get('files', id);
    if (!row) throw new AdapterError('not-found', `there is no upload ${id}`);
    const { name, sizeBytes, altText, durationMs } = row.request;
    const attachment = { id, name, sizeBytes, altText, durationMs, url: null, thumbnailUrl: null };
    const whole = { ...row, attachment: { ...attachment, mimeType: verdict.mimeType } };
    await unit.tx.put('files', whole);
    return whole;
  });
}

async function address({ backend, query }: PartAccess, id: string): Promise<FileAddress> {
  return backend.files.address(id, await query(undefined, (tx) => fileBytes(tx, id, backend.parts.clock.now())));
}

async function remove(unit: Unit, id: string): Promise<void> {
  const row = await unit.tx.get('files', id);
  if (!row) return;
  if (row.holders.length > 0) throw new AdapterError('conflict', 'a message or quick reply carries this file');
  await dropFile(unit, id);
}

function isFull({ receivedBytes, request }: FileRow): boolean {
  return receivedBytes === request.sizeBytes;
}

function uploadOf({ id, receivedBytes, attachment, expiresAt }: FileRow): Upload {
  return { id, receivedBytes, chunkBytes, expiresAt: expiresAt ?? null, attachment };
}
