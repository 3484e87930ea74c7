import type { ComposerEmojiTexts } from './composer-emoji.en.ts';

export type { ComposerEmojiTexts };

/** Texts of the picker, and what the emoji are called. */
export interface EmojiWords extends ComposerEmojiTexts {
  readonly names: readonly string[];
}

/** The words of the emoji picker; English stands in for languages that do not ship. */
export async function loadEmojiWords(language: string): Promise<EmojiWords> {
  if (language === 'nl') {
    const [{ composerEmojiNl }, { emojiNames }] = await Promise.all([
      import('./composer-emoji.nl.ts'),
      import('./emoji-names.nl.ts'),
    ]);
    return { ...composerEmojiNl, names: emojiNames };
  }
  const [{ composerEmojiEn }, { emojiNames }] = await Promise.all([
    import('./composer-emoji.en.ts'),
    import('./emoji-names.en.ts'),
  ]);
  return { ...composerEmojiEn, names: emojiNames };
}
