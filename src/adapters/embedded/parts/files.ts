import { AdapterError } from '../../../ports/adapter-error.ts';
import { LAST } from '../keys.ts';
import { attachmentsOf } from '../../../domain/content-files.ts';
import { uploadKeptMs } from '../../../domain/uploads.ts';
import type { SeedFile } from '../data.ts';
import type { EmbeddedTransaction } from '../store.ts';
import type { FileRow, MessageRow } from '../tables.ts';
import type { Unit } from '../unit.ts';
import type { Attachment, Content, Message } from '../../../domain/model.ts';

/** The name under which messages hold their files. They are never thrown away, and seldom taken back: one name will do. */
export const messageHolder = 'message';
/** Messages read at once when all are looked through. */
const stretch = 200;

/** A file that is whole and still kept. */
export type WholeFile = FileRow & { readonly attachment: Attachment };

/** The file with this id, if it is whole and was not forgotten. */
export async function wholeFile(tx: EmbeddedTransaction, id: string, now: number): Promise<WholeFile | null> {
  const row = await tx.get('files', id);
  return row && isKept(row, now) && isWhole(row) ? row : null;
}

/** Whether a file or upload has not run out. */
export function isKept({ expiresAt }: FileRow, now: number): boolean {
  return expiresAt === undefined || expiresAt > now;
}

/** The bytes of a file, as they were put. Reading them takes longer than the transaction lives. */
export async function bytesOf(tx: EmbeddedTransaction, { id, attachment, request }: FileRow): Promise<Blob> {
  const pieces = await tx.scan('filePieces', null, { lower: [id], upper: [id, LAST] });
  return new Blob(
    pieces.map(({ bytes }) => bytes),
    { type: attachment?.mimeType ?? request.mimeType },
  );
}

/** The bytes of a whole file, or `not-found`. */
export async function fileBytes(tx: EmbeddedTransaction, id: string, now: number): Promise<Blob> {
  const row = await wholeFile(tx, id, now);
  if (!row) throw new AdapterError('not-found', `there is no file ${id}`);
  return bytesOf(tx, row);
}

/**
 * Keeps files for as long as `holder` carries them. A file that is not here must have an address elsewhere; otherwise
 * `invalid` with `path`.
 */
export async function holdFiles(
  unit: Unit,
  attachments: readonly Attachment[],
  { holder, path }: { readonly holder: string; readonly path: string },
): Promise<void> {
  for (const attachment of attachments) {
    const row = await knownFile(unit, attachment, path);
    if (!row) continue;
    const holders = row.holders.includes(holder) ? row.holders : [...row.holders, holder];
    await unit.tx.put('files', withoutExpiry({ ...row, holders }));
  }
}

/** The file, or `null` for one that is kept elsewhere. */
async function knownFile(unit: Unit, { id, url }: Attachment, path: string): Promise<WholeFile | null> {
  const row = await wholeFile(unit.tx, id, unit.now);
  if (row || (url !== null && /^https:\/\//i.test(url))) return row;
  throw new AdapterError('invalid', `${path}: the file is not here any more`, { path });
}

/** Refuses a message whose files are gone. */
export async function checkFiles(unit: Unit, content: Content): Promise<void> {
  for (const attachment of attachmentsOf(content)) await knownFile(unit, attachment, 'content.attachment');
}

/** Ends what `holder` carries; a file that nothing carries any more is kept a while and then forgotten. */
export async function letGo(unit: Unit, holder: string): Promise<void> {
  for (const row of await unit.tx.scan('files', 'holder', { lower: holder, upper: holder })) {
    const holders = row.holders.filter((other) => other !== holder);
    await unit.tx.put('files', {
      ...row,
      holders,
      ...(holders.length === 0 && { expiresAt: unit.now + uploadKeptMs }),
    });
  }
}

/** Keeps the files of a customer's message that are here; others have their address elsewhere. */
export async function holdIncomingFiles(unit: Unit, content: Content): Promise<void> {
  for (const { id } of attachmentsOf(content)) {
    const row = await wholeFile(unit.tx, id, unit.now);
    if (!row || row.holders.includes(messageHolder)) continue;
    await unit.tx.put('files', withoutExpiry({ ...row, holders: [...row.holders, messageHolder] }));
  }
}

/**
 * Throws away what a message carried that was taken back, at once, unless another message or a quick reply carries it
 * too. Which messages do is not kept: all are looked through, which happens seldom.
 */
export async function dropTakenBack(unit: Unit, { id: messageId, content }: Message): Promise<void> {
  for (const { id } of attachmentsOf(content)) {
    const row = await unit.tx.get('files', id);
    if (!row || (await isCarried(unit.tx, id, messageId))) continue;
    const holders = row.holders.filter((holder) => holder !== messageHolder);
    if (holders.length === 0) await dropFile(unit, id);
    else await unit.tx.put('files', { ...row, holders });
  }
}

async function isCarried(tx: EmbeddedTransaction, fileId: string, besides: string): Promise<boolean> {
  let from: string | null = null;
  for (;;) {
    const bounds = from === null ? {} : { lower: from, lowerOpen: true };
    const rows: readonly MessageRow[] = await tx.scan('messages', null, { ...bounds, limit: stretch });
    if (
      rows.some(({ id, message }) => id !== besides && attachmentsOf(message.content).some((one) => one.id === fileId))
    )
      return true;
    const last = rows.at(-1);
    if (!last || rows.length < stretch) return false;
    from = last.id;
  }
}

/** Keeps a file that was there from the start, or came with a message. */
export async function seedFile(tx: EmbeddedTransaction, { attachment, bytes }: SeedFile): Promise<void> {
  const { id: fileId, name, mimeType, altText, durationMs } = attachment;
  const request = { conversationId: '', name, mimeType, sizeBytes: bytes.size, altText, durationMs };
  await tx.put('filePieces', { fileId, offset: 0, bytes });
  await tx.put('files', { id: fileId, request, receivedBytes: bytes.size, attachment, holders: [messageHolder] });
}

/** Removes a file or upload with its bytes. */
export async function dropFile(unit: Unit, id: string): Promise<void> {
  await unit.tx.deleteRange('filePieces', { lower: [id], upper: [id, LAST] });
  await unit.tx.delete('files', id);
  unit.droppedFiles.add(id);
}

/** Removes what ran out. */
export async function forgetFiles(unit: Unit): Promise<void> {
  for (const { id } of await unit.tx.scan('files', 'expiry', { upper: unit.now, limit: 100 })) await dropFile(unit, id);
}

/** An index knows no row without its field. */
function withoutExpiry(row: FileRow): FileRow {
  const kept: { -readonly [K in keyof FileRow]: FileRow[K] } = { ...row };
  delete kept.expiresAt;
  return kept;
}

function isWhole(row: FileRow): row is WholeFile {
  return row.attachment !== null;
}
