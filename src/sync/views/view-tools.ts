import type { BackendSession, ReadingCalls } from '../../ports/adapter.ts';
import type { Clock } from '../../ports/clock.ts';
import type { ClientStore } from '../../store/client-store.ts';
import type { Connection } from '../connection.ts';
import type { DraftBook } from '../drafts/draft-book.ts';
import type { LocalDesk } from '../local-desk.ts';

/** Rows per page: enough for a tall screen and its overscan. */
const pageSize = 50;

/** What views are made from. */
export interface ViewTools {
  readonly adapter: ReadingCalls;
  readonly clock: Clock;
  readonly connection: Connection;
  readonly store: ClientStore;
  readonly drafts: DraftBook;
  /** What keeps, sends and listens; `null` until storage is open. */
  readonly desk: () => LocalDesk | null;
  readonly backend: () => BackendSession | null;
  /** Resolves when changes are being listened to, so that nothing falls between a listing and the feed. */
  readonly untilSubscribed: () => Promise<void>;
}

/** Nor is a page longer than this, whatever the backend would give: it is shown only when the last row has come. */
const longestPage = 200;

/**
 * How many rows to ask for at once.
 *
 * @param wanted - how many are missing, or are shown already: who has scrolled far wants to get on
 */
export function pageSizeOf(tools: ViewTools, wanted = 0): number {
  const size = Math.min(Math.max(pageSize, wanted), longestPage);
  return Math.min(size, tools.backend()?.capabilities.limits.maxPageSize ?? pageSize);
}
