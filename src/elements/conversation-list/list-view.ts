import type { InboxTab } from '../../domain/inbox-tabs.ts';
import type { ConversationSort } from '../../domain/queries.ts';
import { formatView, type InboxView, parseView } from '../../domain/saved-view.ts';

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

/** The look as the string of a saved view. */
export function writeLook({ tab, scope, sort, unreadOnly, text, narrowing }: ListLook): string {
  return formatView({
    ...narrowing,
    tab,
    ...(scope !== 'recipient' && { scope }),
    sort,
    ...(unreadOnly && { unreadOnly }),
    ...(text !== '' && { text }),
  });
}

/** What a saved view says; what it leaves open stays as it is. */
export function readLook(view: string, now: ListLook): ListLook {
  const { tab, scope, sort, unreadOnly = false, text = '', ...narrowing } = parseView(view).view;
  return {
    tab: tab ?? 'all',
    scope: now.scope === 'recipient' ? now.scope : (scope ?? now.scope),
    sort: sort ?? now.sort,
    unreadOnly,
    text,
    narrowing,
  };
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
