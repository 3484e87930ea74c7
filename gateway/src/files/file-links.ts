import { createHmac, timingSafeEqual } from 'node:crypto';

/** Which file a link opens, and how long. */
export interface FileLink {
  readonly tenant: string;
  readonly fileId: string;
  /** Epoch ms. */
  readonly expiresAt: number;
}

/** Whoever has the link has the file, so it is signed and short-lived, and says nothing to who reads it. */
export class FileLinks {
  readonly #key: Buffer;

  /** @param key - shared by all instances */
  constructor(key: Buffer) {
    if (key.length < 32) throw new Error('the key for links to files must have 32 bytes');
    this.#key = key;
  }

  /** The last part of the file's address. */
  sign({ tenant, fileId, expiresAt }: FileLink): string {
    const body = Buffer.from(JSON.stringify([tenant, fileId, expiresAt])).toString('base64url');
    return `${body}.${this.#mark(body).toString('base64url')}`;
  }

  /** What a link opens; `null` when it ran out or we never made it. */
  read(token: string, now: number): FileLink | null {
    const [body = '', given = '', ...more] = token.split('.');
    const expected = this.#mark(body);
    const mark = Buffer.from(given, 'base64url');
    if (more.length > 0 || mark.length !== expected.length || !timingSafeEqual(mark, expected)) return null;
    const [tenant, fileId, expiresAt] = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as [
      string,
      string,
      number,
    ];
    return expiresAt > now ? { tenant, fileId, expiresAt } : null;
  }

  #mark(body: string): Buffer {
    return createHmac('sha256', this.#key).update(body).digest();
  }
}
