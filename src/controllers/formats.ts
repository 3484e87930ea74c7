const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Instances by locale and zone: making an Intl formatter costs more than thousands of uses. */
const shared = new Map<string, Formats>();

/** Numbers, dates and times as one reader sees them: their locale (12 or 24 hours with it) and their time zone. */
export class Formats {
  readonly locale: string;
  readonly timeZone: string;
  readonly #formatters = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat | Intl.RelativeTimeFormat>();

  /** Use {@link formatsFor}, which shares instances. */
  constructor(locale: string, timeZone: string) {
    this.locale = locale;
    this.timeZone = timeZone;
  }

  number(value: number): string {
    return this.#number('number', {}).format(value);
  }

  /** Time of day: 14:32 or 2:32 PM. */
  time(at: number): string {
    return this.#date('time', { timeStyle: 'short' }).format(at);
  }

  /** The whole date: Tuesday 3 March 2026. */
  longDate(at: number): string {
    return this.#date('long-date', { dateStyle: 'full' }).format(at);
  }

  /** Everything, for a title on hover and for assistive technology. */
  dateTime(at: number): string {
    return this.#date('date-time', { dateStyle: 'full', timeStyle: 'short' }).format(at);
  }

  /** Day and time in little room. */
  moment(at: number): string {
    return this.#date('moment', { dateStyle: 'medium', timeStyle: 'short' }).format(at);
  }

  /** To the second, in little room: for what happened when. */
  exact(at: number): string {
    return this.#date('exact', { dateStyle: 'medium', timeStyle: 'medium' }).format(at);
  }

  /** As a list shows it: the time today, the weekday within a week, else the date, with the year when it is another. */
  short(at: number, now: number): string {
    if (this.#day(at) === this.#day(now)) return this.time(at);
    if (at < now && now - at < 6 * dayMs) return this.#date('weekday', { weekday: 'short' }).format(at);
    const year = this.#date('year', { year: 'numeric' });
    if (year.format(at) === year.format(now))
      return this.#date('day-month', { day: 'numeric', month: 'short' }).format(at);
    return this.#date('short-date', { dateStyle: 'short' }).format(at);
  }

  /** A day as a separator: today, yesterday, else the date. */
  day(at: number, now: number): string {
    const days = this.#dayNumber(at) - this.#dayNumber(now);
    if (days === 0 || days === -1) return capitalised(this.#relative().format(days, 'day'), this.locale);
    return this.longDate(at);
  }

  /** A stretch of time in its two largest units: 3h 12m, 2d 4h, never less than one minute. */
  duration(ms: number): string {
    const minutes = Math.max(1, Math.floor(ms / minuteMs));
    const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
    if (days > 0) return this.#units([days, 'day'], [hours, 'hour']);
    if (hours > 0) return this.#units([hours, 'hour'], [rest, 'minute']);
    return this.#units([rest, 'minute']);
  }

  /** The same in one unit, where there is little room: 3h. */
  shortDuration(ms: number): string {
    if (ms >= dayMs) return this.#units([Math.floor(ms / dayMs), 'day']);
    if (ms >= hourMs) return this.#units([Math.floor(ms / hourMs), 'hour']);
    return this.#units([Math.max(1, Math.floor(ms / minuteMs)), 'minute']);
  }

  #units(...amounts: readonly (readonly [number, 'day' | 'hour' | 'minute'])[]): string {
    return amounts
      .filter(([amount]) => amount > 0)
      .map(([amount, unit]) => this.#number(unit, { style: 'unit', unit, unitDisplay: 'narrow' }).format(amount))
      .join(' ');
  }

  #day(at: number): string {
    return this.#date('day', { year: 'numeric', month: 'numeric', day: 'numeric' }).format(at);
  }

  /** Days since the epoch of the calendar day that `at` falls on in this zone. */
  #dayNumber(at: number): number {
    const parts = this.#date('day-parts', { year: 'numeric', month: 'numeric', day: 'numeric', calendar: 'iso8601' });
    const of = (type: string): number =>
      Number(parts.formatToParts(at).find((part) => part.type === type)?.value ?? Number.NaN);
    return Date.UTC(of('year'), of('month') - 1, of('day')) / dayMs;
  }

  #date(name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    return this.#cached(
      `date ${name}`,
      () => new Intl.DateTimeFormat(this.locale, { ...options, timeZone: this.timeZone }),
    );
  }

  #number(name: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
    return this.#cached(`number ${name}`, () => new Intl.NumberFormat(this.locale, options));
  }

  #relative(): Intl.RelativeTimeFormat {
    return this.#cached('relative', () => new Intl.RelativeTimeFormat(this.locale, { numeric: 'auto' }));
  }

  #cached<T extends Intl.DateTimeFormat | Intl.NumberFormat | Intl.RelativeTimeFormat>(name: string, make: () => T): T {
    const found = this.#formatters.get(name) ?? make();
    this.#formatters.set(name, found);
    return found as T;
  }
}

/** The formats of a locale and zone; what the browser does not know is replaced by English and UTC. */
export function formatsFor(locale: string, timeZone: string): Formats {
  const key = `${locale} ${timeZone}`;
  const formats = shared.get(key) ?? new Formats(knownLocale(locale), knownTimeZone(timeZone));
  shared.set(key, formats);
  return formats;
}

function knownLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

function knownTimeZone(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}

function capitalised(text: string, locale: string): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}
