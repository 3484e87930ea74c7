import type { InboxTexts } from './inbox.en.ts';

export type { InboxTexts };

/** Languages that ship, each a chunk of its own; English stands in for others. */
const loaders: ReadonlyMap<string, () => Promise<InboxTexts>> = new Map([
  ['nl', async () => (await import('./inbox.nl.ts')).inboxNl],
]);

async function loadInboxTexts(language: string): Promise<InboxTexts> {
  return (await loaders.get(language)?.()) ?? (await import('./inbox.en.ts')).inboxEn;
}

/** The texts of filters, bulk actions and dialogs: loaded with them, and again when the page's language changes. */
export class InboxTextsLoader {
  readonly #changed: () => void;
  #language: string;
  #value: InboxTexts;

  /** @param changed - called when there are other texts */
  static async load(language: string, changed: () => void): Promise<InboxTextsLoader> {
    return new InboxTextsLoader(language, await loadInboxTexts(language), changed);
  }

  private constructor(language: string, value: InboxTexts, changed: () => void) {
    this.#language = language;
    this.#value = value;
    this.#changed = changed;
  }

  get value(): InboxTexts {
    return this.#value;
  }

  /** Call while rendering; until the texts of another language are there the old ones stay. */
  follow(language: string): void {
    if (language === this.#language) return;
    const before = this.#language;
    this.#language = language;
    loadInboxTexts(language).then(
      (texts) => {
        if (language !== this.#language) return;
        this.#value = texts;
        this.#changed();
      },
      () => (this.#language = before),
    );
  }
}
