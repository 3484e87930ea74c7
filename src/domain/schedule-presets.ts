import { wallClock } from './days.ts';
import { zonedTime } from './zoned-time.ts';

/** A time that people often mean. */
export interface SchedulePreset {
  readonly id: 'in-an-hour' | 'this-evening' | 'tomorrow' | 'monday';
  /** Epoch ms. */
  readonly at: number;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const stepMs = 300_000;

/** Times to send at (SL7): in an hour, this evening at six, tomorrow and on Monday at nine, by the clocks of a zone. */
export function schedulePresets(now: number, timeZone: string): readonly SchedulePreset[] {
  const { key } = wallClock(now, timeZone);
  const weekday = new Date(`${key}T00:00:00Z`).getUTCDay();
  const toMonday = (8 - weekday) % 7 || 7;
  const at = (days: number, time: string): number => {
    const day = new Date(Date.parse(`${key}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
    return zonedTime(`${day}T${time}`, timeZone) ?? now;
  };
  const evening = at(0, '18:00');
  return [
    { id: 'in-an-hour', at: Math.ceil((now + hourMs) / stepMs) * stepMs },
    ...(evening > now + hourMs ? [{ id: 'this-evening', at: evening } as const] : []),
    { id: 'tomorrow', at: at(1, '09:00') },
    ...(toMonday > 1 ? [{ id: 'monday', at: at(toMonday, '09:00') } as const] : []),
  ];
}
