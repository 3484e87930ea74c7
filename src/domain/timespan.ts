export { daysOf, shiftDay, timespanBounds } from './timespan-bounds.ts';

/** A span that moves with the calendar, so that a saved view stays of use. */
export type RelativeSpan = 'today' | 'yesterday' | 'last-7-days' | 'last-30-days' | 'this-month';

/** In which days a conversation began (C8): a moving span, or days such as `2026-11-22`, both included; `null` = open end. */
export type Timespan = RelativeSpan | { readonly from: string | null; readonly to: string | null };

/** Every span that moves, in the order in which they are offered. */
export const relativeSpans: readonly RelativeSpan[] = [
  'today',
  'yesterday',
  'last-7-days',
  'last-30-days',
  'this-month',
];

/** Now, and where: a day begins at another instant in another zone. */
export interface HereAndNow {
  /** Epoch ms. */
  readonly now: number;
  /** IANA name, the one that is shown beside the span (SP3). */
  readonly timeZone: string;
}

/** Whether a text is a day of the calendar, written `2026-11-22`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** SP3: how a zone is called beside a span, at that time of the year: `Central European Standard Time`. */
export function zoneName(timeZone: string, locale: string, at: number): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'long' }).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}
