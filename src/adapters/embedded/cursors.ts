import { fingerprint } from '../../domain/fingerprint.ts';
import { AdapterError } from '../../ports/adapter-error.ts';

/** A place in something sorted. */
export type Place = readonly (string | number)[];

/** Cursors are opaque to callers: what was asked (so that one cannot be used for another question) and a place. */
export function encodeCursor(question: string, place: Place): string {
  const text = JSON.stringify([fingerprint(question), ...place.map((part) => (part === Infinity ? null : part))]);
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));
}

/** The place a cursor stands for; rejects what was not made by {@link encodeCursor} for the same question. */
export function decodeCursor(question: string, cursor: string, shape: readonly ('string' | 'number')[]): Place {
  const [mark, ...parts] = parse(cursor);
  const place: readonly unknown[] = parts.map((part) => (part === null ? Infinity : part));
  const isValid =
    mark === fingerprint(question) &&
    place.length === shape.length &&
    shape.every((type, index) => typeof place[index] === type);
  if (!isValid) throw new AdapterError('invalid', 'the cursor is not from this listing', { path: 'cursor' });
  return place as Place;
}

function parse(cursor: string): readonly unknown[] {
  try {
    const bytes = Uint8Array.from(atob(cursor), (character) => character.charCodeAt(0));
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
