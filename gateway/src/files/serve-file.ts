import { AdapterError } from '../../../src/ports/adapter-error.ts';
import type { Sql } from '../db/db.ts';
import { pieceBytes, readFile, readPiece } from '../store/files.ts';
import type { StoredFile } from '../store/files.ts';
import type { FileLink } from './file-links.ts';
import { fileResponse } from './file-response.ts';
import type { Stretch } from './file-response.ts';

/** The file that a link opens. */
export async function serveFile(
  sql: Sql,
  { tenant, fileId, expiresAt }: FileLink,
  request: { readonly range: string | null; readonly now: number },
): Promise<Response> {
  const file = await readFile(sql, tenant, fileId);
  if (file?.state !== 'here') throw new AdapterError('not-found', 'there is no such file');
  return fileResponse(file, {
    range: request.range,
    maxAgeMs: expiresAt - request.now,
    body: (stretch) => bytesOf(sql, tenant, file, stretch),
  });
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
