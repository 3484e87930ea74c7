import { dayKey } from './days.ts';
import { zonedTime } from './zoned-time.ts';

/** A stretch of a day, in minutes after midnight by the clocks of the zone; `toMinute` is no longer in it. */
export interface OpenSpan {
  readonly fromMinute: number;
  /** At most 1440, which is midnight. */
  readonly toMinute: number;
}

/** A day with hours of its own: a holiday, a Sunday before Christmas. */
export interface HoursException {
  /** `2026-12-25`. */
  readonly date: string;
  /** What to call it, for people. */
  readonly name: string;
  /** Empty = closed all day. */
  readonly spans: readonly OpenSpan[];
}

/** When a team answers (F4). What stands between two spans of a day is a break. */
export interface OpeningHours {
  /** IANA name, such as `Europe/Amsterdam`. */
  readonly timeZone: string;
  /** Seven days, Monday first; an empty one is closed. */
  readonly week: readonly (readonly OpenSpan[])[];
  readonly exceptions: readonly HoursException[];
}

/** When which team answers. */
export interface TeamHours {
  readonly teamId: string;
  readonly hours: OpeningHours;
}

/** Whether it is open at an instant; if not, which closed period that is. */
export type OpenState =
  | { readonly open: true }
  /** `since`: when this closed period began; `opensAt`: when it ends; `null` where there is no such time. */
  | { readonly open: false; readonly since: number | null; readonly opensAt: number | null };

interface Stretch {
  readonly from: number;
  readonly to: number;
}

const dayMs = 86_400_000;
/** Whoever is closed for longer than this is closed. */
const mostDays = 400;

/**
 * Whether it is open. Both ends of a span are on the clocks of the zone, the end no longer in it (OH1); between two spans is
 * a break (OH2); spans that meet, at midnight too, are one (OH5). Nobody set any hours = always open (OH6).
 */
export function openState(hours: OpeningHours | null, at: number): OpenState {
  if (hours === null) return { open: true };
  const today = dayKey(at, hours.timeZone);
  if (stretchesOf(hours, today).some(({ from, to }) => from <= at && at < to)) return { open: true };
  const before = search(hours, { today, direction: -1 }, ({ to }) => to <= at);
  const after = search(hours, { today, direction: 1 }, ({ from }) => from > at);
  return { open: false, since: before?.to ?? null, opensAt: after?.from ?? null };
}

/** The nearest stretch in one direction; `isIt` leaves out those of today that are on the other side. */
function search(
  hours: OpeningHours,
  { today, direction }: { readonly today: string; readonly direction: 1 | -1 },
  isIt: (stretch: Stretch) => boolean,
): Stretch | null {
  for (let days = 0; days <= mostDays; days += 1) {
    const found = stretchesOf(hours, dayAfter(today, days * direction)).filter(isIt);
    const nearest = direction === 1 ? found[0] : found.at(-1);
    if (nearest) return nearest;
  }
  return null;
}

/** A day's hours as instants. Clocks that change make a stretch shorter or longer, or swallow it (OH4). */
function stretchesOf({ timeZone, week, exceptions }: OpeningHours, date: string): readonly Stretch[] {
  const exception = exceptions.find((each) => each.date === date); // OH3
  const spans = exception?.spans ?? week[weekdayOf(date)] ?? [];
  return spans
    .map(({ fromMinute, toMinute }) => ({
      from: instant(date, fromMinute, timeZone),
      to: instant(date, toMinute, timeZone),
    }))
    .filter(({ from, to }) => from < to);
}

function instant(date: string, minute: number, timeZone: string): number {
  const day = minute === 1440 ? dayAfter(date, 1) : date;
  return zonedTime(`${day}T${clock(minute % 1440)}`, timeZone) ?? 0;
}

function clock(minute: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** Monday is 0. */
function weekdayOf(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
}

function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}
