import { v7 as uuid } from 'uuid';
import { adapterByName, borrowedAdapter } from './adapters/by-name.ts';
import { browserConnectivity } from './adapters/web/browser-connectivity.ts';
import { openLocalStorage } from './adapters/web/open-local-storage.ts';
import { onLeave, onWake } from './adapters/web/page-lifecycle.ts';
import { storageNames } from './adapters/web/storage-names.ts';
import { systemClock } from './adapters/web/system-clock.ts';
import { openTabLink } from './adapters/web/tab-link.ts';
import type { MessagingAdapter } from './ports/adapter.ts';
import type { Clock } from './ports/clock.ts';
import type { Connectivity } from './ports/connectivity.ts';
import type { LocalStorage } from './ports/storage.ts';
import type { TabLink } from './ports/tab-link.ts';
import { nothing } from './store/nothing.ts';
import type { Log, Owner } from './sync/context.ts';
import { Session } from './sync/messaging-session.ts';
import type { MessagingSession } from './sync/session-api.ts';

export { adapterByName, borrowedAdapter };

/** What a session is made of. Only the adapter is needed; the browser provides the rest. */
export interface SessionOptions {
  /** The backend. */
  readonly adapter: MessagingAdapter;
  /** Where outbox and drafts are kept, or how to open it for one tenant and agent. Default: a database in the browser. */
  readonly storage?: LocalStorage | ((owner: Owner) => LocalStorage | Promise<LocalStorage>);
  /** Where time comes from. Default: the machine. */
  readonly clock?: Clock;
  /** What tells about the network. Default: the browser. */
  readonly connectivity?: Connectivity;
  /** How tabs work together, or how to join those of one tenant and agent. Default: the browser's locks and channels. */
  readonly tabs?: TabLink | ((owner: Owner) => TabLink);
  /** BCP 47 tag given to the adapter. Default: the browser's first language. */
  readonly locale?: string;
  /** IANA zone given to the adapter. Default: the device's. */
  readonly timeZone?: string;
  /** Mints a short-lived token for the backend; asked again with `expired` when one ran out. */
  readonly token?: (reason: 'connect' | 'expired') => Promise<string>;
  /** For developers; never receives message text, tokens or addresses. */
  readonly log?: Log;
  /** Chance, from 0 up to 1: spreads retries in time. Default: the machine's. */
  readonly random?: () => number;
}

/** A session may also run where there is no page, as in a worker or a server's test. */
const isPage = typeof globalThis.addEventListener === 'function';

/**
 * Starts a session at once; `status.value.phase` tells how it goes. Close it when it is no longer needed: outbox and
 * drafts stay on the device.
 */
export function createSession(options: SessionOptions): MessagingSession {
  const { adapter, clock = systemClock, connectivity = browserConnectivity(), storage, tabs } = options;
  return new Session({
    adapter,
    clock,
    connectivity,
    openStorage: (owner) => {
      if (typeof storage === 'function') return storage(owner);
      return storage ?? openLocalStorage({ ...owner, clock });
    },
    openTabs: (owner) => {
      if (typeof tabs === 'function') return tabs(owner);
      return tabs ?? openTabLink({ name: `${storageNames(owner.tenantId, owner.agentId).database}/tabs` });
    },
    onWake: (listener) => (isPage ? onWake(listener) : nothing),
    onLeave: (listener) => (isPage ? onLeave(listener) : nothing),
    token: options.token ?? (() => Promise.resolve('')),
    locale: options.locale ?? (isPage ? navigator.language : 'en'),
    timeZone: options.timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone,
    random: options.random ?? Math.random,
    newClientId: () => uuid(),
    log: options.log ?? nothing,
  });
}
