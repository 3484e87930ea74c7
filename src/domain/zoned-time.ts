import { wallClock } from './days.ts';

/**
 * The instant at which clocks in a zone show a time (SL5). A time that is skipped in spring is the same distance after
 * the skip; one that comes twice in autumn is the first.
 * @param local - `2026-11-22T14:30`, as a page's date and time field gives it
 * @returns epoch ms; `null` if it is no time
 */
export function zonedTime(local: string, timeZone: string): number | null {
  const wanted = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local) ? Date.parse(`${local}:00Z`) : NaN;
  if (Number.isNaN(wanted) || new Date(wanted).toISOString().slice(0, 16) !== local) return null;
  // A day before and after are on either side of any change of clocks.
  const offsets = [offsetAt(wanted - 86_400_000, timeZone), offsetAt(wanted + 86_400_000, timeZone)];
  const fitting = offsets.map((offset) => wanted - offset).filter((at) => at + offsetAt(at, timeZone) === wanted);
  return fitting.length > 0 ? Math.min(...fitting) : wanted - (offsets[0] ?? 0);
}

/** What clocks in a zone show at an instant, for a page's date and time field: `2026-11-22T14:30`. */
export function localTime(at: number, timeZone: string): string {
  return new Date(at + offsetAt(at, timeZone)).toISOString().slice(0, 16);
}

/** How far the clocks of a zone are ahead of UTC, ms. */
function offsetAt(at: number, timeZone: string): number {
  const { key, sinceMidnightMs } = wallClock(at, timeZone);
  return Date.parse(`${key}T00:00:00Z`) + sinceMidnightMs - at;
}
