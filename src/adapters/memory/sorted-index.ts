import { compareKeys } from '../embedded/keys.ts';
import type { Scan } from '../embedded/store.ts';
import type { Key } from '../embedded/tables.ts';

interface Entry {
  readonly key: Key;
  readonly primaryKey: Key;
}

/** An ordered index in memory: finds by halving, appends at the end without moving anything. */
export class SortedIndex {
  readonly #entries: Entry[] = [];

  add(key: Key, primaryKey: Key): void {
    const entry = { key, primaryKey };
    this.#entries.splice(this.#firstNotBelow(entry), 0, entry);
  }

  remove(key: Key, primaryKey: Key): void {
    const place = this.#firstNotBelow({ key, primaryKey });
    const found = this.#entries[place];
    if (found && compareEntries(found, { key, primaryKey }) === 0) this.#entries.splice(place, 1);
  }

  /** Primary keys of the entries in the range, in order. */
  scan({ lower, upper, lowerOpen, upperOpen, direction, limit = Infinity }: Scan): Key[] {
    const start = lower === undefined ? 0 : this.#place(lower, lowerOpen === true);
    const end = upper === undefined ? this.#entries.length : this.#place(upper, upperOpen !== true);
    const count = Math.max(0, Math.min(limit, end - start));
    const found =
      direction === 'down'
        ? this.#entries.slice(end - count, end).reverse()
        : this.#entries.slice(start, start + count);
    return found.map(({ primaryKey }) => primaryKey);
  }

  /** How many entries lie before `key`, or up to and including it. */
  #place(key: Key, including: boolean): number {
    return this.#search((entry) => {
      const order = compareKeys(entry.key, key);
      return including ? order <= 0 : order < 0;
    });
  }

  #firstNotBelow(wanted: Entry): number {
    return this.#search((entry) => compareEntries(entry, wanted) < 0);
  }

  #search(isBelow: (entry: Entry) => boolean): number {
    const last = this.#entries.at(-1);
    if (!last || isBelow(last)) return this.#entries.length;
    let low = 0;
    let high = this.#entries.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const entry = this.#entries[middle];
      if (entry && isBelow(entry)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function compareEntries(a: Entry, b: Entry): number {
  return compareKeys(a.key, b.key) || compareKeys(a.primaryKey, b.primaryKey);
}
