import type { InboxTab } from '../../domain/inbox-tabs.ts';
import type { ConversationSort } from '../../domain/queries.ts';
import type { InboxView } from '../../domain/view-query.ts';

/** What the filter dialog narrows a list by. */
export type Narrowing = Omit<InboxView, 'tab' | 'scope' | 'sort' | 'unreadOnly' | 'text'>;

/** How a list is looked at, as far as it can be written as a string (C13). */
export interface ListLook {
  readonly tab: InboxTab;
  readonly scope: 'mine' | 'branch' | 'all' | 'recipient';
  readonly sort: ConversationSort;
  readonly unreadOnly: boolean;
  readonly text: string;
  readonly narrowing: Narrowing;
}

/** The question of the look as a view; without tab where none are shown. */
export function viewOf({ tab, scope, sort, unreadOnly, text, narrowing }: ListLook): InboxView {
  return {
    ...narrowing,
    ...(scope !== 'recipient' && { tab }),
    sort,
    ...(unreadOnly && { unreadOnly }),
    ...(text !== '' && { text }),
  };
}

/** How many kinds of filters are set. */
export function countNarrowings(narrowing: Narrowing): number {
  return Object.keys(narrowing).filter((field) => field !== 'unknown').length;
}
