import { ContextConsumer, createContext } from '@lit/context';
import type { ReactiveControllerHost } from 'lit';
import { fallbackMessages, type Messages } from '../locales/messages.ts';
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
export const localizationContext = createContext<Localization>(Symbol('conversation-elements localization'));

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

/** What an element shows that stands in no provider: English, in the zone of the device. */
let standalone: Localization | null = null;
function standaloneLocalization(): Localization {
  standalone ??= localization('en', new Intl.DateTimeFormat('en').resolvedOptions().timeZone, fallbackMessages);
  return standalone;
}

/** Gives an element its texts and formats, and renders it again when the locale changes. */
export class Localize {
  readonly #consumer: ContextConsumer<typeof localizationContext, ReactiveControllerHost & HTMLElement>;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#consumer = new ContextConsumer(host, { context: localizationContext, subscribe: true });
  }

  /** All of it, e.g. to tell whether it changed. */
  get value(): Localization {
    return this.#consumer.value ?? standaloneLocalization();
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
