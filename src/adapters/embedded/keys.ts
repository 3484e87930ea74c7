import type { Key } from './tables.ts';
import type { Scan } from './store.ts';

/** Orders keys as IndexedDB does: numbers, then strings (by UTF-16 unit), then lists item by item. */
export function compareKeys(a: Key, b: Key): number {
  if (typeof a === 'number') return typeof b === 'number' ? a - b || 0 : -1;
  if (typeof a === 'string')
    return typeof b === 'string' ? (a < b ? -1 : a > b ? 1 : 0) : typeof b === 'number' ? 1 : -1;
  if (typeof b === 'number' || typeof b === 'string') return 1;
  for (let index = 0; index < a.length && index < b.length; index += 1) {
    const order = compareKeys(a[index] as Key, b[index] as Key);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** Sorts after every string and number that can follow in a list, so `[...prefix, LAST]` ends a prefix. */
export const LAST: Key = [];

/** All keys that begin with `prefix`. */
export function startingWith(...prefix: readonly Key[]): Pick<Scan, 'lower' | 'upper'> {
  return { lower: prefix, upper: [...prefix, LAST] };
}

/** All strings that begin with `prefix`. */
export function stringsStartingWith(prefix: string): Pick<Scan, 'lower' | 'upper' | 'upperOpen'> {
  return { lower: prefix, upper: `${prefix}\uffff`, upperOpen: true };
}
