import { ContextConsumer, createContext } from '@lit/context';
import type { ReactiveControllerHost } from 'lit';
import { keepLoading } from '../dom/keep-loading.ts';
import type { Messages as SharedMessages } from '../locales/messages.ts';
import type { Texts } from '../locales/texts.ts';
import { contextKey } from './context-key.ts';
import { type Formats, formatsFor } from './formats.ts';
import type { Standalone } from './standalone.ts';

/** The texts that all elements share, with those that an element brings itself. */
export type Messages<Own = unknown> = SharedMessages & Own;

/**
 * Language, zone and texts of everything inside a `conversation-provider`. A new object when any of it changes. `Own` are texts that
 * an element brings beside those that all share.
 */
export interface Localization<Own = unknown> {
  /** BCP 47 tag for numbers and dates, e.g. `nl-BE`. */
  readonly locale: string;
  /** The language the texts are in; differs from `locale` where that language does not ship. */
  readonly language: string;
  readonly messages: Messages<Own>;
  /** IANA name, e.g. `Europe/Amsterdam`. */
  readonly timeZone: string;
  readonly formats: Formats;
}

/** The localization of the nearest `conversation-provider`. */
export const localizationContext = createContext<Localization>(contextKey('localization'));

/** The localization for these inputs. */
export function localization<Own>(locale: string, timeZone: string, messages: Messages<Own>): Localization<Own> {
  return {
    locale,
    language: messages.language,
    messages,
    timeZone,
    formats: formatsFor(locale, timeZone),
  };
}

/**
 * What an element shows that stands in no provider. Loaded by the first that needs it, so that an element alone does not
 * carry texts that its provider brings.
 */
let standalone: Standalone | null = null;

async function loadStandalone(): Promise<void> {
  const { openStandalone } = await import('./standalone.ts');
  standalone = await openStandalone(localization);
}

/** Gives an element its texts and formats, and renders it again when the locale changes. */
export class Localize<Own extends object = object> {
  readonly #host: ReactiveControllerHost;
  readonly #consumer: ContextConsumer<typeof localizationContext, ReactiveControllerHost & HTMLElement>;
  /** What the element and its parts bring themselves. */
  readonly #own: Texts<object>[];
  /** What is shown, and what of it comes from around the element. */
  #shown: Localization<Own> | null = null;
  #around: Localization | null = null;
  #loading: Promise<void> | null = null;

  /** @param own - the texts that the element brings itself */
  constructor(host: ReactiveControllerHost & HTMLElement, own?: Texts<Own>) {
    this.#host = host;
    this.#consumer = new ContextConsumer(host, { context: localizationContext, subscribe: true });
    this.#own = own ? [own] : [];
  }

  /** Whether texts are there; from the first render on they are. */
  get isReady(): boolean {
    return this.#look() !== null;
  }

  /**
   * Call from `scheduleUpdate`: an element that has no texts yet waits with its first render until there are.
   *
   * @param update - the element's own `scheduleUpdate`
   */
  hold(update: () => void): Promise<void> | undefined {
    this.#load();
    if (!this.isReady) return this.#loading?.then(() => this.hold(update));
    update();
    return undefined;
  }

  /** Loads the texts of a part that comes later; from then on they are among `messages`, in the same language. */
  async bring<Later extends object>(texts: Texts<Later>): Promise<Localize<Own & Later>> {
    if (!this.isReady) await this.#host.updateComplete;
    for (;;) {
      await texts.load(this.value.language);
      const localize = this.add(texts);
      if (localize) return localize;
    }
  }

  /** The same where they have loaded already; `null` where they have not. */
  add<Later extends object>(texts: Texts<Later>): Localize<Own & Later> | null {
    const { language, messages } = this.#look() ?? {};
    const later = language && texts.get(language);
    if (!later) return null;
    if (!this.#own.includes(texts)) this.#own.push(texts);
    // In place: what has been rendered is as good as it was.
    Object.assign(messages ?? {}, later);
    return this as unknown as Localize<Own & Later>;
  }

  /** All of it, e.g. to tell whether it changed. Only from the first render on. */
  get value(): Localization<Own> {
    const value = this.#look();
    if (!value) throw new Error('texts were asked for before the first render');
    return value;
  }

  get messages(): Messages<Own> {
    return this.value.messages;
  }

  get formats(): Formats {
    return this.value.formats;
  }

  get timeZone(): string {
    return this.value.timeZone;
  }

  /**
   * Never in two languages: until the own texts of another have loaded, all stays as it was. Only what a provider does not
   * show yet, because its own texts are on their way, may have come before them.
   */
  #look(): Localization<Own> | null {
    const around = this.#consumer.value ?? standalone?.value;
    if (!around || around === this.#around) return this.#shown;
    const own = this.#own.map((texts) => texts.get(around.language) ?? texts.get(around.locale));
    if (own.includes(null)) return this.#shown;
    this.#around = around;
    return (this.#shown = { ...around, messages: Object.assign({}, around.messages, ...own) as Messages<Own> });
  }

  /** Asks for what is missing where the element stands, until it has come. */
  #load(): void {
    const around = this.#consumer.value ?? standalone?.value;
    standalone?.follow(this.#host);
    if (around && this.#own.every((texts) => texts.get(around.locale))) return;
    const load = (): Promise<unknown> =>
      around ? Promise.all(this.#own.map((texts) => texts.load(around.locale))) : loadStandalone();
    this.#loading ??= keepLoading(load).then(() => {
      this.#loading = null;
      this.#host.requestUpdate();
    });
  }
}
