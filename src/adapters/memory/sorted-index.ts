import { compareKeys } from '../embedded/keys.ts';
import type { Scan } from '../embedded/store.ts';
import type { Key } from '../embedded/tables.ts';

interface Entry {
  readonly key: Key;
  readonly primaryKey: Key;
}

/** Longer than this, a chunk is split: inserting moves at most so many entries, whatever the size of the index. */
const longestChunk = 512;

/** So many new entries at once are sorted together and merged, which is what filling a backend does. */
const manyAtOnce = 1_000;

/** An ordered index in memory: sorted chunks, so that finding and inserting stay cheap at any size. */
export class SortedIndex {
  /** Each sorted and none empty; every entry of one lies before every entry of the next. */
  #chunks: Entry[][] = [];
  /** Added since somebody last looked. */
  #added: Entry[] = [];

  add(key: Key, primaryKey: Key): void {
    this.#added.push({ key, primaryKey });
  }

  remove(key: Key, primaryKey: Key): void {
    this.#sortIn();
    const entry = { key, primaryKey };
    const isBelow = (other: Entry): boolean => compareEntries(other, entry) < 0;
    const place = this.#chunkOf(isBelow);
    const chunk = this.#chunks[place];
    if (!chunk) return;
    const index = firstNot(chunk, isBelow);
    const found = chunk[index];
    if (!found || compareEntries(found, entry) !== 0) return;
    chunk.splice(index, 1);
    if (chunk.length === 0) this.#chunks.splice(place, 1);
  }

  /** Primary keys of the entries in the range, in order. */
  scan(scan: Scan): Key[] {
    this.#sortIn();
    const { limit = Infinity } = scan;
    const found: Key[] = [];
    for (const { primaryKey } of scan.direction === 'down' ? this.#downwards(scan) : this.#upwards(scan)) {
      if (found.length >= limit) break;
      found.push(primaryKey);
    }
    return found;
  }

  #sortIn(): void {
    const added = this.#added;
    if (added.length === 0) return;
    this.#added = [];
    if (added.length < manyAtOnce) for (const entry of added) this.#insert(entry);
    else this.#chunks = chunked([...this.#chunks.flat(), ...added].sort(compareEntries));
  }

  #insert(entry: Entry): void {
    const isBelow = (other: Entry): boolean => compareEntries(other, entry) < 0;
    const place = Math.min(this.#chunkOf(isBelow), this.#chunks.length - 1);
    const chunk = this.#chunks[place];
    if (!chunk) {
      this.#chunks.push([entry]);
      return;
    }
    chunk.splice(firstNot(chunk, isBelow), 0, entry);
    if (chunk.length > longestChunk) this.#chunks.splice(place + 1, 0, chunk.splice(longestChunk / 2));
  }

  *#upwards(scan: Scan): Iterable<Entry> {
    const isBelow = (entry: Entry): boolean => isBelowRange(entry.key, scan);
    const first = this.#chunkOf(isBelow);
    for (let place = first; place < this.#chunks.length; place += 1) {
      const chunk = this.#chunks[place] ?? [];
      for (let index = place === first ? firstNot(chunk, isBelow) : 0; index < chunk.length; index += 1) {
        const entry = chunk[index];
        if (!entry || isAboveRange(entry.key, scan)) return;
        yield entry;
      }
    }
  }

  *#downwards(scan: Scan): Iterable<Entry> {
    const isInside = (entry: Entry): boolean => !isAboveRange(entry.key, scan);
    const last = Math.min(this.#chunkOf(isInside), this.#chunks.length - 1);
    for (let place = last; place >= 0; place -= 1) {
      const chunk = this.#chunks[place] ?? [];
      for (let index = (place === last ? firstNot(chunk, isInside) : chunk.length) - 1; index >= 0; index -= 1) {
        const entry = chunk[index];
        if (!entry || isBelowRange(entry.key, scan)) return;
        yield entry;
      }
    }
  }

  /** The first chunk that does not end with an entry for which the condition holds. */
  #chunkOf(holds: (entry: Entry) => boolean): number {
    return firstNot(this.#chunks, (chunk) => {
      const last = chunk.at(-1);
      return last !== undefined && holds(last);
    });
  }
}

function chunked(entries: readonly Entry[]): Entry[][] {
  const chunks: Entry[][] = [];
  for (let start = 0; start < entries.length; start += longestChunk / 2) {
    chunks.push(entries.slice(start, start + longestChunk / 2));
  }
  return chunks;
}

/** How many items at the beginning meet a condition that no later one meets. */
function firstNot<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = items[middle];
    if (item !== undefined && holds(item)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isBelowRange(key: Key, { lower, lowerOpen }: Scan): boolean {
  if (lower === undefined) return false;
  const order = compareKeys(key, lower);
  return order < 0 || (order === 0 && lowerOpen === true);
}

function isAboveRange(key: Key, { upper, upperOpen }: Scan): boolean {
  if (upper === undefined) return false;
  const order = compareKeys(key, upper);
  return order > 0 || (order === 0 && upperOpen === true);
}

function compareEntries(a: Entry, b: Entry): number {
  return compareKeys(a.key, b.key) || compareKeys(a.primaryKey, b.primaryKey);
}
