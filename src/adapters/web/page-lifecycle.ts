import type { PageDocument } from './browser-features.ts';
import { browserFeature } from './browser-features.ts';

/** Where a page's life is heard. */
export interface PageScope extends Partial<Pick<EventTarget, 'addEventListener' | 'removeEventListener'>> {
  readonly document?: PageDocument;
}

/**
 * Calls back when the page may have missed something: it became visible, was thawed, came back from the back/forward
 * cache. Timers stood still meanwhile and connections may be dead. One return can be told more than once.
 *
 * @returns what stops it
 */
export function onWake(listener: () => void, scope: PageScope = globalThis): () => void {
  const page = pageOf(scope);
  const resumed = (): void => listener();
  const visible = (): void => {
    if (page?.visibilityState === 'visible') listener();
  };
  const shown = (event: Event): void => {
    // The first pageshow of a page only says that it has loaded.
    if ('persisted' in event && event.persisted === true) listener();
  };
  return listen([
    [page, 'visibilitychange', visible],
    [page, 'resume', resumed],
    [scope, 'pageshow', shown],
  ]);
}

/**
 * Calls back when the page may never run again: it was hidden, frozen or left. Only synchronous work is certain to be
 * done. One leaving can be told more than once.
 *
 * @returns what stops it
 */
export function onLeave(listener: () => void, scope: PageScope = globalThis): () => void {
  const page = pageOf(scope);
  const left = (): void => listener();
  const hidden = (): void => {
    if (page?.visibilityState === 'hidden') listener();
  };
  return listen([
    [page, 'visibilitychange', hidden],
    [page, 'freeze', left],
    [scope, 'pagehide', left],
  ]);
}

type Subscription = readonly [
  target: Partial<Pick<EventTarget, 'addEventListener' | 'removeEventListener'>> | null,
  type: string,
  listener: (event: Event) => void,
];

function pageOf(scope: PageScope): PageDocument | null {
  return browserFeature(() => scope.document);
}

function listen(subscriptions: readonly Subscription[]): () => void {
  for (const [target, type, listener] of subscriptions) target?.addEventListener?.(type, listener);
  return () => {
    for (const [target, type, listener] of subscriptions) target?.removeEventListener?.(type, listener);
  };
}
