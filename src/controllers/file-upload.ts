import { fileType, signatureBytes } from '../domain/file-type.ts';
import type { Attachment } from '../domain/model.ts';
import type { MessagingSession } from '../sync/session-api.ts';

/**
 * Gives a file to the backend, piece by piece; what it is, its bytes say.
 *
 * @returns the file as messages carry it; `null` where the backend never finished it
 */
export async function uploadFile(
  session: MessagingSession,
  { file, conversationId }: { readonly file: File; readonly conversationId: string },
  signal: AbortSignal,
): Promise<Attachment | null> {
  const part = session.part('attachments');
  if (!part) return null;
  const head = new Uint8Array(await file.slice(0, signatureBytes).arrayBuffer());
  const { mimeType } = fileType(head, { name: file.name, declaredType: file.type });
  const about = { conversationId, name: file.name, mimeType, sizeBytes: file.size, altText: null, durationMs: null };
  let upload = await part.begin({ clientId: newId(session), ...about }, { signal });
  while (!upload.attachment) {
    const { receivedBytes: offset, chunkBytes } = upload;
    const next = await part.put(upload.id, { offset, bytes: file.slice(offset, offset + chunkBytes) }, { signal });
    // A backend that takes nothing would be asked for ever.
    if (!next.attachment && next.receivedBytes <= offset) return null;
    upload = next;
  }
  return upload.attachment;
}

/** Unlike any other: a time and 128 bits of chance. Also where the page has no secure context. */
function newId({ clock }: MessagingSession): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [clock.now().toString(16), ...[...bytes].map((byte) => byte.toString(16).padStart(2, '0'))].join('');
}
