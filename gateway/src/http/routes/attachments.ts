import { beginUpload, putBytes, removeUpload } from '../../commands/uploads.ts';
import type { UploadOutcome } from '../../commands/uploads.ts';
import { visibleState } from '../../store/file-holders.ts';
import { chunkBytes } from '../../../../src/domain/uploads.ts';
import { AdapterError } from '../../../../src/ports/adapter-error.ts';
import type { Upload } from '../../../../src/ports/parts/attachments.ts';
import { keyHeader, keyOf, route } from '../route.ts';
import type { Route } from '../route.ts';

/** Files: uploads in pieces, and addresses. */
export const attachmentRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/attachments',
    id: 'beginUpload',
    summary: 'Begins an upload, or says where one with the same key goes on.',
    headers: keyHeader,
    takes: 'NewUpload',
    gives: 'Upload',
    run: async ({ core, viewer, body, header }) => {
      const { conversationId, name, mimeType, sizeBytes, altText, durationMs } = body;
      const request = { clientId: keyOf(header), conversationId, name, mimeType, sizeBytes, altText, durationMs };
      return { body: uploadIn(await core.write(viewer.tenant, (unit) => beginUpload(unit, request, viewer))) };
    },
  }),
  route({
    method: 'PUT',
    path: '/v1/attachments/{id}/bytes',
    id: 'putBytes',
    summary:
      'Takes the next piece. 412 when it does not start where the upload is; with the last one the file is judged.',
    headers: { 'Upload-Offset': { summary: 'Where the piece belongs, bytes from the beginning.', required: true } },
    takesBytes: chunkBytes,
    gives: 'Upload',
    run: async ({ core, viewer, bytes, param, header }) => {
      const piece = { id: param('id'), offset: offsetIn(header('upload-offset')), bytes };
      return { body: uploadIn(await core.write(viewer.tenant, (unit) => putBytes(unit, piece, viewer))) };
    },
  }),
  route({
    method: 'GET',
    path: '/v1/attachments/{id}/address',
    id: 'getFileAddress',
    summary:
      'Where the file can be fetched for some minutes, relative to the address of the API; none while it is on its way here.',
    gives: 'FileAddress',
    run: async ({ core, viewer, param }) => {
      const { db, clock } = core.parts;
      const id = param('id');
      const state = await visibleState(db, viewer, { id, now: clock.now() });
      if (state === null) throw new AdapterError('not-found', `there is no file ${id}`);
      if (state === 'wanted') return { body: { url: null, thumbnailUrl: null, expiresAt: null } };
      const { path, expiresAt } = await core.files.link(viewer.tenant, id);
      return { body: { url: `..${path}`, thumbnailUrl: null, expiresAt } };
    },
  }),
  route({
    method: 'DELETE',
    path: '/v1/attachments/{id}',
    id: 'removeUpload',
    summary: 'Gives up one’s own upload, or a file that nothing carries; 412 when something does.',
    gives: 'Done',
    run: async ({ core, viewer, param }) => {
      await core.write(viewer.tenant, (unit) => removeUpload(unit, param('id'), viewer));
      return { body: { done: true } };
    },
  }),
];

function uploadIn(outcome: UploadOutcome): Upload {
  if ('upload' in outcome) return outcome.upload;
  throw outcome.refused;
}

function offsetIn(header: string | null): number {
  if (header !== null && /^\d{1,15}$/.test(header)) return Number(header);
  throw new AdapterError('invalid', 'Upload-Offset is a whole number of bytes', { path: 'Upload-Offset' });
}
