import { en, type Messages } from './en.ts';

export type { Messages };

/** The language that is always there, and stands in until another has loaded. */
export const fallbackMessages: Messages = en;

/** Languages that ship, each a chunk of its own that loads when first asked for. */
const loaders: ReadonlyMap<string, () => Promise<Messages>> = new Map([
  ['nl', async () => (await import('./nl.ts')).nl],
]);

/** The languages that ship, as BCP 47 tags. */
export const languages: readonly string[] = ['en', ...loaders.keys()];

/**
 * The texts for a locale: by its language, so `nl-BE` gives Dutch; English when the language does not ship.
 *
 * @param locale - BCP 47 tag
 */
export async function loadMessages(locale: string): Promise<Messages> {
  const language = locale.toLowerCase().split('-')[0] ?? '';
  return (await loaders.get(language)?.()) ?? fallbackMessages;
}
