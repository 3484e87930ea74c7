/** The languages of the demo, as each calls itself. */
export const languageNames = {
  en: 'English',
  nl: 'Nederlands',
  de: 'Deutsch',
  fr: 'Français',
  ar: 'العربية',
} as const;

export type DemoLanguage = keyof typeof languageNames;

/** What the address of a page asks for. */
export interface PageOptions {
  readonly language: DemoLanguage;
  /** 1 to 4: which co-worker sits here; 5 is the supervisor. */
  readonly agent: number;
  readonly direction: 'ltr' | 'rtl';
  /** `null`: as the device has it. */
  readonly theme: 'light' | 'dark' | null;
  /** Where messages are: in this browser, or at the gateway that serves the page. */
  readonly backend: 'local' | 'gateway';
  /** Empty everything and begin anew. */
  readonly reset: boolean;
  /** Open the conversation with 100,000 messages; it is in this browser. */
  readonly isLong: boolean;
}

const usualBackend = 'gateway';
/** Behind the four who answer customers. */
const supervisor = 5;

/** Reads `?lang`, `?agent`, `?backend`, `?dir`, `?theme`, `?reset` and `?conversation=long`; what is missing or nonsense gets its default. */
export function readOptions(search: string, deviceLanguage: string): PageOptions {
  const asked = new URLSearchParams(search);
  const language = languageIn(asked.get('lang') ?? deviceLanguage);
  const direction = asked.get('dir');
  const agent = asked.get('agent') === 'supervisor' ? supervisor : Number(asked.get('agent'));
  const theme = asked.get('theme');
  return {
    language,
    agent: Number.isInteger(agent) && agent >= 1 && agent <= supervisor ? agent : 1,
    backend: backendIn(asked.get('backend')),
    direction: direction === 'rtl' || direction === 'ltr' ? direction : language === 'ar' ? 'rtl' : 'ltr',
    theme: theme === 'light' || theme === 'dark' ? theme : null,
    reset: asked.has('reset'),
    isLong: asked.get('conversation') === 'long',
  };
}

function languageIn(asked: string): DemoLanguage {
  const [language = ''] = asked.toLowerCase().split('-');
  return language in languageNames ? (language as DemoLanguage) : 'en';
}

function backendIn(asked: string | null): PageOptions['backend'] {
  return asked === 'local' || asked === 'gateway' ? asked : usualBackend;
}

/** What another page of the demo needs to be told to work with the same backend, in the same language. */
export function sharedOptions({ language, backend }: PageOptions): string {
  return new URLSearchParams({ lang: language, ...(backend !== usualBackend && { backend }) }).toString();
}

/** The address of this page with one option changed and the place kept. */
export function withOption(
  location: Pick<Location, 'pathname' | 'search' | 'hash'>,
  name: string,
  value: string,
): string {
  const search = new URLSearchParams(location.search);
  search.set(name, value);
  return `${location.pathname}?${search.toString()}${location.hash}`;
}

/** Puts language, direction and theme on the page. */
export function applyOptions(options: PageOptions, root: HTMLElement): void {
  root.lang = options.language;
  root.dir = options.direction;
  if (options.theme) root.dataset.theme = options.theme;
}

/** Takes `?reset` out of the address, so that a reload does not empty everything again. */
export function forgetReset(): void {
  const search = new URLSearchParams(location.search);
  search.delete('reset');
  const rest = search.toString();
  history.replaceState(history.state, '', `${location.pathname}${rest ? `?${rest}` : ''}${location.hash}`);
}
