import { dayAround, dayKey } from './days.ts';
import type { ConversationQuery } from './queries.ts';
import type { HereAndNow, RelativeSpan, Timespan } from './timespan.ts';

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

/** The day so many days later; earlier when negative. */
export function shiftDay(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Noon in Greenwich is on this day, the one before or the one after, wherever one is. */
function dayOf(key: string, timeZone: string): { readonly start: number; readonly end: number } {
  const around = dayAround(Date.parse(`${key}T12:00:00Z`), timeZone);
  if (around.key < key) return dayAround(around.end, timeZone);
  return around.key > key ? dayAround(around.start - 1, timeZone) : around;
}
