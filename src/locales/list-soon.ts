import { listSoonEn, type ListSoonTexts } from './list-soon.en.ts';
import { Texts } from './texts.ts';

export type { ListSoonTexts };

/** The texts of `conversation-list` where it has no rows. */
export const listSoonTexts = new Texts({
  en: listSoonEn,
  nl: async () => (await import('./list.nl.ts')).listSoonNl,
  de: async () => (await import('./list.de.ts')).listSoonDe,
  fr: async () => (await import('./list.fr.ts')).listSoonFr,
  ar: async () => (await import('./list.ar.ts')).listSoonAr,
});
