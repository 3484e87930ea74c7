import { viewSoonEn, type ViewSoonTexts } from './view-soon.en.ts';
import { Texts } from './texts.ts';

export type { ViewSoonTexts };

/** The texts of `conversation-view` a moment after what it shows first. */
export const viewSoonTexts = new Texts({
  en: viewSoonEn,
  nl: async () => (await import('./view.nl.ts')).viewSoonNl,
});
