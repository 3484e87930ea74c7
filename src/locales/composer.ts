import type { ComposerTexts } from './composer.en.ts';
import { Texts } from './texts.ts';

export type { ComposerTexts };

/** The texts of `channel-composer`; those of its tools come with them. */
export const composerTexts = new Texts<ComposerTexts>({
  en: async () => (await import('./composer.en.ts')).composerEn,
  nl: async () => (await import('./composer.nl.ts')).composerNl,
  de: async () => (await import('./composer.de.ts')).composerDe,
  fr: async () => (await import('./composer.fr.ts')).composerFr,
  ar: async () => (await import('./composer.ar.ts')).composerAr,
});
