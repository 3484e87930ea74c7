/** How long a chunk that could not be loaded waits, ms. */
const waitMs = 10_000;

/**
 * Loads a chunk that nobody waits for, and asks again until it is there: when the device comes online, at the latest ten
 * seconds later. Resolves when it has loaded.
 */
export async function keepLoading(load: () => Promise<unknown>, page: Window = globalThis.window): Promise<void> {
  for (;;) {
    try {
      await load();
      return;
    } catch {
      await new Promise<void>((goOn) => {
        const again = (): void => {
          page.clearTimeout(timer);
          page.removeEventListener('online', again);
          goOn();
        };
        const timer = page.setTimeout(again, waitMs);
        page.addEventListener('online', again);
      });
    }
  }
}
