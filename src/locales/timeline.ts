import { timelineEn, type TimelineTexts } from './timeline.en.ts';
import { Texts } from './texts.ts';

export type { TimelineTexts };

/** The texts of `conversation-timeline` for plain messages. */
export const timelineTexts = new Texts({
  en: timelineEn,
  nl: async () => (await import('./timeline.nl.ts')).timelineNl,
  de: async () => (await import('./timeline.de.ts')).timelineDe,
  fr: async () => (await import('./timeline.fr.ts')).timelineFr,
  ar: async () => (await import('./timeline.ar.ts')).timelineAr,
});
