import { ContextProvider } from '@lit/context';
import type { LitElement, ReactiveController } from 'lit';
import { languageOf, watchLanguage } from '../dom/page-language.ts';
import { fallbackMessages, loadMessages, type Messages } from '../locales/messages.ts';
import { loadShownTexts } from '../locales/texts.ts';
import { localization, localizationContext } from './localization.ts';

/** What a host of the localization asks for; `null` follows the page. */
export interface LocalizationWish {
  readonly locale: string | null;
  readonly timeZone: string | null;
}

/** Gives everything inside an element one locale, one time zone and the texts for it; both may change at any time. */
export class LocalizationProvider implements ReactiveController {
  readonly #host: LitElement;
  readonly #wish: () => LocalizationWish;
  readonly #provider: ContextProvider<typeof localizationContext>;
  #messages: Messages = fallbackMessages;
  #loadedFor: string | null = null;
  #isReady = false;
  /** Sets the direction of the host where nobody else does. */
  #direct: ((direction: Messages['direction']) => void) | null = null;
  #stopWatching: (() => void) | null = null;

  constructor(host: LitElement, wish: () => LocalizationWish) {
    this.#host = host;
    this.#wish = wish;
    const { locale, timeZone } = this.#resolved();
    this.#provider = new ContextProvider(host, {
      context: localizationContext,
      initialValue: localization(locale, timeZone, this.#messages),
    });
    host.addController(this);
  }

  /** Whether texts are there: until then nothing is shown, so that no other language flashes up first. */
  get isReady(): boolean {
    return this.#isReady;
  }

  /** The texts in use. */
  get messages(): Messages {
    return this.#messages;
  }

  /** The locale in use: the one asked for, else the page's, else the browser's. */
  get locale(): string {
    return this.#resolved().locale;
  }

  /** The time zone in use: the one asked for, else the device's. */
  get timeZone(): string {
    return this.#resolved().timeZone;
  }

  hostConnected(): void {
    this.#stopWatching = watchLanguage(this.#host, () => this.#host.requestUpdate());
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    const { locale, timeZone } = this.#resolved();
    if (locale !== this.#loadedFor) void this.#load(locale);
    this.#direct?.(this.#messages.direction);
    const { value } = this.#provider;
    if (value.locale === locale && value.timeZone === timeZone && value.messages === this.#messages) return;
    this.#provider.setValue(localization(locale, timeZone, this.#messages));
  }

  hostDisconnected(): void {
    this.#stopWatching?.();
    this.#stopWatching = null;
  }

  /** Texts that cannot be loaded (a cut connection) leave the old ones standing; the next update tries again. */
  async #load(locale: string): Promise<void> {
    this.#loadedFor = locale;
    try {
      const [messages] = await Promise.all([loadMessages(locale), loadShownTexts(locale)]);
      if (messages.direction === 'rtl')
        this.#direct ??= (await import('../dom/own-direction.ts')).ownDirection(this.#host);
      if (locale === this.#loadedFor) this.#messages = messages;
    } catch {
      if (locale === this.#loadedFor) this.#loadedFor = null;
    }
    this.#isReady = true;
    this.#host.requestUpdate();
  }

  #resolved(): { readonly locale: string; readonly timeZone: string } {
    const { locale, timeZone } = this.#wish();
    return {
      locale: locale ?? languageOf(this.#host) ?? navigator.language,
      timeZone: timeZone === null ? deviceZone() : knownZone(timeZone),
    };
  }
}

const zones = new Map<string, string>();

function deviceZone(): string {
  return new Intl.DateTimeFormat('en').resolvedOptions().timeZone;
}

/** The zone of a name; the device's, told once, where there is none: no element could show any time in it. */
function knownZone(name: string): string {
  const known = zones.get(name);
  if (known !== undefined) return known;
  let zone = name;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name }).format();
  } catch {
    zone = deviceZone();
    console.warn(`conversation-elements: "${name}" is no time zone`);
  }
  zones.set(name, zone);
  return zone;
}
