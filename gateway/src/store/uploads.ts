import { signatureBytes } from '../../../src/domain/file-type.ts';
import type { Attachment } from '../../../src/domain/model.ts';
import type { Sql } from '../db/db.ts';
import { dropPieces, pieceBytes, putPiece, readPiece } from './files.ts';
import { hold, messagesOf } from './file-holders.ts';
import type { Unit } from './unit.ts';

/** An upload as it is stored. */
export interface UploadRow {
  readonly id: string;
  readonly co_worker_id: string | null;
  readonly conversation_id: string | null;
  readonly name: string;
  readonly mime_type: string;
  readonly size_bytes: number;
  readonly alt_text: string | null;
  readonly duration_ms: number | null;
  readonly received_bytes: number;
  readonly state: 'coming' | 'here';
  readonly expires_at: number | null;
  readonly [column: string]: unknown;
}

/** The columns of {@link UploadRow}. */
export const uploadColumns = `f.id, f.co_worker_id, f.conversation_id, f.name, f.mime_type, f.size_bytes, f.alt_text,
  f.duration_ms, f.received_bytes, f.state, f.expires_at`;

/** The file as messages carry it: without an address, as addresses are short-lived. */
export function attachmentIn(row: UploadRow): Attachment {
  const { id, name, mime_type: mimeType, size_bytes: sizeBytes, alt_text: altText, duration_ms: durationMs } = row;
  return { id, name, mimeType, sizeBytes, url: null, thumbnailUrl: null, altText, durationMs };
}

/** Adds bytes to a file, in the pieces of one length in which files are kept. */
export async function appendBytes(
  sql: Sql,
  tenant: string,
  { fileId, offset, bytes }: { readonly fileId: string; readonly offset: number; readonly bytes: Uint8Array },
): Promise<void> {
  for (let taken = 0; taken < bytes.length;) {
    const at = offset + taken;
    const number = Math.floor(at / pieceBytes);
    const start = at - number * pieceBytes;
    const piece = bytes.subarray(taken, taken + pieceBytes - start);
    if (start === 0) await putPiece(sql, tenant, { fileId, number, bytes: piece });
    else
      await sql.query('update file_piece set bytes = bytes || $4 where tenant = $1 and file_id = $2 and number = $3', [
        tenant,
        fileId,
        number,
        piece,
      ]);
    taken += piece.length;
  }
}

/** The first bytes of a file, by which it is known. */
export async function headOf(sql: Sql, tenant: string, fileId: string): Promise<Uint8Array> {
  return (await readPiece(sql, tenant, fileId, 0))?.subarray(0, signatureBytes) ?? new Uint8Array();
}

/** Removes a file with its bytes. */
export async function dropFile(sql: Sql, tenant: string, id: string): Promise<void> {
  await dropPieces(sql, tenant, id);
  await sql.query('delete from file where tenant = $1 and id = $2', [tenant, id]);
}

/** Removes what ran out, some at a time. */
export async function forgetFiles({ sql, tenant, now }: Unit): Promise<void> {
  const rows = await sql.query<{ id: string }>(
    `select id from file where tenant = $1 and expires_at < $2 order by expires_at limit 20 for update skip locked`,
    [tenant, now],
  );
  for (const { id } of rows) await dropFile(sql, tenant, id);
}

/** A whole file that the host brings. */
export interface ImportedFile {
  readonly attachment: Attachment;
  /** Where messages carry it; `null` = a quick reply. */
  readonly conversationId: string | null;
  readonly base64: string;
}

/** Keeps a file that is whole; one that is known stays as it is. */
export async function importFile(
  unit: Unit,
  { attachment, conversationId, base64 }: ImportedFile,
  facts: { readonly mimeType: string; readonly previewable: boolean },
): Promise<void> {
  const { sql, tenant } = unit;
  const { id, name, altText, durationMs } = attachment;
  const bytes = Buffer.from(base64, 'base64');
  const made = await sql.query(
    `insert into file (tenant, id, conversation_id, name, mime_type, previewable, size_bytes, received_bytes, alt_text,
       duration_ms, state)
     values ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9, 'here') on conflict do nothing returning id`,
    [tenant, id, conversationId, name, facts.mimeType, facts.previewable, bytes.length, altText, durationMs],
  );
  if (made.length === 0) return;
  await appendBytes(sql, tenant, { fileId: id, offset: 0, bytes });
  await hold(unit, id, conversationId === null ? { name: 'import', conversationId } : messagesOf(conversationId));
}
