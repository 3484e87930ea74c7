import { createHmac } from 'node:crypto';

const lifetimeSeconds = 10 * 60;

/** A token that the gateway believes (JWT, HS256): all that a host needs, without any library. */
export function mintToken(claims: Readonly<Record<string, unknown>>, secret: string, now: number): string {
  const exp = Math.floor(now / 1000) + lifetimeSeconds;
  const text = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode({ ...claims, exp })}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

function encode(part: unknown): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
