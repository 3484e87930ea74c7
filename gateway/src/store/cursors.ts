import { canonicalJson } from '../../../src/domain/canonical-json.ts';
import { AdapterError } from '../../../src/ports/adapter-error.ts';
import { digest } from './text.ts';

/** A place in something sorted. */
export type SortPlace = readonly (string | number)[];

/** The most rows of any page. */
export const maxPageSize = 200;

/** Cursors are opaque to callers: what was asked (so that one cannot be used for another question) and a place. */
export function encodeCursor(question: unknown, place: SortPlace): string {
  return Buffer.from(JSON.stringify([markOf(question), ...place])).toString('base64url');
}

/** The place a cursor stands for; refuses what was not made by {@link encodeCursor} for the same question. */
export function decodeCursor(question: unknown, cursor: string, shape: readonly ('string' | 'number')[]): SortPlace {
  const [mark, ...place] = parse(cursor);
  const isValid =
    mark === markOf(question) &&
    place.length === shape.length &&
    shape.every((type, index) => typeof place[index] === type);
  if (!isValid) throw new AdapterError('invalid', 'the cursor is not from this listing', { path: 'page.cursor' });
  return place as SortPlace;
}

/** The size of a page that was asked for, within the limits. */
export function pageSize(limit: number | undefined, usual = 50): number {
  if (limit === undefined) return usual;
  if (Number.isInteger(limit) && limit >= 1) return Math.min(limit, maxPageSize);
  throw new AdapterError('invalid', 'limit is a whole number above zero', { path: 'page.limit' });
}

function markOf(question: unknown): string {
  return digest(canonicalJson(question)).slice(0, 16);
}

function parse(cursor: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
