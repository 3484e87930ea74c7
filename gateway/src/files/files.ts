import { AdapterError } from '../../../src/ports/adapter-error.ts';
import type { Attachment } from '../../../src/domain/model.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import type { Db } from '../db/db.ts';
import type { OutgoingFile } from '../providers/provider.ts';
import { pieceBytes, readFile, readPiece } from '../store/files.ts';
import { sharedKey } from '../store/shared-key.ts';
import { FileLinks } from './file-links.ts';
import { serveFile } from './serve-file.ts';

/** Where a file can be fetched without a token, for a while. */
export interface FileLinkAddress {
  /** Below the gateway's own address. */
  readonly path: string;
  /** Epoch ms. */
  readonly expiresAt: number;
}

/** What files are made of. */
export interface FilesOptions {
  readonly db: Db;
  readonly clock: Clock;
  /** Where the outside world reaches the gateway; `null` when it does not. */
  readonly publicUrl: () => string | null;
}

/** A provider fetches a file when it hands the message over, which may be after hours of trouble. */
const providerLinkMs = 24 * 60 * 60 * 1000;
/** How long a page may use a link before it asks for another one. */
const pageLinkMs = 10 * 60 * 1000;
/** Links are the same for a while, so that browsers find what they have kept. */
const roundMs = 5 * 60 * 1000;

/** The files of messages, and the links that open them. */
export class Files {
  readonly #db: Db;
  readonly #clock: Clock;
  readonly #publicUrl: FilesOptions['publicUrl'];
  #links: Promise<FileLinks> | null = null;

  constructor({ db, clock, publicUrl }: FilesOptions) {
    this.#db = db;
    this.#clock = clock;
    this.#publicUrl = publicUrl;
  }

  /** A link to a file; whoever may see the file was decided before. */
  async link(tenant: string, fileId: string, livesMs = pageLinkMs): Promise<FileLinkAddress> {
    const links = await this.#signer();
    const expiresAt = Math.ceil((this.#clock.now() + livesMs) / roundMs) * roundMs;
    return { path: `/files/${links.sign({ tenant, fileId, expiresAt })}`, expiresAt };
  }

  /** A file that is kept here, with the address at which a provider can fetch it; others keep theirs. */
  async forProvider(tenant: string, attachment: Attachment): Promise<Attachment> {
    const file = await readFile(this.#db, tenant, attachment.id);
    if (file?.state !== 'here') return attachment;
    const base = this.#publicUrl();
    if (base === null) return { ...attachment, url: null };
    const { path } = await this.link(tenant, file.id, providerLinkMs);
    return { ...attachment, mimeType: file.mimeType, url: base.replace(/\/+$/, '') + path };
  }

  /** A file that is kept here, for a provider that takes the bytes. */
  async read(tenant: string, fileId: string): Promise<OutgoingFile | null> {
    const file = await readFile(this.#db, tenant, fileId);
    if (file?.state !== 'here') return null;
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    for (let number = 0; number * pieceBytes < file.sizeBytes; number += 1) {
      const piece = await readPiece(this.#db, tenant, fileId, number);
      if (!piece) throw new Error('a piece of the file is missing');
      pieces.push(new Uint8Array(piece));
    }
    const { name, mimeType } = file;
    return { name, mimeType, bytes: new Blob(pieces, { type: mimeType }) };
  }

  /** What a link opens; `not-found` for one that ran out or was never ours. */
  async open(token: string, range: string | null): Promise<Response> {
    const now = this.#clock.now();
    const link = (await this.#signer()).read(token, now);
    if (!link) throw new AdapterError('not-found', 'there is no such file');
    return serveFile(this.#db, link, { range, now });
  }

  #signer(): Promise<FileLinks> {
    this.#links ??= sharedKey(this.#db, 'file-links').then((key) => new FileLinks(key));
    this.#links.catch(() => {
      this.#links = null;
    });
    return this.#links;
  }
}
