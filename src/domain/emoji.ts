import { foldText } from './search-text.ts';

/** Tone of skin: 0 as the platform draws it, then from light to dark. */
export type SkinTone = 0 | 1 | 2 | 3 | 4 | 5;

/** One emoji of a catalogue. */
export interface Emoji {
  /** Without a tone of skin. */
  readonly base: string;
  readonly hasTones: boolean;
  /** In the language of the catalogue. */
  readonly name: string;
  /** Place of its group, from 0. */
  readonly group: number;
  /** Name and further words, folded. */
  readonly words: string;
}

const modifiers = ['', '🏻', '🏼', '🏽', '🏾', '🏿'] as const;

/** Reads the lists that `tools/emoji-data.mjs` writes: what they are, and what they are called in one language. */
export function emojiCatalogue(list: readonly string[], names: readonly string[]): readonly Emoji[] {
  return list.flatMap((line, group) => {
    const called = names[group]?.split('|') ?? [];
    return line.split(' ').map((entry, index): Emoji => {
      const hasTones = entry.endsWith('+');
      const base = hasTones ? entry.slice(0, -1) : entry;
      const [name = base, ...words] = (called[index] ?? base).split(';');
      return { base, hasTones, name, group, words: foldText([name, ...words].join(' ')) };
    });
  });
}

/** The emoji in a tone of skin: everybody in it has the same. */
export function withTone({ base, hasTones }: Pick<Emoji, 'base' | 'hasTones'>, tone: SkinTone): string {
  if (!hasTones || tone === 0) return base;
  return base.replace(/(\p{Emoji_Modifier_Base})\ufe0f?/gu, `$1${modifiers[tone]}`);
}

/** Those whose name or words begin with every word of the query; those whose name does come first. */
export function searchEmoji(catalogue: readonly Emoji[], query: string): readonly Emoji[] {
  const wanted = foldText(query).trim().split(' ').filter(Boolean);
  if (wanted.length === 0) return catalogue;
  const found = catalogue.filter(({ words }) => wanted.every((word) => hasWord(words, word)));
  const isNamed = ({ name }: Emoji): boolean => wanted.every((word) => hasWord(foldText(name), word));
  return [...found.filter(isNamed), ...found.filter((emoji) => !isNamed(emoji))];
}

/** Those used last, the latest first; `kept` at most. */
export function usedLately(before: readonly string[], base: string, kept = 16): readonly string[] {
  return [base, ...before.filter((other) => other !== base)].slice(0, kept);
}

function hasWord(words: string, beginning: string): boolean {
  return words.startsWith(beginning) || words.includes(` ${beginning}`);
}
