import { AdapterError } from '../../../src/ports/adapter-error.ts';
import type { Sql } from '../db/db.ts';
import { pieceBytes, readFile, readPiece } from '../store/files.ts';
import type { StoredFile } from '../store/files.ts';
import type { FileLink } from './file-links.ts';

interface Stretch {
  readonly start: number;
  /** The last byte that is in it. */
  readonly end: number;
}

/**
 * A file as a page may have it: whatever stands in it, nothing of it runs, and what no page shows is only downloaded.
 * Customers chose its bytes and its name, so neither decides how it is served.
 */
export async function serveFile(
  sql: Sql,
  { tenant, fileId, expiresAt }: FileLink,
  request: { readonly range: string | null; readonly now: number },
): Promise<Response> {
  const file = await readFile(sql, tenant, fileId);
  if (file?.state !== 'here') throw new AdapterError('not-found', 'there is no such file');
  const { sizeBytes } = file;
  const stretch = stretchOf(request.range, sizeBytes);
  const headers = new Headers(fileHeaders(file));
  headers.set('cache-control', `private, max-age=${Math.max(0, Math.floor((expiresAt - request.now) / 1000))}`);
  if (stretch === 'impossible') {
    headers.set('content-range', `bytes */${sizeBytes}`);
    return new Response(null, { status: 416, headers });
  }
  const { start, end } = stretch ?? { start: 0, end: sizeBytes - 1 };
  headers.set('content-length', String(end - start + 1));
  if (stretch) headers.set('content-range', `bytes ${start}-${end}/${sizeBytes}`);
  return new Response(bytesOf(sql, tenant, file, { start, end }), { status: stretch ? 206 : 200, headers });
}

function fileHeaders({ name, mimeType, previewable }: StoredFile): Readonly<Record<string, string>> {
  return {
    'content-type': previewable ? mimeType : 'application/octet-stream',
    'content-disposition': `${previewable ? 'inline' : 'attachment'}; filename*=UTF-8''${encodedName(name)}`,
    'content-security-policy': "sandbox; default-src 'none'; form-action 'none'; base-uri 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    // Pages of the host show it from another origin; the link is what allows it.
    'cross-origin-resource-policy': 'cross-origin',
    'accept-ranges': 'bytes',
  };
}

function encodedName(name: string): string {
  const rest = /[!'()*]/g;
  return encodeURIComponent(name.replace(/\p{Surrogate}/gu, '_')).replace(
    rest,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
}

/** One stretch, as players ask for it; several at once are answered with the whole file. */
function stretchOf(range: string | null, sizeBytes: number): Stretch | 'impossible' | null {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range?.trim() ?? '');
  if (!match) return null;
  const [, first = '', last = ''] = match;
  if (first === '' && last === '') return null;
  const start = first === '' ? Math.max(0, sizeBytes - Number(last)) : Number(first);
  const end = first === '' || last === '' ? sizeBytes - 1 : Math.min(sizeBytes - 1, Number(last));
  return start <= end ? { start, end } : 'impossible';
}

/** A piece is read when the one before was taken: a slow reader costs no memory. */
function bytesOf(sql: Sql, tenant: string, { id }: StoredFile, { start, end }: Stretch): ReadableStream<Uint8Array> {
  let at = start;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (at > end) {
          controller.close();
          return;
        }
        const number = Math.floor(at / pieceBytes);
        const piece = await readPiece(sql, tenant, id, number);
        if (piece === null) throw new Error('a piece of the file is missing');
        const from = at - number * pieceBytes;
        const bytes = piece.subarray(from, Math.min(piece.length, from + end - at + 1));
        if (bytes.length === 0) throw new Error('a piece of the file is too short');
        at += bytes.length;
        controller.enqueue(new Uint8Array(bytes));
      },
    },
    { highWaterMark: 0 },
  );
}
