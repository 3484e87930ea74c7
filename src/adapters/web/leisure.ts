import type { Clock } from '../../ports/clock.ts';
import { systemClock } from './system-clock.ts';

/** How long what is not needed at first may wait for what is. */
const patienceMs = 500;
/** How long a busy page may put it off after that. */
const busyMs = 200;

/** What is worth waiting for. */
export interface LeisureMoment {
  /** Resolves when what was asked of the backend first has been answered. */
  readonly answered: Promise<void>;
  /** Resolves when somebody needs what waits. */
  readonly wanted: Promise<void>;
}

/** What is used of a page; in a worker there is none of it. */
export interface LeisureScope {
  readonly document?: { readonly hidden: boolean };
  readonly requestAnimationFrame?: (callback: () => void) => unknown;
  /** Safari has none. */
  readonly requestIdleCallback?: (callback: () => void, options: { readonly timeout: number }) => unknown;
}

/**
 * Resolves when more may load without being in the way of what the page shows first: once that has been answered and
 * painted, when somebody needs it, or when waiting has lasted long enough. At once where there is no page to paint.
 */
export async function leisure(
  { answered, wanted }: LeisureMoment,
  clock: Clock = systemClock,
  scope: LeisureScope = globalThis,
): Promise<void> {
  if (!scope.document) return;
  await new Promise<void>((resolve) => {
    const cancel = clock.after(patienceMs, resolve);
    void Promise.race([wanted, answered.then(() => idle(scope))]).then(() => {
      cancel();
      resolve();
    });
  });
}

/** After two frames, the first of which may still be at work on what was answered, and when nothing else is to be done. */
async function idle(scope: LeisureScope): Promise<void> {
  if (scope.document?.hidden) return;
  const frame = () => new Promise<void>((resolve) => scope.requestAnimationFrame?.(resolve));
  await frame();
  await frame();
  if (scope.requestIdleCallback)
    await new Promise<void>((resolve) => scope.requestIdleCallback?.(resolve, { timeout: busyMs }));
}
