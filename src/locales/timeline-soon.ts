import { timelineSoonEn, type TimelineSoonTexts } from './timeline-soon.en.ts';
import { Texts } from './texts.ts';

export type { TimelineSoonTexts };

/** The texts of `conversation-timeline` a moment after its first messages. */
export const timelineSoonTexts = new Texts({
  en: timelineSoonEn,
  nl: async () => (await import('./timeline.nl.ts')).timelineSoonNl,
});
