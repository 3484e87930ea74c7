import type { Key } from './tables.ts';
import type { Scan } from './store.ts';

/** Orders keys as IndexedDB does: numbers, then strings (by UTF-16 unit), then lists item by item. */
export function compareKeys(a: Key, b: Key): number {
  const kinds = kindRank(a) - kindRank(b);
  if (kinds !== 0) return kinds;
  if (typeof a === 'object' && typeof b === 'object') return compareLists(a, b);
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function kindRank(key: Key): number {
  if (typeof key === 'number') return 0;
  return typeof key === 'string' ? 1 : 2;
}

function compareLists(a: readonly Key[], b: readonly Key[]): number {
  for (const [index, part] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    const order = compareKeys(part, other);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** Sorts after every string and number that can follow in a list, so `[...prefix, LAST]` ends a prefix. */
export const LAST: Key = [];

/** All strings that begin with `prefix`. */
export function stringsStartingWith(prefix: string): Pick<Scan, 'lower' | 'upper' | 'upperOpen'> {
  return { lower: prefix, upper: `${prefix}\uffff`, upperOpen: true };
}
