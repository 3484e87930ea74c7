import type { Connectivity } from '../../ports/connectivity.ts';
import { browserFeature } from './browser-features.ts';
import { Listeners } from './listeners.ts';

/** What tells about the network; a page's `window` or a worker's `self`. */
export interface NetworkScope extends Partial<Pick<EventTarget, 'addEventListener' | 'removeEventListener'>> {
  readonly navigator?: { readonly onLine?: boolean };
}

/**
 * The browser's own idea of the network. Online where the browser does not say. Listens to the browser only while
 * somebody listens here.
 */
export function browserConnectivity(scope: NetworkScope = globalThis): Connectivity {
  const listeners = new Listeners();
  const tell = (): void => listeners.tell();
  return {
    get online() {
      return browserFeature(() => scope.navigator?.onLine) ?? true;
    },
    subscribe(listener) {
      if (listeners.size === 0) {
        scope.addEventListener?.('online', tell);
        scope.addEventListener?.('offline', tell);
      }
      const stop = listeners.add(listener);
      return () => {
        stop();
        if (listeners.size > 0) return;
        scope.removeEventListener?.('online', tell);
        scope.removeEventListener?.('offline', tell);
      };
    },
  };
}
