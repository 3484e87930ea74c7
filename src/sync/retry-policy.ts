import type { AdapterError } from '../ports/adapter-error.ts';

/** Waiting times between attempts. */
const firstMs = 1_000;
const longestMs = 60_000;
/** A backend that asks for more patience than this is not believed. */
const longestAskedMs = 15 * 60_000;

/**
 * How long to wait before the next attempt: exponential with jitter, never shorter than what the backend asked for.
 *
 * @param attempt - 1 after the first failure
 * @param random - from 0 up to 1; spreads clients that failed together
 */
export function backoffMs(attempt: number, random: number, askedMs: number | null = null): number {
  const ceilingMs = Math.min(longestMs, firstMs * 2 ** Math.min(attempt - 1, 16));
  const waitMs = ceilingMs / 2 + (ceilingMs / 2) * random;
  return askedMs !== null && askedMs > 0 ? Math.max(waitMs, Math.min(askedMs, longestAskedMs)) : waitMs;
}

/**
 * How long until `until`, epoch ms of this device. Nobody waits longer than the longest wait there is: then the clock was
 * set back, and the wait is over.
 */
export function remainingMs(until: number, now: number): number {
  const remaining = until - now;
  return remaining > longestAskedMs ? 0 : Math.max(0, remaining);
}

/** What an unsuccessful attempt means. */
export type Verdict = 'sign-in' | 'unknown' | 'again' | 'failed';

/** Decides by the typed error alone. Whether the backend has the message comes first, whether to repeat second. */
export function verdictOf(error: AdapterError): Verdict {
  if (error.code === 'unauthenticated') return 'sign-in';
  if (!error.refused) return 'unknown';
  // Stopped from here before it left, as by the end of the session: nobody refused it.
  if (error.code === 'aborted') return 'again';
  return error.retry ? 'again' : 'failed';
}
