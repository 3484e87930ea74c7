import { ContextConsumer, createContext } from '@lit/context';
import type { ReactiveControllerHost } from 'lit';
import type { Messages } from '../locales/messages.ts';
import { contextKey } from './context-key.ts';
import { type Formats, formatsFor } from './formats.ts';

export type { Messages };

/** Language, zone and texts of everything inside a `conversation-provider`. A new object when any of it changes. */
export interface Localization {
  /** BCP 47 tag for numbers and dates, e.g. `nl-BE`. */
  readonly locale: string;
  /** The language the texts are in; differs from `locale` where that language does not ship. */
  readonly language: string;
  readonly messages: Messages;
  /** IANA name, e.g. `Europe/Amsterdam`. */
  readonly timeZone: string;
  readonly formats: Formats;
}

/** The localization of the nearest `conversation-provider`. */
export const localizationContext = createContext<Localization>(contextKey('localization'));

/** The localization for these inputs. */
export function localization(locale: string, timeZone: string, messages: Messages): Localization {
  return {
    locale,
    language: messages.language,
    messages,
    timeZone,
    formats: formatsFor(locale, timeZone),
  };
}

/**
 * What an element shows that stands in no provider: English, in the zone of the device. Loaded by the first that needs
 * it, so that an element alone does not carry texts that its provider brings.
 */
let standalone: Localization | null = null;
let loading: Promise<void> | null = null;

function loadStandalone(): Promise<void> {
  loading ??= import('../locales/en.ts').then(
    ({ en }) => {
      standalone = localization('en', new Intl.DateTimeFormat('en').resolvedOptions().timeZone, en);
    },
    (error: unknown) => {
      loading = null;
      throw error;
    },
  );
  return loading;
}

/** Gives an element its texts and formats, and renders it again when the locale changes. */
export class Localize {
  readonly #consumer: ContextConsumer<typeof localizationContext, ReactiveControllerHost & HTMLElement>;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#consumer = new ContextConsumer(host, { context: localizationContext, subscribe: true });
  }

  /** Whether texts are there; from the first render on they are. */
  get isReady(): boolean {
    return (this.#consumer.value ?? standalone) !== null;
  }

  /**
   * Call from `scheduleUpdate`: an element that stands in no provider waits with its first render until there are texts.
   *
   * @param update - the element's own `scheduleUpdate`
   */
  hold(update: () => void): Promise<void> | undefined {
    if (!this.isReady) return loadStandalone().then(update);
    update();
    return undefined;
  }

  /** All of it, e.g. to tell whether it changed. Only from the first render on. */
  get value(): Localization {
    const value = this.#consumer.value ?? standalone;
    if (!value) throw new Error('texts were asked for before the first render');
    return value;
  }

  get messages(): Messages {
    return this.value.messages;
  }

  get formats(): Formats {
    return this.value.formats;
  }

  get timeZone(): string {
    return this.value.timeZone;
  }
}
