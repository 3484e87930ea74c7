import type { IncomingMessage } from 'node:http';
import { fileType, signatureBytes } from '../../../src/domain/file-type.ts';
import { pieceBytes } from '../store/files.ts';
import type { FileFacts } from '../store/files.ts';
import { Refused } from './ask-outside.ts';

/** What is known of a file before its bytes are. */
export interface FileClaims {
  readonly name: string;
  readonly mimeType: string;
  readonly mostBytes: number;
}

/** Answers that will be the same tomorrow. */
const isFinal = (status: number): boolean => status >= 400 && status < 500 && ![401, 408, 425, 429].includes(status);

/**
 * Takes a file in piece by piece, never more than it may be long, and tells what it really is: by its first bytes, not by
 * what it is called.
 */
export async function takeFile(
  response: IncomingMessage,
  { name, mimeType, mostBytes }: FileClaims,
  keep: (number: number, bytes: Uint8Array) => Promise<void>,
): Promise<FileFacts> {
  const { statusCode = 0 } = response;
  if (isFinal(statusCode)) throw new Refused(`HTTP ${statusCode}`);
  if (statusCode !== 200) throw new Error(`HTTP ${statusCode}`);
  const promised = Number(response.headers['content-length'] ?? NaN);
  if (promised > mostBytes) throw new Refused('too large');
  const pieces = new Pieces(keep);
  for await (const chunk of response as AsyncIterable<Buffer>) {
    await pieces.add(chunk);
    if (pieces.length > mostBytes) throw new Refused('too large');
  }
  await pieces.end();
  if (!Number.isNaN(promised) && pieces.length !== promised) throw new Error('the file broke off');
  if (pieces.length === 0) throw new Refused('empty');
  const type = fileType(pieces.head, { name, declaredType: mimeType });
  return { mimeType: type.mimeType, previewable: type.previewable && !type.executable, sizeBytes: pieces.length };
}

/** Cuts what comes in chunks of any length into pieces of one length, and keeps the beginning. */
class Pieces {
  length = 0;
  head: Uint8Array = new Uint8Array();
  readonly #keep: (number: number, bytes: Uint8Array) => Promise<void>;
  #waiting: Buffer[] = [];
  #waitingBytes = 0;
  #number = 0;

  constructor(keep: (number: number, bytes: Uint8Array) => Promise<void>) {
    this.#keep = keep;
  }

  async add(chunk: Buffer): Promise<void> {
    if (this.head.length < signatureBytes)
      this.head = Buffer.concat([this.head, chunk.subarray(0, signatureBytes - this.head.length)]);
    this.length += chunk.length;
    this.#waiting.push(chunk);
    this.#waitingBytes += chunk.length;
    if (this.#waitingBytes < pieceBytes) return;
    let rest = Buffer.concat(this.#waiting);
    for (; rest.length >= pieceBytes; rest = rest.subarray(pieceBytes)) await this.#put(rest.subarray(0, pieceBytes));
    this.#waiting = [rest];
    this.#waitingBytes = rest.length;
  }

  async end(): Promise<void> {
    if (this.#waitingBytes > 0) await this.#put(Buffer.concat(this.#waiting));
  }

  async #put(bytes: Uint8Array): Promise<void> {
    await this.#keep(this.#number, bytes);
    this.#number += 1;
  }
}
