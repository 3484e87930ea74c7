import { AdapterError } from '../../../ports/adapter-error.ts';
import { channelMedia } from '../../../domain/channel-media.ts';
import { fileType, signatureBytes } from '../../../domain/file-type.ts';
import { bareMimeType, matchesMimeType } from '../../../domain/mime-types.ts';
import type { FileRow } from '../tables.ts';
import type { UploadRequest } from '../../../ports/parts/attachments.ts';

const longestName = 255;
const rules = Object.values(channelMedia).flat();

/** Refuses, before a byte is sent, a file that no channel carries. */
export function checkRequest({ clientId, name, mimeType, sizeBytes }: UploadRequest): void {
  if (clientId === '' || clientId.length > 200) throw invalid('clientId', 'a text of 1 to 200 characters');
  if (name.trim() === '' || name.length > longestName)
    throw invalid('name', `a text of 1 to ${longestName} characters`);
  const fitting = rules.filter((rule) => matchesMimeType(mimeType, rule.mimeTypes));
  if (fitting.length === 0) throw invalid('mimeType', 'no channel carries such files');
  const limit = Math.max(...fitting.map(({ maxBytes }) => maxBytes));
  if (!Number.isSafeInteger(sizeBytes) || sizeBytes < 1 || sizeBytes > limit)
    throw invalid('sizeBytes', `1 to ${limit} bytes`);
}

/** Whether an upload that is begun again is of the same file. */
export function isSameRequest(
  before: FileRow['request'],
  { conversationId, mimeType, sizeBytes }: UploadRequest,
): boolean {
  return before.conversationId === conversationId && before.mimeType === mimeType && before.sizeBytes === sizeBytes;
}

/** What a whole file turned out to be. */
export type BytesVerdict =
  { readonly ok: true; readonly mimeType: string } | { readonly ok: false; readonly error: AdapterError };

/** Looks at the first bytes of a whole file: it must be what it was said to be, and no program. */
export async function judgeBytes(bytes: Blob, { name, mimeType }: FileRow['request']): Promise<BytesVerdict> {
  const head = new Uint8Array(await bytes.slice(0, signatureBytes).arrayBuffer());
  const found = fileType(head, { name, declaredType: mimeType });
  if (found.executable) return { ok: false, error: invalid('name', 'programs are not sent') };
  const isAsSaid = bareMimeType(found.mimeType) === bareMimeType(mimeType);
  if (isAsSaid) return { ok: true, mimeType: found.mimeType };
  return { ok: false, error: invalid('mimeType', `the bytes are ${found.mimeType}`) };
}

function invalid(path: string, message: string): AdapterError {
  return new AdapterError('invalid', `${path}: ${message}`, { path });
}
