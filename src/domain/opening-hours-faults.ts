import { dayKey } from './days.ts';
import type { OpeningHours, OpenSpan } from './opening-hours.ts';

/** What is wrong with opening hours that somebody entered, and in which field. */
export interface HoursFault {
  /** Such as `week[2][0].toMinute`. */
  readonly path: string;
  readonly type: 'time-zone' | 'week' | 'minute' | 'order' | 'overlap' | 'date' | 'repeated';
}

/** OH7: everything that is wrong with opening hours, in the order of their fields. */
export function openingHoursFaults({ timeZone, week, exceptions }: OpeningHours): readonly HoursFault[] {
  const faults: HoursFault[] = [];
  if (!isTimeZone(timeZone)) faults.push({ path: 'timeZone', type: 'time-zone' });
  if (week.length !== 7) faults.push({ path: 'week', type: 'week' });
  for (const [day, spans] of week.entries()) faults.push(...spanFaults(spans, `week[${day}]`));
  const dates = new Set<string>();
  for (const [index, { date, spans }] of exceptions.entries()) {
    const path = `exceptions[${index}]`;
    if (!isDate(date)) faults.push({ path: `${path}.date`, type: 'date' });
    if (dates.has(date)) faults.push({ path: `${path}.date`, type: 'repeated' });
    dates.add(date);
    faults.push(...spanFaults(spans, `${path}.spans`));
  }
  return faults;
}

function spanFaults(spans: readonly OpenSpan[], path: string): readonly HoursFault[] {
  let last = -1;
  return spans.flatMap(({ fromMinute, toMinute }, index): HoursFault[] => {
    const here = `${path}[${index}]`;
    const isOverlapping = fromMinute < last;
    last = Math.max(last, toMinute);
    if (!isMinute(fromMinute)) return [{ path: `${here}.fromMinute`, type: 'minute' }];
    if (!isMinute(toMinute)) return [{ path: `${here}.toMinute`, type: 'minute' }];
    if (fromMinute >= toMinute) return [{ path: `${here}.toMinute`, type: 'order' }];
    return isOverlapping ? [{ path: `${here}.fromMinute`, type: 'overlap' }] : [];
  });
}

function isMinute(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= 1440;
}

function isDate(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

function isTimeZone(name: string): boolean {
  try {
    // An empty name would mean the zone of the machine.
    return name !== '' && dayKey(0, name) !== '';
  } catch {
    return false;
  }
}
