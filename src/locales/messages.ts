import { en, type Messages } from './en.ts';
import { Texts } from './texts.ts';

export type { Messages };

/** The language that is always there, and stands in until another has loaded. */
export const fallbackMessages: Messages = en;

const messages = new Texts({
  en,
  nl: async () => (await import('./nl.ts')).nl,
  de: async () => (await import('./de.ts')).de,
  fr: async () => (await import('./fr.ts')).fr,
  ar: async () => (await import('./ar.ts')).ar,
});

/**
 * The texts that all elements share, for a locale: by its language, so `nl-BE` gives Dutch; English when the language does
 * not ship.
 *
 * @param locale - BCP 47 tag
 */
export async function loadMessages(locale: string): Promise<Messages> {
  return messages.load(locale);
}
