import type { AttachmentsPart, FileAddress, Upload } from '../../../ports/parts/attachments.ts';
import { AdapterError } from '../../../ports/adapter-error.ts';
import { segment } from '../http-calls.ts';
import type { HttpCalls } from '../http-calls.ts';

/** Where a file can be fetched, as the gateway says. */
interface SentFileAddress extends Omit<FileAddress, 'url'> {
  /** Relative to the API; `null` while the gateway is still fetching it: its message changes when it is there. */
  readonly url: string | null;
}

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
      const { url, ...rest } = await calls.get<SentFileAddress>(
        `/attachments/${segment(attachmentId)}/address`,
        options,
      );
      if (url === null) throw new AdapterError('unavailable', 'the file is on its way');
      return { ...rest, url: resolve(url) };
    },
    remove: (id, options) => calls.remove(`/attachments/${segment(id)}`, options),
  };
}
