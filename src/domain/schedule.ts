import { wallClock } from './days.ts';
import type { ReplyWindow } from './reply-window.ts';
import { zonedTime } from './zoned-time.ts';

const dayMs = 86_400_000;
const minuteMs = 60_000;

/** Times of the day at which customers are left alone, in minutes after midnight; `from` after `to` goes over midnight. */
export interface QuietHours {
  readonly fromMinute: number;
  readonly toMinute: number;
  /** Where the customer is, or the business. */
  readonly timeZone: string;
}

/** Why a message cannot be sent at a time, or should not (SL1 to SL4). */
export type ScheduleProblem =
  | { readonly type: 'past' }
  | { readonly type: 'too-far'; readonly latestAt: number }
  /** The reply window will have closed by then; only an approved template may go, or nothing. */
  | { readonly type: 'window-closed'; readonly closesAt: number }
  /** `nextAt`: when the quiet hours end. */
  | { readonly type: 'quiet'; readonly nextAt: number };

/** What a time is judged by. */
export interface ScheduleContext {
  /** The backend's time, epoch ms. */
  readonly now: number;
  /** The window of the channel; templates are not bound by it. */
  readonly window: ReplyWindow;
  readonly content: 'free-text' | 'template';
  /** `null`: there are none. */
  readonly quiet: QuietHours | null;
  /** How far ahead the backend keeps messages, ms. */
  readonly maxAheadMs: number;
}

/** SL2: a year. */
export const defaultMaxAheadMs = 365 * dayMs;
/** SL6: long enough to see a mistake. */
export const defaultUndoMs = 8000;

/** What is wrong with a time to send at; `null` if nothing. `quiet` is a warning, the others refuse. */
export function scheduleProblem(sendAt: number, context: ScheduleContext): ScheduleProblem | null {
  const { now, window, content, quiet, maxAheadMs } = context;
  if (!(sendAt > now)) return { type: 'past' };
  if (sendAt > now + maxAheadMs) return { type: 'too-far', latestAt: now + maxAheadMs };
  // SL3
  const closesAt = content === 'free-text' && window.state === 'open' ? window.closesAt : null;
  if (closesAt !== null && sendAt >= closesAt) return { type: 'window-closed', closesAt };
  const nextAt = quiet && quietUntil(sendAt, quiet);
  return nextAt === null ? null : { type: 'quiet', nextAt };
}

/** When the quiet hours around an instant end; `null` when it is not in them (SL4). */
export function quietUntil(at: number, { fromMinute, toMinute, timeZone }: QuietHours): number | null {
  const { key, sinceMidnightMs } = wallClock(at, timeZone);
  const minute = Math.floor(sinceMidnightMs / minuteMs);
  const end = toMinute % (dayMs / minuteMs);
  const overMidnight = fromMinute > end;
  const isQuiet = overMidnight ? minute >= fromMinute || minute < end : minute >= fromMinute && minute < end;
  if (!isQuiet) return null;
  const day = overMidnight && minute >= fromMinute ? nextDay(key) : key;
  return zonedTime(`${day}T${clock(end)}`, timeZone);
}

/**
 * Until when a message waits before it leaves, so that it can be taken back (SL6). It never waits so long that its reply
 * window closes.
 * @returns epoch ms; `now` where it leaves at once
 */
export function holdUntil(now: number, undoMs: number, window: ReplyWindow): number {
  const until = now + Math.max(0, undoMs);
  const closesAt = window.state === 'open' ? window.closesAt : null;
  return closesAt === null ? until : Math.max(now, Math.min(until, closesAt - minuteMs));
}

/** How long a message can still be taken back, ms; 0 when it cannot (SL6). */
export function undoLeft(notBefore: number, now: number): number {
  return Math.max(0, notBefore - now);
}

function nextDay(key: string): string {
  return new Date(Date.parse(`${key}T00:00:00Z`) + dayMs).toISOString().slice(0, 10);
}

function clock(minute: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
