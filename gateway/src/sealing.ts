import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';

const algorithm = 'aes-256-gcm';
const version = 'v1';

/** Keeps secrets unreadable where they are stored. */
export interface Seal {
  /** @param place - what the secret belongs to; sealed for one place it opens nowhere else */
  close(text: string, place: string): string;
  open(sealed: string, place: string): string;
}

/** Seals with a key of 32 bytes. */
export function sealWith(key: Uint8Array): Seal {
  if (key.length !== 32) throw new Error('the key for secrets must have 32 bytes');
  return {
    close(text, place) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(place));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return [version, ...[nonce, cipher.getAuthTag(), body].map((part) => part.toString('base64url'))].join('.');
    },
    open(sealed, place) {
      const [made, ...parts] = sealed.split('.');
      const [nonce, tag, body] = parts.map((part) => Buffer.from(part, 'base64url'));
      if (made !== version || !nonce || !tag || !body) throw new Error('the secret was sealed in another way');
      const decipher = createDecipheriv(algorithm, key, nonce).setAAD(Buffer.from(place)).setAuthTag(tag);
      return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
    },
  };
}

/** The key in a file, made at the first start and readable by its owner only. */
export function keyInFile(path: string): Uint8Array {
  if (!existsSync(path)) writeFileSync(path, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' });
  chmodSync(path, 0o600);
  return Buffer.from(readFileSync(path, 'utf8').trim(), 'base64');
}
