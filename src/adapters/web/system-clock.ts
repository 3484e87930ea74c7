import type { Clock } from '../../ports/clock.ts';

/** Browsers keep the delay in 32 bits; a longer one would fire at once. */
const longestTimeoutMs = 2 ** 31 - 1;

/** The machine's own clock and timers: the one place of the library that reads them. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(delayMs, callback) {
    if (delayMs === Infinity) return () => undefined;
    let remainingMs = Math.max(0, Number.isNaN(delayMs) ? 0 : delayMs);
    let timer: ReturnType<typeof setTimeout>;
    const wait = (): void => {
      const stepMs = Math.min(remainingMs, longestTimeoutMs);
      remainingMs -= stepMs;
      timer = setTimeout(() => (remainingMs > 0 ? wait() : callback()), stepMs);
    };
    wait();
    return () => clearTimeout(timer);
  },
};
