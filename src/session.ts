import { v7 as uuid } from 'uuid';
import { adapterByName, borrowedAdapter } from './adapters/by-name.ts';
import { browserConnectivity } from './adapters/web/browser-connectivity.ts';
import { journalEarly } from './adapters/web/early-journal.ts';
import { leisure } from './adapters/web/leisure.ts';
import { onLeave, onWake } from './adapters/web/page-lifecycle.ts';
import { systemClock } from './adapters/web/system-clock.ts';
import type { MessagingAdapter } from './ports/adapter.ts';
import type { Clock } from './ports/clock.ts';
import type { Connectivity } from './ports/connectivity.ts';
import type { LocalStorage } from './ports/storage.ts';
import type { TabLink } from './ports/tab-link.ts';
import { nothing } from './store/nothing.ts';
import type { DeskParts, ListParts, Log, Owner, SessionEnvironment } from './sync/context.ts';
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
  /**
   * Loads all code at once. Default: what stores, sends and listens once the first messages are on screen, or when somebody
   * types or sends before that; what shows lists when the first one is opened.
   */
  readonly eager?: boolean;
}

/** A session may also run where there is no page, as in a worker or a server's test. */
const isPage = typeof globalThis.addEventListener === 'function';

/**
 * Starts a session at once; `status.value.phase` tells how it goes. Close it when it is no longer needed: outbox and
 * drafts stay on the device.
 */
export function createSession(options: SessionOptions): MessagingSession {
  const { adapter, clock = systemClock, connectivity = browserConnectivity() } = options;
  return new Session({
    adapter,
    clock,
    connectivity,
    ...loading(options, clock),
    loadLists,
    journal: (owner, draft) => {
      const { storage } = options;
      if (!storage) journalEarly(owner, draft);
      else if (typeof storage !== 'function') storage.journalDraft(draft); // one that is to be opened cannot keep it yet
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

/** How what is not needed at first is loaded, and when. */
function loading(options: SessionOptions, clock: Clock): Pick<SessionEnvironment, 'loadDesk' | 'leisure'> {
  const load = () => loadDesk(options, clock);
  if (!options.eager) return { loadDesk: load, leisure: (moment) => leisure(moment, clock) };
  loadLists().catch(nothing); // as the desk: the session hears of it when it asks
  let early: Promise<DeskParts> | null = load();
  early.catch(nothing);
  return {
    loadDesk: () => {
      const first = early;
      early = null; // what could not be loaded is asked for anew
      return first ?? load();
    },
    leisure: () => Promise.resolve(),
  };
}

const loadLists = (): Promise<ListParts> => import('./sync/lists.ts');

/** Storage and tabs of the browser, where the host did not bring its own, with what works on them. */
async function loadDesk({ storage, tabs }: SessionOptions, clock: Clock): Promise<DeskParts> {
  const { later, openLocalStorage, openTabLink, storageNames } = await import('./session-desk.ts');
  return {
    later,
    openStorage: (owner) => {
      if (typeof storage === 'function') return storage(owner);
      return storage ?? openLocalStorage({ ...owner, clock });
    },
    openTabs: (owner) => {
      if (typeof tabs === 'function') return tabs(owner);
      return tabs ?? openTabLink({ name: `${storageNames(owner.tenantId, owner.agentId).database}/tabs` });
    },
  };
}
