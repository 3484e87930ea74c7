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

/**
 * Resolves when more may load without being in the way of what the page shows first: once that has been answered and
 * painted, when somebody needs it, or when waiting has lasted long enough. At once where there is no page to paint.
 */
export async function leisure({ answered, wanted }: LeisureMoment): Promise<void> {
  if (typeof document === 'undefined') return;
  await within(Promise.race([wanted, answered.then(idle)]), patienceMs);
}

/** After two frames, the first of which may still be at work on what was answered, and when nothing else is to be done. */
async function idle(): Promise<void> {
  if (document.hidden) return;
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  // Safari has none.
  if (typeof requestIdleCallback === 'function')
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: busyMs }));
}

function within(work: Promise<void>, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    void work.then(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
