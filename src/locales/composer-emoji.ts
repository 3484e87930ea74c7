import type { ComposerEmojiTexts } from './composer-emoji.en.ts';
import { Texts } from './texts.ts';

export type { ComposerEmojiTexts };

/** Texts of the picker, and what the emoji are called. */
export interface EmojiWords extends ComposerEmojiTexts {
  readonly names: readonly string[];
}

const texts = new Texts<ComposerEmojiTexts>({
  en: async () => (await import('./composer-emoji.en.ts')).composerEmojiEn,
  nl: async () => (await import('./composer-emoji.nl.ts')).composerEmojiNl,
  de: async () => (await import('./composer-emoji.de.ts')).composerEmojiDe,
  fr: async () => (await import('./composer-emoji.fr.ts')).composerEmojiFr,
  ar: async () => (await import('./composer-emoji.ar.ts')).composerEmojiAr,
});

const englishNames = async (): Promise<readonly string[]> => (await import('./emoji-names.en.ts')).emojiNames;

/** CLDR's names come by language as their package has them: none in Arabic, where emoji are searched in English. */
const names = new Texts<readonly string[]>({
  en: englishNames,
  nl: async () => (await import('./emoji-names.nl.ts')).emojiNames,
  de: async () => (await import('./emoji-names.de.ts')).emojiNames,
  fr: async () => (await import('./emoji-names.fr.ts')).emojiNames,
  ar: englishNames,
});

/** The words of the emoji picker; English stands in for languages that do not ship. */
export async function loadEmojiWords(language: string): Promise<EmojiWords> {
  const [words, called] = await Promise.all([texts.load(language), names.load(language)]);
  return { ...words, names: called };
}
