import type { ReactiveControllerHost } from 'lit';
import { languageOf, watchLanguage } from '../dom/page-language.ts';
import { loadMessages } from '../locales/messages.ts';
import type { localization, Localization } from './localization.ts';

/** So many followers are remembered before those that are gone are forgotten. */
const few = 64;

/**
 * What elements show that stand in no provider: the language of the page, else of the browser, in the zone of the device.
 * The page may change its language at any time.
 */
export class Standalone {
  #value: Localization;
  readonly #make: typeof localization;
  /** Elements that show it; weak, as elements come and go while the page stays. */
  readonly #followers = new Set<WeakRef<ReactiveControllerHost>>();
  readonly #known = new WeakSet<ReactiveControllerHost>();
  #most = few;

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

  /** Renders an element anew when the language changes. */
  follow(host: ReactiveControllerHost): void {
    if (this.#known.has(host)) return;
    this.#known.add(host);
    this.#followers.add(new WeakRef(host));
    if (this.#followers.size <= this.#most) return;
    for (const follower of this.#followers) if (!follower.deref()) this.#followers.delete(follower);
    this.#most = Math.max(few, this.#followers.size * 2);
  }

  /** Texts that cannot be loaded leave the old ones standing. */
  async #renew(): Promise<void> {
    const value = await load(this.#make).catch(() => null);
    if (value?.locale !== pageLocale() || value.locale === this.#value.locale) return;
    this.#value = value;
    for (const follower of this.#followers) follower.deref()?.requestUpdate();
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
