import type { WaitingTarget } from '../domain/waiting-targets.ts';

const minuteMs = 60_000;

/** The waiting-time target of an element's two attributes in minutes; what is no number is as usual. */
export function targetOf({
  dangerAfter,
  lateAfter,
}: {
  readonly dangerAfter: number;
  readonly lateAfter: number;
}): WaitingTarget {
  const lateMs = Math.max(1, lateAfter || 120) * minuteMs;
  return { dangerMs: Math.min(Math.max(0, dangerAfter || 60) * minuteMs, lateMs), lateMs };
}
