/**
 * A language tag as the web writes it (`nl-BE`) of what a provider or person wrote (`nl_BE`); `null` if it is none (LT1):
 * languages have two or three letters, `Frans` is a word.
 */
export function languageTag(text: string): string | null {
  try {
    const [tag] = Intl.getCanonicalLocales(text.trim().replaceAll('_', '-'));
    return tag !== undefined && /^[a-z]{2,3}(?:-|$)/.test(tag) ? tag : null;
  } catch {
    return null;
  }
}

/** What stands for a language where a tag is compared: without case, `_` as `-` (LT1). */
export function foldTag(language: string | null): string {
  return (language ?? '').trim().replaceAll('_', '-').toLowerCase();
}

/** How close a language is to the one asked for: the same tag, or another region of the language. */
export type LanguageMatch = 'exact' | 'language';

/** What was found for a language, and how close it is. */
export interface LanguageChoice<T> {
  readonly item: T;
  readonly match: LanguageMatch;
}

/**
 * The item in the language asked for: the same tag, else the same language, without a region first, then by tag (LT2).
 * `null` when there is none in that language, or no language is known.
 */
export function closestLanguage<T>(
  items: readonly T[],
  languageOf: (item: T) => string,
  wanted: string | null,
): LanguageChoice<T> | null {
  const tag = foldTag(wanted);
  if (tag === '') return null;
  const exact = items.find((item) => foldTag(languageOf(item)) === tag);
  if (exact !== undefined) return { item: exact, match: 'exact' };
  const related = items
    .filter((item) => primary(languageOf(item)) === primary(tag))
    .sort((a, b) => compareTags(languageOf(a), languageOf(b)));
  const [first] = related;
  return first === undefined ? null : { item: first, match: 'language' };
}

function compareTags(a: string, b: string): number {
  return foldTag(a).length - foldTag(b).length || (foldTag(a) < foldTag(b) ? -1 : 1);
}

function primary(language: string): string {
  return foldTag(language).split('-', 1)[0] ?? '';
}
