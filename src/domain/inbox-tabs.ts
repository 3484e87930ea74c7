import type { Conversation, ConversationState } from './model.ts';
import type { ConversationQuery } from './queries.ts';

/** A tab of the inbox (C6). A conversation can stand in several: whose owner is me is assigned as well. */
export type InboxTab = 'new' | 'assigned-to-me' | 'assigned' | 'all' | 'spam' | 'archived';

/** Every tab, in the order in which they are shown. */
export const inboxTabs: readonly InboxTab[] = ['new', 'assigned-to-me', 'assigned', 'all', 'spam', 'archived'];

/** How many conversations stand in a tab, and how many of them hold something unread. */
export interface TabCount {
  readonly total: number;
  readonly unread: number;
}

/** A count for every tab. */
export type TabCounts = Readonly<Record<InboxTab, TabCount>>;

/** What a tab is made of; the part of a query that the tab decides. */
export type TabQuery = Required<Pick<ConversationQuery, 'states'>> & Pick<ConversationQuery, 'coWorkerIds'>;

const statesOf: Readonly<Record<InboxTab, readonly ConversationState[]>> = {
  new: ['new'],
  'assigned-to-me': ['assigned'], // IT1
  assigned: ['assigned'], // IT1: mine too, as it is the overview of all work that has an owner
  all: ['new', 'assigned', 'archived'], // IT2: spam bothers nobody again
  spam: ['spam'],
  archived: ['archived'],
};

/** What a tab asks for (IT1, IT2). */
export function tabQuery(tab: InboxTab, agentId: string): TabQuery {
  const states = statesOf[tab];
  return tab === 'assigned-to-me' ? { states, coWorkerIds: [agentId] } : { states };
}

/** IT3: a query inside a tab. The tab and the filters narrow together; what both exclude leaves an empty list. */
export function queryInTab(query: ConversationQuery, tab: InboxTab, agentId: string): ConversationQuery {
  const wanted = tabQuery(tab, agentId);
  const coWorkerIds = shared(wanted.coWorkerIds, query.coWorkerIds);
  return { ...query, states: shared(wanted.states, query.states) ?? [], ...(coWorkerIds && { coWorkerIds }) };
}

/** Whether a conversation stands in a tab. */
export function isInTab(
  tab: InboxTab,
  { state, coWorkerId }: Pick<Conversation, 'state' | 'coWorkerId'>,
  agentId: string,
): boolean {
  return statesOf[tab].includes(state) && (tab !== 'assigned-to-me' || coWorkerId === agentId);
}

/** The tabs a conversation stands in, in the order in which they are shown. */
export function tabsOf(conversation: Conversation, agentId: string): readonly InboxTab[] {
  return inboxTabs.filter((tab) => isInTab(tab, conversation, agentId));
}

/** Counts every tab by looking at every conversation: for short lists, and as the reference that deltas are held against. */
export function countTabs(conversations: Iterable<Conversation>, agentId: string): TabCounts {
  let counts = noCounts;
  for (const after of conversations) counts = applyCountChange(counts, { before: null, after }, agentId);
  return counts;
}

/** Conversations that no tab tells apart, counted together. */
export interface CountedGroup extends Pick<Conversation, 'state' | 'coWorkerId'>, TabCount {}

/** Counts every tab from groups that somebody else counted, as a database does. */
export function countGroups(groups: readonly CountedGroup[], agentId: string): TabCounts {
  const counts = inboxTabs.map((tab) => {
    const own = groups.filter((group) => isInTab(tab, group, agentId));
    const sum = (pick: (group: TabCount) => number): number => own.reduce((so, group) => so + pick(group), 0);
    return [tab, { total: sum(({ total }) => total), unread: sum(({ unread }) => unread) }] as const;
  });
  return Object.fromEntries(counts) as Record<InboxTab, TabCount>;
}

/** What a change makes of one conversation: `null` = it was not, or is no longer, among those that are counted. */
export interface CountChange {
  readonly before: Conversation | null;
  readonly after: Conversation | null;
}

/**
 * IT4: counts after one conversation changed, without looking at any other.
 * @returns the same object when no count changed
 */
export function applyCountChange(counts: TabCounts, { before, after }: CountChange, agentId: string): TabCounts {
  const next: Record<InboxTab, TabCount> = { ...counts };
  let isSame = true;
  for (const tab of inboxTabs) {
    const left = countIn(tab, before, agentId);
    const entered = countIn(tab, after, agentId);
    if (left.total === entered.total && left.unread === entered.unread) continue;
    isSame = false;
    const { total, unread } = counts[tab];
    next[tab] = { total: total + entered.total - left.total, unread: unread + entered.unread - left.unread };
  }
  return isSame ? counts : next;
}

const nothing: TabCount = { total: 0, unread: 0 };

/** Every tab empty. */
export const noCounts: TabCounts = {
  new: nothing,
  'assigned-to-me': nothing,
  assigned: nothing,
  all: nothing,
  spam: nothing,
  archived: nothing,
};

function countIn(tab: InboxTab, conversation: Conversation | null, agentId: string): TabCount {
  if (!conversation || !isInTab(tab, conversation, agentId)) return nothing;
  return { total: 1, unread: conversation.unreadCount > 0 ? 1 : 0 };
}

function shared<T>(first: readonly T[] | undefined, second: readonly T[] | undefined): readonly T[] | undefined {
  if (!first || !second) return first ?? second;
  return first.filter((one) => second.includes(one));
}
