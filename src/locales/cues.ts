import { cuesEn, type CuesTexts } from './cues.en.ts';
import { Texts } from './texts.ts';

export type { CuesTexts };

/** The texts of `conversation-cues`. */
export const cuesTexts = new Texts({ en: cuesEn, nl: async () => (await import('./cues.nl.ts')).cuesNl });
