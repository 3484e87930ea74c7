import type { PartCalls } from './guard-calls.ts';
import type { AttachmentsPart, FileAddress, Upload, UploadOptions, UploadRequest } from './parts/attachments.ts';
import type { Check } from './validate.ts';
import { aCount, anId, aString, aTime, matches, orNull, shape } from './validate.ts';
import { attachment } from './validate-model.ts';
import { about, both } from './validate-reading.ts';

const upload = shape<Upload>({
  id: anId,
  receivedBytes: aCount,
  chunkBytes: matches('at least one byte', (value) => typeof value === 'number' && value >= 1),
  expiresAt: orNull(aTime),
  attachment: orNull(attachment),
});

const fileAddress = shape<FileAddress>({
  url: matches('an https: or blob: address', (value) => typeof value === 'string' && /^(?:https?|blob):/i.test(value)),
  thumbnailUrl: orNull(aString),
  expiresAt: orNull(aTime),
});

/** Uploads whose progress and addresses can be trusted. */
export function guardAttachments(part: AttachmentsPart, calls: PartCalls): AttachmentsPart {
  return {
    begin: (request, options) => calls.one('begin', uploadOf(request), () => part.begin(request, options), options),
    put: (id, piece, options) => {
      const heard = hearProgress(options, piece.bytes.size);
      const asked = calls.one('put', about(upload, id), () => part.put(id, piece, heard.options), options);
      return asked.finally(heard.end);
    },
    url: (id, options) => calls.one('url', fileAddress, () => part.url(id, options), options),
    remove: (id, options) => calls.done(() => part.remove(id, options), options),
  };
}

/** More bytes than the file has would be resumed from beyond its end. */
function uploadOf({ sizeBytes }: UploadRequest): Check<Upload> {
  const bounded = matches('no more than the file has', (value) => typeof value === 'number' && value <= sizeBytes);
  return both(upload, shape({ receivedBytes: bounded }));
}

/** Progress only goes forward, within the piece, and stops with the call. */
function hearProgress(
  options: UploadOptions | undefined,
  size: number,
): { readonly options: UploadOptions | undefined; readonly end: () => void } {
  const tell = options?.onProgress;
  if (!tell) return { options, end: () => undefined };
  let last = -1;
  const onProgress = (sentBytes: number): void => {
    if (!Number.isFinite(sentBytes) || sentBytes <= last) return;
    last = Math.min(sentBytes, size);
    tell(Math.max(0, last));
  };
  return { options: { ...options, onProgress }, end: () => (last = Infinity) };
}
