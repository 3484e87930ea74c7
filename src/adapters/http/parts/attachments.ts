import type { AttachmentsPart, FileAddress, Upload } from '../../../ports/parts/attachments.ts';
import { segment } from '../http-calls.ts';
import type { HttpCalls } from '../http-calls.ts';

/** Files of messages. @param resolve - makes an address that is relative to the API a whole one */
export function attachmentsPart(calls: HttpCalls, resolve: (url: string) => string): AttachmentsPart {
  return {
    begin: ({ clientId, ...body }, options) =>
      calls.ask<Upload>({
        method: 'POST',
        path: '/attachments',
        body,
        headers: { 'idempotency-key': clientId },
        signal: options?.signal,
      }),
    put: (uploadId, { offset, bytes }, options) =>
      calls.ask<Upload>({
        method: 'PUT',
        path: `/attachments/${segment(uploadId)}/bytes`,
        bytes,
        headers: { 'upload-offset': String(offset) },
        onProgress: options?.onProgress,
        signal: options?.signal,
      }),
    url: async (attachmentId, options) => {
      const address = await calls.get<FileAddress>(`/attachments/${segment(attachmentId)}/address`, options);
      return { ...address, url: resolve(address.url) };
    },
    remove: (id, options) => calls.remove(`/attachments/${segment(id)}`, options),
  };
}
