/** What loads the texts of a language. English may be there at once: what an element always shows costs no request. */
interface Languages<T> {
  readonly en: T | (() => Promise<T>);
  readonly nl: () => Promise<T>;
  readonly de: () => Promise<T>;
  readonly fr: () => Promise<T>;
  readonly ar: () => Promise<T>;
}

/** Texts that elements show or have shown on this page. */
const shown = new Set<Texts<object>>();

/**
 * The texts of an element, or of a part of one that loads later. They come with it and not with the provider, each language
 * but English as a chunk of its own. Asked for by locale: `nl-BE` gives Dutch, and English stands in for what does not ship.
 */
export class Texts<T extends object> {
  readonly #languages: Languages<T>;
  readonly #loaded: Partial<Record<keyof Languages<T>, T>> = {};

  constructor(languages: Languages<T>) {
    this.#languages = languages;
    if (typeof languages.en !== 'function') this.#loaded.en = languages.en;
  }

  /** Those that have loaded, to be shown. */
  get(locale: string): T | null {
    const texts = this.#loaded[this.#languageFor(locale)];
    if (texts) shown.add(this);
    return texts ?? null;
  }

  /** Loads them unless they are there; after a failure the next call tries again. */
  async load(locale: string): Promise<T> {
    const language = this.#languageFor(locale);
    const load = this.#languages[language];
    return (this.#loaded[language] ??= typeof load === 'function' ? await load() : load);
  }

  #languageFor(locale: string): keyof Languages<T> {
    const [language = ''] = locale.toLowerCase().split('-');
    return Object.hasOwn(this.#languages, language) ? (language as keyof Languages<T>) : 'en';
  }
}

/** Loads for another locale all that this page shows: a provider changes its language when it is there. */
export async function loadShownTexts(locale: string): Promise<void> {
  const known = shown.size;
  await Promise.all([...shown].map((texts) => texts.load(locale)));
  if (known !== shown.size) await loadShownTexts(locale);
}
