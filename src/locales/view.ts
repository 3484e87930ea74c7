import { viewEn, type ViewTexts } from './view.en.ts';
import { Texts } from './texts.ts';

export type { ViewTexts };

/** The texts of `conversation-view` around its list. */
export const viewTexts = new Texts({
  en: viewEn,
  nl: async () => (await import('./view.nl.ts')).viewNl,
  de: async () => (await import('./view.de.ts')).viewDe,
  fr: async () => (await import('./view.fr.ts')).viewFr,
  ar: async () => (await import('./view.ar.ts')).viewAr,
});
