import { dayAround, dayKey } from './days.ts';
import type { ConversationQuery } from './queries.ts';

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

/** The instants between which a conversation of this span began (SP1, SP2). */
export function timespanBounds(
  span: Timespan,
  { now, timeZone }: HereAndNow,
): Pick<ConversationQuery, 'startedFrom' | 'startedBefore'> {
  const { from, to } = typeof span === 'string' ? daysOf(span, dayKey(now, timeZone)) : span;
  return {
    ...(from !== null && { startedFrom: dayOf(from, timeZone).start }),
    ...(to !== null && { startedBefore: dayOf(to, timeZone).end }), // SP1: the last day counts whole
  };
}

/** SP2: first and last day of a moving span, today included. */
export function daysOf(span: RelativeSpan, today: string): { readonly from: string; readonly to: string } {
  switch (span) {
    case 'today':
      return { from: today, to: today };
    case 'yesterday':
      return { from: shiftDay(today, -1), to: shiftDay(today, -1) };
    case 'last-7-days':
      return { from: shiftDay(today, -6), to: today };
    case 'last-30-days':
      return { from: shiftDay(today, -29), to: today };
    case 'this-month':
      return { from: `${today.slice(0, 8)}01`, to: today };
  }
}

/** Whether a text is a day of the calendar, written `2026-11-22`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** The day so many days later; earlier when negative. */
export function shiftDay(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** SP3: how a zone is called beside a span, at that time of the year: `Central European Standard Time`. */
export function zoneName(timeZone: string, locale: string, at: number): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'long' }).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

/** Noon in Greenwich is on this day, the one before or the one after, wherever one is. */
function dayOf(key: string, timeZone: string): { readonly start: number; readonly end: number } {
  const around = dayAround(Date.parse(`${key}T12:00:00Z`), timeZone);
  if (around.key < key) return dayAround(around.end, timeZone);
  return around.key > key ? dayAround(around.start - 1, timeZone) : around;
}
