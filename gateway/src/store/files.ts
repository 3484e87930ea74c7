import type { Sql } from '../db/db.ts';

/** A file of a message. `wanted`: still to be fetched from the provider; `gone`: it never will be. */
export interface StoredFile {
  readonly id: string;
  readonly conversationId: string | null;
  readonly name: string;
  readonly mimeType: string;
  /** Whether a page may show it; everything else is only ever downloaded. */
  readonly previewable: boolean;
  readonly sizeBytes: number;
  readonly state: 'wanted' | 'here' | 'gone';
}

/** A file that a customer sent and that is not here yet. */
export interface WantedFile {
  readonly id: string;
  readonly conversationId: string;
  readonly messageId: string;
  readonly name: string;
  readonly mimeType: string;
  /** Its address, or the provider's own id of it. */
  readonly source: string;
}

/** What is known of a file once all its bytes are here. */
export interface FileFacts {
  readonly mimeType: string;
  readonly previewable: boolean;
  readonly sizeBytes: number;
}

/** How long a piece is; the last one may be shorter. */
export const pieceBytes = 512 * 1024;

/** The file with this id, or `null`. */
export async function readFile(sql: Sql, tenant: string, id: string): Promise<StoredFile | null> {
  const [row] = await sql.query<{
    id: string;
    conversation_id: string | null;
    name: string;
    mime_type: string;
    previewable: boolean;
    size_bytes: number;
    state: StoredFile['state'];
  }>(
    `select id, conversation_id, name, mime_type, previewable, size_bytes, state from file
     where tenant = $1 and id = $2`,
    [tenant, id],
  );
  if (!row) return null;
  const { conversation_id: conversationId, mime_type: mimeType, size_bytes: sizeBytes, ...same } = row;
  return { ...same, conversationId, mimeType, sizeBytes };
}

/** One piece of a file; `null` past its end. */
export async function readPiece(sql: Sql, tenant: string, id: string, number: number): Promise<Uint8Array | null> {
  const [row] = await sql.query<{ bytes: Uint8Array }>(
    'select bytes from file_piece where tenant = $1 and file_id = $2 and number = $3',
    [tenant, id, number],
  );
  return row?.bytes ?? null;
}

/** Remembers that a file has to be fetched. */
export async function wantFile(sql: Sql, tenant: string, file: WantedFile): Promise<void> {
  const { id, conversationId, messageId, name, mimeType, source } = file;
  await sql.query(
    `insert into file (tenant, id, conversation_id, message_id, name, mime_type, state, source)
     values ($1, $2, $3, $4, $5, $6, 'wanted', $7)`,
    [tenant, id, conversationId, messageId, name, mimeType, source],
  );
}

/** Keeps a piece; the same one again takes its place. */
export async function putPiece(
  sql: Sql,
  tenant: string,
  piece: { readonly fileId: string; readonly number: number; readonly bytes: Uint8Array },
): Promise<void> {
  await sql.query(
    `insert into file_piece (tenant, file_id, number, bytes) values ($1, $2, $3, $4)
     on conflict (tenant, file_id, number) do update set bytes = excluded.bytes`,
    [tenant, piece.fileId, piece.number, piece.bytes],
  );
}

/** Throws the bytes of a file away. */
export async function dropPieces(sql: Sql, tenant: string, fileId: string): Promise<void> {
  await sql.query('delete from file_piece where tenant = $1 and file_id = $2', [tenant, fileId]);
}
