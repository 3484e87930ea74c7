import { hasAttention, onAttention } from './page-attention.ts';

const lockName = 'conversation-elements/attention';

/**
 * Tells other tabs of this browser that somebody looks at this one: by a lock that is held while the page has the focus
 * and that the browser takes back from a page that is gone. Returns what stops it.
 */
export function showAttention(document: Document): () => void {
  let release: (() => void) | null = null;
  const locks = locksOf(document);
  const look = (): void => {
    if (!locks || hasAttention(document) === (release !== null)) return;
    if (release) {
      release();
      release = null;
    } else {
      const held = new Promise<void>((resolve) => (release = resolve));
      void locks.request(lockName, { mode: 'shared' }, () => held).catch(() => undefined);
    }
  };
  look();
  const stop = onAttention(document, look);
  return () => {
    stop();
    release?.();
    release = null;
  };
}

/** Whether somebody looks at this page or at another one of this browser. */
export async function isSomebodyLooking(document: Document): Promise<boolean> {
  if (hasAttention(document)) return true;
  const { held = [] } =
    (await locksOf(document)
      ?.query()
      .catch(() => null)) ?? {};
  return held.some(({ name }) => name === lockName);
}

/** `undefined` where the page is not served securely. */
function locksOf(document: Document): LockManager | undefined {
  return (document.defaultView?.navigator as Partial<Navigator> | undefined)?.locks;
}
