import type { ToolContext } from './tool.ts';

/** Texts of one tool, a chunk of their own per language. They follow the language of the page. */
export class LazyTexts<T extends { readonly language: string }> {
  readonly #context: ToolContext;
  readonly #load: (language: string) => Promise<T>;
  #texts: T | null = null;
  #asked = '';

  /** @param ready - those that are loaded already */
  constructor(context: ToolContext, load: (language: string) => Promise<T>, ready: T | null = null) {
    this.#context = context;
    this.#load = load;
    this.#texts = ready;
  }

  /** Those of now; `null` until the first are there. A change of language keeps the old ones until then. */
  get value(): T | null {
    const { language } = this.#context.localize.messages;
    if (language !== this.#asked) this.#ask(language);
    return this.#texts;
  }

  #ask(language: string): void {
    this.#asked = language;
    this.#load(language).then(
      (texts) => {
        if (language !== this.#asked) return;
        this.#texts = texts;
        this.#context.element.requestUpdate();
      },
      // Asked again at the next look.
      () => (this.#asked = ''),
    );
  }
}
