import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileType, signatureBytes } from '../../../src/domain/file-type.ts';
import { AdapterError } from '../../../src/ports/adapter-error.ts';
import { fileResponse } from '../files/file-response.ts';
import type { ServedFile, Stretch } from '../files/file-response.ts';
import type { OutgoingFile } from '../providers/provider.ts';

/** A file that was sent to a phone, or that a phone wants to send. */
export interface MediaFile extends ServedFile {
  readonly id: string;
}

/** Where the file of a message is, as the message says. */
export interface MediaSource {
  readonly url: string;
  readonly name: string;
  readonly mimeType: string;
}

/** What the store works with. */
export interface MediaOptions {
  /** Where files are kept, to outlive the process; `null` = in memory. */
  readonly folder: string | null;
  /** Files of messages from before; `null` for one that there is not. */
  readonly old?: (id: string) => Promise<OutgoingFile | null>;
}

/** As much as any channel carries. */
export const mostMediaBytes = 100 * 1024 * 1024;
const fetchMs = 60_000;
const maxAgeMs = 10 * 60 * 1000;

/**
 * The files on the phones. What is sent to a phone is fetched at once, because its address does not last; what a phone
 * sends waits here to be fetched. Each is what its bytes say, whatever it is called.
 */
export class Media {
  readonly #options: MediaOptions;
  readonly #files = new Map<string, { readonly file: MediaFile; readonly bytes: Uint8Array<ArrayBuffer> | null }>();
  readonly #sources = new Map<string, MediaSource>();
  readonly #fetching = new Map<string, Promise<MediaFile | null>>();

  constructor(options: MediaOptions) {
    this.#options = options;
    if (options.folder !== null) mkdirSync(options.folder, { recursive: true });
  }

  /** Keeps what a phone is about to send. */
  keep(name: string, declaredType: string, bytes: Uint8Array<ArrayBuffer>): MediaFile {
    if (bytes.length === 0) throw new AdapterError('invalid', 'the file is empty');
    if (bytes.length > mostMediaBytes) throw new AdapterError('invalid', 'the file is too large');
    return this.#put(randomBytes(18).toString('base64url'), { name, mimeType: declaredType, bytes });
  }

  /** Notes where a file is; the id under which it will be here. */
  know(source: MediaSource): string {
    const id = createHash('sha256').update(source.url).digest('base64url').slice(0, 24);
    this.#sources.set(id, source);
    return id;
  }

  /** What is known of a file that is here, or can be got. */
  async find(id: string): Promise<MediaFile | null> {
    const kept = this.#kept(id);
    if (kept) return kept;
    const underway = this.#fetching.get(id) ?? this.#get(id);
    this.#fetching.set(id, underway);
    try {
      return await underway;
    } finally {
      this.#fetching.delete(id);
    }
  }

  /** Hands a file to a page or the gateway; the rules are the gateway's own. */
  async serve(id: string, range: string | null): Promise<Response> {
    const file = await this.find(id);
    if (!file) throw new AdapterError('not-found', 'there is no such file');
    return fileResponse(file, { range, maxAgeMs, body: (stretch) => this.#bytes(id, stretch) });
  }

  clear(): void {
    const { folder } = this.#options;
    this.#files.clear();
    this.#sources.clear();
    if (folder === null) return;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }

  #kept(id: string): MediaFile | null {
    const known = this.#files.get(id);
    if (known) return known.file;
    const path = this.#path(id);
    if (path === null || !existsSync(`${path}.json`)) return null;
    const file = JSON.parse(readFileSync(`${path}.json`, 'utf8')) as MediaFile;
    this.#files.set(id, { file, bytes: null });
    return file;
  }

  async #get(id: string): Promise<MediaFile | null> {
    const source = this.#sources.get(id);
    const found = source ? await fetched(source) : ((await this.#options.old?.(id)) ?? null);
    if (found === null) return null;
    const bytes = new Uint8Array(await found.bytes.arrayBuffer());
    return this.#put(id, { ...found, bytes });
  }

  #put(
    id: string,
    { name, mimeType: declaredType, bytes }: Omit<OutgoingFile, 'bytes'> & { bytes: Uint8Array<ArrayBuffer> },
  ): MediaFile {
    const type = fileType(bytes.subarray(0, signatureBytes), { name, declaredType });
    const previewable = type.previewable && !type.executable;
    const file = { id, name, mimeType: type.mimeType, previewable, sizeBytes: bytes.length };
    const path = this.#path(id);
    if (path !== null) {
      writeFileSync(path, bytes);
      // Last: whoever finds it finds the file.
      writeFileSync(`${path}.json`, JSON.stringify(file));
    }
    this.#files.set(id, { file, bytes: path === null ? bytes : null });
    return file;
  }

  #bytes(id: string, { start, end }: Stretch): BodyInit {
    const bytes = this.#files.get(id)?.bytes;
    if (bytes) return bytes.subarray(start, end + 1);
    return Readable.toWeb(createReadStream(this.#path(id) ?? '', { start, end })) as ReadableStream<Uint8Array>;
  }

  /** Ids that come from a page could lead anywhere. */
  #path(id: string): string | null {
    const { folder } = this.#options;
    return folder !== null && /^[\w-]{1,64}$/.test(id) ? join(folder, id) : null;
  }
}

/** The file as the phone network fetches it; `null` where it is not. */
async function fetched({ url, name, mimeType }: MediaSource): Promise<OutgoingFile | null> {
  if (!/^https?:\/\//i.test(url)) return null;
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(fetchMs) });
    const promised = Number(response.headers.get('content-length') ?? 0);
    if (!response.ok || promised > mostMediaBytes) {
      await response.body?.cancel();
      return null;
    }
    const bytes = await response.blob();
    return bytes.size > 0 && bytes.size <= mostMediaBytes ? { name, mimeType, bytes } : null;
  } catch {
    return null;
  }
}
