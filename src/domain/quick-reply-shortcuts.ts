import type { QuickReplyGroup } from './quick-replies.ts';

/** What a group's replies are called by after the `!`, before their number. */
export interface GroupKeys {
  /** The letters and digits of the name: `thankyou`. */
  readonly long: string;
  /** The first letters of its words: `ty`; `null` for a single word, or when another group has it. */
  readonly short: string | null;
}

const longestKey = 32;

/**
 * The keys of all groups, by id (QR5). Two groups never share one: the older group (by id) keeps its key and the other
 * gets a letter more, so that moving groups around changes nothing; renaming one does (F8).
 */
export function groupKeys(groups: readonly QuickReplyGroup[]): ReadonlyMap<string, GroupKeys> {
  const oldestFirst = [...groups].sort((a, b) => (a.id < b.id ? -1 : 1));
  const natural = new Set(oldestFirst.map(({ name }) => longKey(name)));
  const taken = new Set<string>();
  const longs = new Map<string, string>();
  for (const { id, name } of oldestFirst) {
    const long = free(longKey(name), natural, taken);
    taken.add(long);
    longs.set(id, long);
  }
  const keys = new Map<string, GroupKeys>();
  for (const { id, name } of oldestFirst) {
    const initials = shortKey(name);
    const short = initials !== null && !taken.has(initials) ? initials : null;
    if (short !== null) taken.add(short);
    keys.set(id, { long: longs.get(id) ?? '', short });
  }
  return keys;
}

/** The shortcut of a reply (QR6): key and place in the group from 1; after a key that ends in a digit, a point between. */
export function shortcut(key: string, number: number): string {
  return /\p{N}$/u.test(key) ? `!${key}.${number}` : `!${key}${number}`;
}

/** A shortcut or what was typed of it, as it is compared: without case and accents. */
export function foldKey(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]/gu, '');
}

function longKey(name: string): string {
  return words(name).join('').slice(0, longestKey) || 'reply';
}

function shortKey(name: string): string | null {
  const all = words(name);
  return all.length < 2 ? null : all.map((word) => Array.from(word)[0] ?? '').join('');
}

function words(name: string): readonly string[] {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** The key, or the key with a letter that nobody else's name or key has. */
function free(key: string, natural: ReadonlySet<string>, taken: ReadonlySet<string>): string {
  if (!taken.has(key)) return key;
  for (let count = 1; ; count += 1) {
    const candidate = key + letters(count);
    if (!natural.has(candidate) && !taken.has(candidate)) return candidate;
  }
}

/** 1 is `b`, 25 is `z`, 26 is `bb`: the first group needs no `a`. */
function letters(count: number): string {
  const rest = Math.floor((count - 1) / 25);
  return (rest > 0 ? letters(rest) : '') + String.fromCharCode(98 + ((count - 1) % 25));
}
