import { AdapterError } from '../../../ports/adapter-error.ts';
import { signatureBytes } from '../../../domain/file-type.ts';
import { judgeFileBytes, judgePiece, uploadProblem } from '../../../domain/uploads.ts';
import type { UploadProblem } from '../../../domain/uploads.ts';
import type { FileRow } from '../tables.ts';
import type { UploadRequest } from '../../../ports/parts/attachments.ts';

/** Refuses, before a byte is sent, a file that no channel carries. */
export function checkRequest(request: UploadRequest): void {
  const problem = uploadProblem(request);
  if (problem) throw invalid(problem);
}

/** Refuses a piece that does not belong where the upload is. */
export function checkPiece(
  { offset, bytes }: { readonly offset: number; readonly bytes: Blob },
  { receivedBytes, request: { sizeBytes } }: FileRow,
): void {
  const verdict = judgePiece({ offset, sizeBytes: bytes.size }, { receivedBytes, sizeBytes });
  if (verdict.ok) return;
  throw verdict.code === 'conflict'
    ? new AdapterError('conflict', verdict.detail)
    : invalid({ path: 'bytes', detail: verdict.detail });
}

/** What a whole file turned out to be. */
export type BytesVerdict =
  { readonly ok: true; readonly mimeType: string } | { readonly ok: false; readonly error: AdapterError };

/** Looks at the first bytes of a whole file. */
export async function judgeBytes(bytes: Blob, request: FileRow['request']): Promise<BytesVerdict> {
  const head = new Uint8Array(await bytes.slice(0, signatureBytes).arrayBuffer());
  const found = judgeFileBytes(head, request);
  return found.ok ? found : { ok: false, error: invalid(found.problem) };
}

function invalid({ path, detail }: UploadProblem): AdapterError {
  return new AdapterError('invalid', `${path}: ${detail}`, { path });
}
