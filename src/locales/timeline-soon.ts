import { timelineSoonEn, type TimelineSoonTexts } from './timeline-soon.en.ts';
import { Texts } from './texts.ts';

export type { TimelineSoonTexts };

/** The texts of `conversation-timeline` a moment after its first messages. */
export const timelineSoonTexts = new Texts({
  en: timelineSoonEn,
  nl: async () => (await import('./timeline.nl.ts')).timelineSoonNl,
  de: async () => (await import('./timeline.de.ts')).timelineSoonDe,
  fr: async () => (await import('./timeline.fr.ts')).timelineSoonFr,
  ar: async () => (await import('./timeline.ar.ts')).timelineSoonAr,
});
