import { channelMedia } from './channel-media.ts';
import { fileType, signatureBytes } from './file-type.ts';
import { bareMimeType, matchesMimeType } from './mime-types.ts';

/** The largest piece of a file that a backend takes at once (FU1). */
export const chunkBytes = 1_048_576;
/** FU2: how long an upload is kept that nothing carries: long enough for a draft over the weekend. */
export const uploadKeptMs = 7 * 24 * 60 * 60 * 1000;

/** What is said of a file before its bytes come. */
export interface UploadedFile {
  readonly conversationId: string;
  readonly name: string;
  readonly mimeType: string;
  readonly sizeBytes: number;
}

/** What is wrong with an upload, and with which field of it. */
export interface UploadProblem {
  readonly path: 'clientId' | 'name' | 'mimeType' | 'sizeBytes' | 'bytes';
  readonly detail: string;
}

/** What becomes of a piece of a file. `conflict`: it does not start where the backend is. */
export type PieceVerdict =
  { readonly ok: true } | { readonly ok: false; readonly code: 'conflict' | 'invalid'; readonly detail: string };

/** What a whole file turned out to be. */
export type FileFinding =
  { readonly ok: true; readonly mimeType: string } | { readonly ok: false; readonly problem: UploadProblem };

const longestName = 255;
const rules = Object.values(channelMedia).flat();

/** FU3: refuses, before a byte is sent, a file that no channel carries; `null` if it may come. */
export function uploadProblem({
  clientId,
  name,
  mimeType,
  sizeBytes,
}: UploadedFile & { readonly clientId: string }): UploadProblem | null {
  if (clientId === '' || clientId.length > 200) return { path: 'clientId', detail: 'a text of 1 to 200 characters' };
  if (name.trim() === '' || name.length > longestName)
    return { path: 'name', detail: `a text of 1 to ${longestName} characters` };
  const fitting = rules.filter((rule) => matchesMimeType(mimeType, rule.mimeTypes));
  if (fitting.length === 0) return { path: 'mimeType', detail: 'no channel carries such files' };
  const limit = Math.max(...fitting.map(({ maxBytes }) => maxBytes));
  if (!Number.isSafeInteger(sizeBytes) || sizeBytes < 1 || sizeBytes > limit)
    return { path: 'sizeBytes', detail: `1 to ${limit} bytes` };
  return null;
}

/** FU4: whether an upload that is begun again is of the same file. */
export function isSameUpload(before: UploadedFile, { conversationId, mimeType, sizeBytes }: UploadedFile): boolean {
  return before.conversationId === conversationId && before.mimeType === mimeType && before.sizeBytes === sizeBytes;
}

/** FU1: a piece starts where the backend is, holds something, and no more than is missing. */
export function judgePiece(
  { offset, sizeBytes }: { readonly offset: number; readonly sizeBytes: number },
  upload: { readonly receivedBytes: number; readonly sizeBytes: number },
): PieceVerdict {
  if (offset !== upload.receivedBytes) {
    const detail = `the next piece starts at ${upload.receivedBytes}, not at ${offset}`;
    return { ok: false, code: 'conflict', detail };
  }
  const most = Math.min(chunkBytes, upload.sizeBytes - upload.receivedBytes);
  if (sizeBytes > 0 && sizeBytes <= most) return { ok: true };
  return { ok: false, code: 'invalid', detail: `1 to ${most} bytes, not ${sizeBytes}` };
}

/**
 * FU5: looks at the beginning of a whole file: it must be what it was said to be, and no program.
 * @param head - the first `signatureBytes` bytes, or all of a shorter file
 */
export function judgeFileBytes(
  head: Uint8Array,
  { name, mimeType }: Pick<UploadedFile, 'name' | 'mimeType'>,
): FileFinding {
  const found = fileType(head.subarray(0, signatureBytes), { name, declaredType: mimeType });
  if (found.executable) return { ok: false, problem: { path: 'name', detail: 'programs are not sent' } };
  if (bareMimeType(found.mimeType) === bareMimeType(mimeType)) return { ok: true, mimeType: found.mimeType };
  return { ok: false, problem: { path: 'mimeType', detail: `the bytes are ${found.mimeType}` } };
}
