import { cuesEn, type CuesTexts } from './cues.en.ts';
import { Texts } from './texts.ts';

export type { CuesTexts };

/** The texts of `conversation-cues`. */
export const cuesTexts = new Texts({
  en: cuesEn,
  nl: async () => (await import('./cues.nl.ts')).cuesNl,
  de: async () => (await import('./cues.de.ts')).cuesDe,
  fr: async () => (await import('./cues.fr.ts')).cuesFr,
  ar: async () => (await import('./cues.ar.ts')).cuesAr,
});
