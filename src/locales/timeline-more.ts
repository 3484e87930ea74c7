import type { TimelineMoreTexts } from './timeline-more.en.ts';
import { Texts } from './texts.ts';

export type { TimelineMoreTexts };

/** The texts of what a timeline shows beyond texts. */
export const timelineMoreTexts = new Texts<TimelineMoreTexts>({
  en: async () => (await import('./timeline-more.en.ts')).timelineMoreEn,
  nl: async () => (await import('./timeline-more.nl.ts')).timelineMoreNl,
  de: async () => (await import('./timeline-more.de.ts')).timelineMoreDe,
  fr: async () => (await import('./timeline-more.fr.ts')).timelineMoreFr,
  ar: async () => (await import('./timeline-more.ar.ts')).timelineMoreAr,
});
