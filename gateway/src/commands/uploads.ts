import { fileType } from '../../../src/domain/file-type.ts';
import {
  chunkBytes,
  isSameUpload,
  judgeFileBytes,
  judgePiece,
  uploadKeptMs,
  uploadProblem,
} from '../../../src/domain/uploads.ts';
import type { UploadProblem } from '../../../src/domain/uploads.ts';
import { AdapterError } from '../../../src/ports/adapter-error.ts';
import type { Upload, UploadRequest } from '../../../src/ports/parts/attachments.ts';
import { appendBytes, attachmentIn, dropFile, forgetFiles, headOf, uploadColumns } from '../store/uploads.ts';
import type { UploadRow } from '../store/uploads.ts';
import type { Unit } from '../store/unit.ts';
import type { Viewer } from '../store/viewer.ts';

/** Where an upload is, or why its bytes were thrown away: that must be committed before anybody is told. */
export type UploadOutcome = { readonly upload: Upload } | { readonly refused: AdapterError };

/** Begins an upload, or says where one that was begun before goes on. */
export async function beginUpload(unit: Unit, request: UploadRequest, viewer: Viewer): Promise<UploadOutcome> {
  const problem = uploadProblem(request);
  if (problem) throw invalid(problem);
  await unit.conversation(request.conversationId, viewer);
  await forgetFiles(unit);
  const row = (await insertUpload(unit, request, viewer)) ?? (await begunBefore(unit, request, viewer));
  return { upload: uploadOf(row) };
}

/** Keeps a piece; with the last one the file is looked at. */
export async function putBytes(
  unit: Unit,
  { id, offset, bytes }: { readonly id: string; readonly offset: number; readonly bytes: Uint8Array },
  viewer: Viewer,
): Promise<UploadOutcome> {
  const { sql, tenant, now } = unit;
  const row = await ownUpload(unit, id, viewer);
  const place = { receivedBytes: row.received_bytes, sizeBytes: row.size_bytes };
  const verdict = judgePiece({ offset, sizeBytes: bytes.length }, place);
  if (!verdict.ok)
    throw verdict.code === 'conflict'
      ? new AdapterError('conflict', verdict.detail)
      : invalid({ path: 'bytes', detail: verdict.detail });
  await appendBytes(sql, tenant, { fileId: id, offset, bytes });
  const next = { ...row, received_bytes: offset + bytes.length, expires_at: now + uploadKeptMs };
  await sql.query('update file set received_bytes = $3, expires_at = $4 where tenant = $1 and id = $2', [
    tenant,
    id,
    next.received_bytes,
    next.expires_at,
  ]);
  return next.received_bytes === next.size_bytes ? judged(unit, next) : { upload: uploadOf(next) };
}

/** Gives up an upload, or a file that nothing carries. What is gone, or somebody else's, is left as it is. */
export async function removeUpload({ sql, tenant }: Unit, id: string, { agent }: Viewer): Promise<void> {
  const [own] = await sql.query<{ held: boolean }>(
    `select exists (select 1 from file_holder h where h.tenant = f.tenant and h.file_id = f.id) as held
     from file f where f.tenant = $1 and f.id = $2 and f.co_worker_id = $3 for update`,
    [tenant, id, agent.id],
  );
  if (own?.held) throw new AdapterError('conflict', 'a message or quick reply carries this file');
  if (own) await dropFile(sql, tenant, id);
}

async function insertUpload(unit: Unit, request: UploadRequest, { agent }: Viewer): Promise<UploadRow | null> {
  const { clientId, conversationId, name, mimeType, sizeBytes, altText, durationMs } = request;
  const expiresAt = unit.now + uploadKeptMs;
  const [row] = await unit.sql.query<UploadRow>(
    `insert into file as f (tenant, id, client_id, co_worker_id, conversation_id, name, mime_type, size_bytes, alt_text,
       duration_ms, expires_at, state)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'coming') on conflict do nothing returning ${uploadColumns}`,
    [
      ...[unit.tenant, unit.context.newId(), clientId, agent.id, conversationId],
      ...[name, mimeType, sizeBytes, altText, durationMs, expiresAt],
    ],
  );
  return row ?? null;
}

async function begunBefore(unit: Unit, request: UploadRequest, { agent }: Viewer): Promise<UploadRow> {
  const [row] = await unit.sql.query<UploadRow>(
    `select ${uploadColumns} from file f where f.tenant = $1 and f.client_id = $2`,
    [unit.tenant, request.clientId],
  );
  if (row?.co_worker_id === agent.id && isSameUpload(fileIn(row), request)) return row;
  throw new AdapterError('key-reused', `client id ${request.clientId} stands for another file`);
}

async function ownUpload(unit: Unit, id: string, viewer: Viewer): Promise<UploadRow> {
  const [row] = await unit.sql.query<UploadRow>(
    `select ${uploadColumns} from file f
     where f.tenant = $1 and f.id = $2 and f.co_worker_id = $3 and (f.expires_at is null or f.expires_at > $4) for update`,
    [unit.tenant, id, viewer.agent.id, unit.now],
  );
  if (!row) throw new AdapterError('not-found', `there is no upload ${id}`);
  // It may have been moved to a branch that the co-worker does not see.
  if (row.conversation_id !== null) await unit.conversation(row.conversation_id, viewer);
  return row;
}

/** A file that is not what it was said to be is thrown away. */
async function judged(unit: Unit, row: UploadRow): Promise<UploadOutcome> {
  const { sql, tenant } = unit;
  const head = await headOf(sql, tenant, row.id);
  const finding = judgeFileBytes(head, fileIn(row));
  if (!finding.ok) {
    await dropFile(sql, tenant, row.id);
    return { refused: invalid(finding.problem) };
  }
  const { mimeType } = finding;
  const { previewable } = fileType(head, { name: row.name, declaredType: mimeType });
  await sql.query("update file set state = 'here', mime_type = $3, previewable = $4 where tenant = $1 and id = $2", [
    tenant,
    row.id,
    mimeType,
    previewable,
  ]);
  return { upload: uploadOf({ ...row, state: 'here', mime_type: mimeType }) };
}

function fileIn({ conversation_id: conversationId, name, mime_type: mimeType, size_bytes: sizeBytes }: UploadRow) {
  return { conversationId: conversationId ?? '', name, mimeType, sizeBytes };
}

function uploadOf(row: UploadRow): Upload {
  const { id, received_bytes: receivedBytes, expires_at: expiresAt, state } = row;
  return { id, receivedBytes, chunkBytes, expiresAt, attachment: state === 'here' ? attachmentIn(row) : null };
}

function invalid({ path, detail }: UploadProblem): AdapterError {
  return new AdapterError('invalid', `${path}: ${detail}`, { path });
}
