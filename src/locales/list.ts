import { listEn, type ListTexts } from './list.en.ts';
import { Texts } from './texts.ts';

export type { ListTexts };

/** The texts of `conversation-list`. */
export const listTexts = new Texts({
  en: listEn,
  nl: async () => (await import('./list.nl.ts')).listNl,
  de: async () => (await import('./list.de.ts')).listDe,
  fr: async () => (await import('./list.fr.ts')).listFr,
  ar: async () => (await import('./list.ar.ts')).listAr,
});
