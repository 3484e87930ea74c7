import type { ReplyWindow } from '../domain/reply-window.ts';

const minuteMs = 60_000;

/** How near the end is: `soon` in the last ten minutes, `near` in the last hour. */
export type WindowUrgency = 'open' | 'near' | 'soon';

/** What remains of an open window, in whole minutes, so that it reads the same until the next wake-up. */
export interface WindowLeft {
  readonly leftMs: number;
  readonly urgency: WindowUrgency;
}

/** What remains of a window at `now`; `null` when it has no end or is not open. */
export function windowLeft(window: ReplyWindow, now: number): WindowLeft | null {
  if (window.state !== 'open' || window.closesAt === null) return null;
  const leftMs = Math.ceil((window.closesAt - now) / minuteMs) * minuteMs;
  return { leftMs, urgency: leftMs <= 10 * minuteMs ? 'soon' : leftMs <= 60 * minuteMs ? 'near' : 'open' };
}
