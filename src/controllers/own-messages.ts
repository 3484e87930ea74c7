import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Localize } from './localization.ts';

/** The texts of one element that ship with it and not with the rest, in the language of its surroundings. */
export class OwnMessages<M> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #localize: Localize;
  readonly #load: (language: string) => Promise<M>;
  #language: string | null = null;
  #messages: M | null = null;

  constructor(host: ReactiveControllerHost, localize: Localize, load: (language: string) => Promise<M>) {
    this.#host = host;
    this.#localize = localize;
    this.#load = load;
    host.addController(this);
  }

  /** `null` until the first have loaded; those of the old language until the new ones have. */
  get value(): M | null {
    return this.#messages;
  }

  hostUpdate(): void {
    const { language } = this.#localize.value;
    if (language === this.#language) return;
    this.#language = language;
    this.#load(language).then(
      (messages) => {
        if (language !== this.#language) return;
        this.#messages = messages;
        this.#host.requestUpdate();
      },
      () => {
        // The next update asks again; meanwhile the old texts stand.
        if (language === this.#language) this.#language = null;
      },
    );
  }
}
