import { queryInTab } from './inbox-tabs.ts';
import type { InboxTab } from './inbox-tabs.ts';
import type { ChannelKind, ConversationState } from './model.ts';
import type { ConversationQuery, ConversationScope, ConversationSort } from './queries.ts';
import { timespanBounds } from './timespan-bounds.ts';
import type { HereAndNow, Timespan } from './timespan.ts';

/** How an agent looks at the inbox. Absent = not narrowed, or as the element says. Can be written as one string (C13). */
export interface InboxView {
  readonly tab?: InboxTab;
  readonly scope?: 'mine' | 'branch' | 'all';
  readonly sort?: ConversationSort;
  readonly states?: readonly ConversationState[];
  readonly channels?: readonly ChannelKind[];
  /** `null` stands for "without co-worker". */
  readonly coWorkerIds?: readonly (string | null)[];
  readonly branchIds?: readonly (string | null)[];
  readonly teamIds?: readonly (string | null)[];
  readonly tags?: readonly string[];
  readonly unreadOnly?: boolean;
  readonly started?: Timespan;
  readonly text?: string;
  /** VW2: what a newer version wrote; kept as it is and written again. */
  readonly unknown?: readonly string[];
}

/** VW4: the question a view asks, here and now; `scope` where the view names none. */
export function viewQuery(
  view: InboxView,
  context: HereAndNow & { readonly agentId: string; readonly scope: ConversationScope },
): ConversationQuery {
  const { tab, sort, started, scope } = view;
  const query: ConversationQuery = {
    ...filtersOf(view),
    scope: scope ? { kind: scope } : context.scope,
    sort: sort ?? 'oldest',
    ...(started && timespanBounds(started, context)),
  };
  return tab ? queryInTab(query, tab, context.agentId) : query;
}

function filtersOf(view: InboxView): Partial<ConversationQuery> {
  const { states, channels, coWorkerIds, branchIds, teamIds, tags, unreadOnly, text } = view;
  return {
    ...(states && { states }),
    ...(channels && { channels }),
    ...(coWorkerIds && { coWorkerIds }),
    ...(branchIds && { branchIds }),
    ...(teamIds && { teamIds }),
    ...(tags && { tags }),
    ...(unreadOnly !== undefined && { unreadOnly }),
    ...(text !== undefined && { text }),
  };
}
