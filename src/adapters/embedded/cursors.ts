import { AdapterError } from '../../ports/adapter-error.ts';

/** Cursors are opaque to callers: what was asked (so that one cannot be used for another question) and a place. */
export function encodeCursor(question: string, place: readonly (string | number)[]): string {
  const text = JSON.stringify([fingerprint(question), ...place.map((part) => (part === Infinity ? 'Infinity' : part))]);
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));
}

/** The place a cursor stands for; rejects what was not made by {@link encodeCursor} for the same question. */
export function decodeCursor(question: string, cursor: string, length: number): readonly (string | number)[] {
  const parts = parse(cursor);
  const valid =
    Array.isArray(parts) &&
    parts.length === length + 1 &&
    parts[0] === fingerprint(question) &&
    parts.every((part) => typeof part === 'string' || typeof part === 'number');
  if (!valid) throw new AdapterError('invalid', 'the cursor is not from this listing', { path: 'cursor' });
  return (parts.slice(1) as (string | number)[]).map((part) => (part === 'Infinity' ? Infinity : part));
}

/** A short text that differs when the long one does. Not for secrets. */
export function fingerprint(text: string): string {
  let first = 0xdeadbeef;
  let second = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    first = Math.imul(first ^ unit, 2654435761);
    second = Math.imul(second ^ unit, 1597334677);
  }
  return `${(first >>> 0).toString(36)}${(second >>> 0).toString(36)}`;
}

/** JSON with sorted keys and without absent fields: the same for the same content. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

function parse(cursor: string): unknown {
  try {
    const bytes = Uint8Array.from(atob(cursor), (character) => character.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}
