import { systemClock } from './system-clock.ts';

let lastMs = 0;

/** A new id, unlike any other (UUIDv7, RFC 9562): its time, then chance. What one page makes sorts as it was made. */
export function newId(): string {
  // Two in one millisecond, or a clock set back: the next one is a millisecond ahead.
  lastMs = Math.max(Math.floor(systemClock.now()), lastMs + 1);
  const time = lastMs.toString(16).padStart(12, '0');
  // Not `randomUUID`, which is missing on a page without https.
  const chance = Array.from(crypto.getRandomValues(new Uint8Array(9)), inHex).join('');
  const [low, middle, rest] = [chance.slice(0, 3), chance.slice(3, 6), chance.slice(6)];
  return `${time.slice(0, 8)}-${time.slice(8)}-7${low}-8${middle}-${rest}`;
}

function inHex(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}
