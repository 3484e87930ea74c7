import type { MessagingAdapter } from '../ports/adapter.ts';
import type { Clock } from '../ports/clock.ts';
import type { Connectivity } from '../ports/connectivity.ts';
import type { Draft, LocalStorage } from '../ports/storage.ts';
import type { TabLink } from '../ports/tab-link.ts';
import type * as Later from './later.ts';
import type * as Lists from './lists.ts';

/** Whose outbox, drafts and tabs: nothing crosses from one owner to another. */
export interface Owner {
  readonly tenantId: string;
  readonly agentId: string;
}

/** What developers hear; never message text, tokens or addresses. */
export type Log = (level: 'debug' | 'warn' | 'error', message: string) => void;

/** What makes a desk, see {@link SessionEnvironment.loadDesk}. */
export interface DeskParts {
  readonly later: typeof Later;
  /** Opened once the owner is known. */
  readonly openStorage: (owner: Owner) => LocalStorage | Promise<LocalStorage>;
  readonly openTabs: (owner: Owner) => TabLink;
}

/** What shows and counts many conversations. */
export type ListParts = typeof Lists;

/** What is worth waiting for before more is loaded. */
export interface Leisure {
  /** Resolves when everything that was asked of the backend first has been answered. */
  readonly answered: Promise<void>;
  /** Resolves when somebody needs what waits. */
  readonly wanted: Promise<void>;
}

/** Everything a session takes from outside. `src/session.ts` fills in the browser's. */
export interface SessionEnvironment {
  readonly adapter: MessagingAdapter;
  readonly clock: Clock;
  readonly connectivity: Connectivity;
  /** What keeps, sends and listens: not needed for the first messages, so it may come in a chunk of its own. */
  readonly loadDesk: () => Promise<DeskParts>;
  /** What shows and counts many conversations: a page with one of them does without. */
  readonly loadLists: () => Promise<ListParts>;
  /** Resolves when what is only needed later may load, at the latest a moment after the sign-in. */
  readonly leisure: (moment: Leisure) => Promise<void>;
  /** Keeps the last words of a draft, at once, while storage is still on its way. */
  readonly journal: (owner: Owner, draft: Draft) => void;
  /** Calls back when the page may have missed something. Returns what stops it. */
  readonly onWake: (listener: () => void) => () => void;
  /** Calls back when the page may never run again. Returns what stops it. */
  readonly onLeave: (listener: () => void) => () => void;
  readonly token: (reason: 'connect' | 'expired') => Promise<string>;
  readonly locale: string;
  readonly timeZone: string;
  /** From 0 up to 1; spreads retries. */
  readonly random: () => number;
  /** A new client id (UUIDv7). */
  readonly newClientId: () => string;
  readonly log: Log;
}
