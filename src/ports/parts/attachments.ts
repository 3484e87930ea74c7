import type { Attachment } from '../../domain/model.ts';
import type { CallOptions } from '../calls.ts';

/** A file to be uploaded. */
export interface UploadRequest {
  /** Idempotency key (UUIDv7): begun again with the same id and size, the upload goes on where it stopped. */
  readonly clientId: string;
  readonly conversationId: string;
  readonly name: string;
  /** Found by signature, not by name. */
  readonly mimeType: string;
  readonly sizeBytes: number;
  /** What is to be said to those who cannot see it; `null` for none. */
  readonly altText: string | null;
  /** Of sound and video, ms. */
  readonly durationMs: number | null;
}

/** How far an upload is. */
export interface Upload {
  readonly id: string;
  /** How many bytes the backend has, from the beginning: the next piece starts here. */
  readonly receivedBytes: number;
  /** The largest piece that `put` takes; the size of the file if it must come whole. */
  readonly chunkBytes: number;
  /** When the backend forgets it unless it is finished and sent, epoch ms; `null` = never. */
  readonly expiresAt: number | null;
  /** The file as messages carry it, once every byte is there; `null` before. */
  readonly attachment: Attachment | null;
}

/** A piece of a file. */
export interface UploadPiece {
  /** Where it belongs, bytes from the beginning. */
  readonly offset: number;
  readonly bytes: Blob;
}

/** Options of putting a piece. */
export interface UploadOptions extends CallOptions {
  /** Called while bytes leave, with how many of this piece have left; never after the call has ended. */
  readonly onProgress?: (sentBytes: number) => void;
}

/** Where a file can be fetched. */
export interface FileAddress {
  /** `https:` or `blob:`. */
  readonly url: string;
  readonly thumbnailUrl: string | null;
  /** When it stops working, epoch ms; `null` = while the page lives. */
  readonly expiresAt: number | null;
}

/**
 * Files of messages (B10). An upload is paused by not putting the next piece, or by aborting the one under way, and
 * resumed by `begin` with the same client id: its answer says where to go on, also after a reload, a crash, or a piece
 * whose answer was lost. Nothing of it depends on which conversation is open.
 */
export interface AttachmentsPart {
  /** `invalid` with the path when the backend takes no such file; `key-reused` when the id stands for another one. */
  begin(request: UploadRequest, options?: CallOptions): Promise<Upload>;
  /** `conflict` when the piece does not start where the backend is: ask `begin`. `not-found` when it was forgotten. */
  put(uploadId: string, piece: UploadPiece, options?: UploadOptions): Promise<Upload>;
  /**
   * A fresh address for a file of a message or of a finished upload. `not-found` when it is no longer kept; `unavailable`
   * while it is on its way to the backend, whose message changes when it is there.
   */
  url(attachmentId: string, options?: CallOptions): Promise<FileAddress>;
  /** Gives up an upload, or a file that no message carries. Removing what is gone succeeds; `conflict` if it was sent. */
  remove(id: string, options?: CallOptions): Promise<void>;
}
