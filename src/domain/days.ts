const formatters = new Map<string, Intl.DateTimeFormat>();

/** A calendar day somewhere on earth. */
export interface Day {
  /** `2026-11-22`. */
  readonly key: string;
  /** First instant of the day, epoch ms. */
  readonly start: number;
  /** First instant of the next day. */
  readonly end: number;
}

/** The calendar day of an instant in a time zone, as `2026-11-22`. */
export function dayKey(at: number, timeZone: string): string {
  return wallClock(at, timeZone).key;
}

/** The day looked up last, by time zone: the next question is mostly about the same one. */
const lastDays = new Map<string, Day>();

/** The whole day around an instant; days of 23 and 25 hours, and days whose midnight does not exist, are right too. */
export function dayAround(at: number, timeZone: string): Day {
  const last = lastDays.get(timeZone);
  if (last && at >= last.start && at < last.end) return last;
  const { key } = wallClock(at, timeZone);
  const start = startOfDay(at, timeZone);
  // 30 hours on is inside the next day however long this one is.
  const day = { key, start, end: startOfDay(start + 30 * 3_600_000, timeZone) };
  lastDays.set(timeZone, day);
  return day;
}

/** Walks back by the wall clock, then mends what a change of clocks since midnight made wrong. */
function startOfDay(at: number, timeZone: string): number {
  const { key, sinceMidnightMs } = wallClock(at, timeZone);
  const guess = at - sinceMidnightMs;
  const wall = wallClock(guess, timeZone);
  if (wall.key < key) return guess + (86_400_000 - wall.sinceMidnightMs);
  const earlier = guess - wall.sinceMidnightMs;
  const start = wallClock(earlier, timeZone).key === key ? earlier : guess;
  // Clocks that go back to midnight show the first hour twice.
  const before = wallClock(start - 1, timeZone);
  return before.key === key ? start - 1 - before.sinceMidnightMs : start;
}

/** What clocks and calendars show at an instant: the day, and how far into it they are. */
export function wallClock(at: number, timeZone: string): { readonly key: string; readonly sinceMidnightMs: number } {
  const parts = new Map(
    formatterFor(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const number = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type));
  const seconds = (number('hour') * 60 + number('minute')) * 60 + number('second');
  const key = `${(parts.get('year') ?? '').padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}`;
  return { key, sinceMidnightMs: seconds * 1000 + (((at % 1000) + 1000) % 1000) };
}

/** Making a formatter costs more than using it a hundred times. */
function formatterFor(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    });
    formatters.set(timeZone, formatter);
  }
  return formatter;
}
