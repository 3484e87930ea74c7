import type { Attachment } from '../../domain/model.ts';
import { AdapterError } from '../../ports/adapter-error.ts';
import type { AttachmentsPart, Upload } from '../../ports/parts/attachments.ts';
import type { DraftFile, KeptFile } from '../../ports/storage.ts';
import type { Connection } from '../connection.ts';
import type { Clock } from '../../ports/clock.ts';

/** A piece on its way that shows no progress for so long is given up and sent again. */
const silenceMs = 60_000;
/** How often in a row an upload may be begun anew without getting further. */
const mostRestarts = 4;

/** What an upload works with. */
export interface UploadTools {
  readonly part: AttachmentsPart;
  readonly connection: Pick<Connection, 'call' | 'signIn' | 'isSignedIn'>;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** How many bytes the backend has, as they go. */
  readonly progress: (sentBytes: number) => void;
}

/**
 * Brings a file to the backend, piece by piece, going on where an earlier attempt stopped. Rejects with an
 * `AdapterError`: `aborted` when it was paused.
 */
export async function upload(kept: KeptFile, tools: UploadTools): Promise<Attachment> {
  let restarts = 0;
  let reached = -1;
  for (;;) {
    const begun = await begin(kept.file, tools);
    restarts = begun.receivedBytes > reached ? 0 : restarts + 1;
    reached = Math.max(reached, begun.receivedBytes);
    try {
      return await putAll(begun, kept, tools);
    } catch (error) {
      if (!(await mayGoOn(error, tools)) || restarts >= mostRestarts) throw error;
    }
  }
}

function begin(file: DraftFile, { part, connection, progress, signal }: UploadTools): Promise<Upload> {
  const { uploadId, key, name, mimeType, sizeBytes, altText, durationMs } = file;
  const request = {
    ...{ clientId: uploadId, conversationId: key.conversationId, name, mimeType, sizeBytes, durationMs },
    altText: altText === '' ? null : altText,
  };
  return connection
    .call((limit) => part.begin(request, { signal: limit }), { signal })
    .then((begun) => {
      progress(begun.receivedBytes);
      return begun;
    });
}

async function putAll(begun: Upload, { bytes }: KeptFile, tools: UploadTools): Promise<Attachment> {
  let { attachment, receivedBytes } = begun;
  while (!attachment) {
    const offset = receivedBytes;
    const piece = { offset, bytes: bytes.slice(offset, offset + begun.chunkBytes) };
    ({ attachment, receivedBytes } = await put(begun.id, piece, tools));
    tools.progress(receivedBytes);
    if (!attachment && receivedBytes <= offset) throw new AdapterError('conflict', 'the upload got no further');
  }
  return attachment;
}

/** No limit in time, as a slow line is no fault; only silence is. */
async function put(
  id: string,
  piece: { readonly offset: number; readonly bytes: Blob },
  { part, clock, signal, progress }: UploadTools,
): Promise<Upload> {
  const abort = new AbortController();
  const giveUp = (): void => abort.abort();
  const silence = { isTooLong: false };
  const listen = (): (() => void) =>
    clock.after(silenceMs, () => {
      silence.isTooLong = true;
      giveUp();
    });
  let cancel = listen();
  if (signal.aborted) giveUp();
  signal.addEventListener('abort', giveUp);
  const onProgress = (sent: number): void => {
    cancel();
    cancel = listen();
    progress(piece.offset + sent);
  };
  try {
    return await part.put(id, piece, { signal: abort.signal, onProgress });
  } catch (error) {
    throw silence.isTooLong ? new AdapterError('unavailable', 'no progress') : error;
  } finally {
    cancel();
    signal.removeEventListener('abort', giveUp);
  }
}

/** The backend is somewhere else with it, forgot it, or the sign-in ran out: asking anew tells where to go on. */
async function mayGoOn(error: unknown, { connection }: UploadTools): Promise<boolean> {
  if (!(error instanceof AdapterError)) return false;
  if (error.code === 'conflict' || error.code === 'not-found') return true;
  if (error.code !== 'unauthenticated') return false;
  await connection.signIn();
  return connection.isSignedIn;
}
