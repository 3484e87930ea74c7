import { asObject, own, textAt } from '../../../../src/domain/cm-values.ts';
import { failureReasonOf } from '../../../../src/domain/failures.ts';
import type { Attachment } from '../../../../src/domain/model.ts';
import { withAddresses } from '../../files/outgoing-files.ts';
import { readBytes } from '../../http/body.ts';
import type { Prepared, ProviderMessage, ReadFile } from '../provider.ts';
import { uploadedMark } from './whatsapp-request.ts';

/** Where and with what files are uploaded. */
export interface UploadPlace {
  readonly url: string;
  readonly phoneNumberId: string;
  readonly accessToken: string;
}

const mostAnswerBytes = 64 * 1024;

/** Meta refused a file. */
class FileRefused extends Error {
  readonly code: string;

  constructor(code: string) {
    super('WhatsApp refused the file');
    this.code = code;
  }
}

/**
 * Uploads the files of a message that are at no address: Meta keeps them for a month under an id. Nothing reaches the
 * customer by it, so it may be done again.
 */
export async function uploadFiles(
  message: ProviderMessage,
  place: UploadPlace,
  { signal, readFile }: { readonly signal: AbortSignal; readonly readFile: ReadFile },
): Promise<Prepared> {
  try {
    const content = await withAddresses(message.content, (attachment) =>
      uploaded(attachment, place, { signal, readFile }),
    );
    return { ok: true, message: { ...message, content } };
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    const known = failureReasonOf('whatsapp', error.code);
    const reason = known === 'unknown' || known === 'rejected' ? 'media' : known;
    return { ok: false, failure: { reason, providerCode: error.code, detail: 'the file was refused' } };
  }
}

async function uploaded(
  attachment: Attachment,
  { url, phoneNumberId, accessToken }: UploadPlace,
  { signal, readFile }: { readonly signal: AbortSignal; readonly readFile: ReadFile },
): Promise<Attachment> {
  if (attachment.url !== null) return attachment;
  const file = await readFile(attachment.id);
  if (!file) return attachment;
  const form = new FormData();
  form.set('messaging_product', 'whatsapp');
  form.set('type', file.mimeType);
  form.set('file', file.bytes, file.name);
  const response = await fetch(`${url}/${encodeURIComponent(phoneNumberId)}/media`, {
    method: 'POST',
    headers: { authorization: `Bearer ${accessToken}` },
    body: form,
    redirect: 'error',
    signal,
  });
  const body: unknown = JSON.parse((await readBytes(response, mostAnswerBytes)).toString('utf8'));
  const id = textAt(asObject(body), 'id');
  if (id !== null) return { ...attachment, mimeType: file.mimeType, url: uploadedMark + id };
  const code = textAt(asObject(own(asObject(body), 'error')), 'code');
  if (code !== null && response.status >= 400 && response.status < 500 && response.status !== 429)
    throw new FileRefused(code);
  throw new Error(`WhatsApp did not take the file: HTTP ${response.status}`);
}
