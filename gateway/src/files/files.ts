import { AdapterError } from '../../../src/ports/adapter-error.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import type { Db } from '../db/db.ts';
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

/** How long a page may use a link before it asks for another one. */
const pageLinkMs = 10 * 60 * 1000;
/** Links are the same for a while, so that browsers find what they have kept. */
const roundMs = 5 * 60 * 1000;

/** The files of messages, and the links that open them. */
export class Files {
  readonly #db: Db;
  readonly #clock: Clock;
  #links: Promise<FileLinks> | null = null;

  constructor(db: Db, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
  }

  /** A link to a file; whoever may see the file was decided before. */
  async link(tenant: string, fileId: string, livesMs = pageLinkMs): Promise<FileLinkAddress> {
    const links = await this.#signer();
    const expiresAt = Math.ceil((this.#clock.now() + livesMs) / roundMs) * roundMs;
    return { path: `/files/${links.sign({ tenant, fileId, expiresAt })}`, expiresAt };
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
