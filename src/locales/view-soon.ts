import { viewSoonEn, type ViewSoonTexts } from './view-soon.en.ts';
import { Texts } from './texts.ts';

export type { ViewSoonTexts };

/** The texts of `conversation-view` a moment after what it shows first. */
export const viewSoonTexts = new Texts({
  en: viewSoonEn,
  nl: async () => (await import('./view.nl.ts')).viewSoonNl,
  de: async () => (await import('./view.de.ts')).viewSoonDe,
  fr: async () => (await import('./view.fr.ts')).viewSoonFr,
  ar: async () => (await import('./view.ar.ts')).viewSoonAr,
});
