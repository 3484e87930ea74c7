import { en, type Messages } from './en.ts';
import { Texts } from './texts.ts';

export type { Messages };

/** The language that is always there, and stands in until another has loaded. */
export const fallbackMessages: Messages = en;

const messages = new Texts({ en, nl: async () => (await import('./nl.ts')).nl });

/**
 * The texts that all elements share, for a locale: by its language, so `nl-BE` gives Dutch; English when the language does
 * not ship.
 *
 * @param locale - BCP 47 tag
 */
export async function loadMessages(locale: string): Promise<Messages> {
  return messages.load(locale);
}
