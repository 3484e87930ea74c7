import type { ReactiveControllerHost } from 'lit';
import { languageOf, watchLanguage } from '../dom/page-language.ts';
import { loadMessages } from '../locales/messages.ts';
import type { localization, Localization } from './localization.ts';

/**
 * What elements show that stand in no provider: the language of the page, else of the browser, in the zone of the device.
 * The page may change its language at any time.
 */
export class Standalone {
  #value: Localization;
  readonly #make: typeof localization;
  readonly #known = new WeakSet<ReactiveControllerHost>();
  /** Those of them that are in the page. */
  readonly #shown = new Set<ReactiveControllerHost>();

  constructor(value: Localization, make: typeof localization) {
    this.#value = value;
    this.#make = make;
  }

  /** Follows the page. */
  watch(): void {
    watchLanguage(document.documentElement, () => void this.#renew());
  }

  get value(): Localization {
    return this.#value;
  }

  /** Renders an element anew when the language changes, also when that was while it was out of the page. */
  follow(host: ReactiveControllerHost): void {
    if (this.#known.has(host)) return;
    this.#known.add(host);
    host.addController({
      hostConnected: () => {
        this.#shown.add(host);
        host.requestUpdate();
      },
      hostDisconnected: () => this.#shown.delete(host),
    });
  }

  /** Texts that cannot be loaded leave the old ones standing. */
  async #renew(): Promise<void> {
    const value = await load(this.#make).catch(() => null);
    if (value?.locale !== pageLocale() || value.locale === this.#value.locale) return;
    this.#value = value;
    for (const host of this.#shown) host.requestUpdate();
  }
}

let opening: Promise<Standalone> | null = null;

/**
 * The one of this page.
 *
 * @param make - puts a localization together
 */
export function openStandalone(make: typeof localization): Promise<Standalone> {
  opening ??= load(make).then(
    (value) => {
      const standalone = new Standalone(value, make);
      standalone.watch();
      return standalone;
    },
    (reason: unknown) => {
      opening = null;
      throw reason;
    },
  );
  return opening;
}

async function load(make: typeof localization): Promise<Localization> {
  const locale = pageLocale();
  const { timeZone } = new Intl.DateTimeFormat('en').resolvedOptions();
  return make(locale, timeZone, await loadMessages(locale));
}

function pageLocale(): string {
  return languageOf(document.documentElement) ?? navigator.language;
}
