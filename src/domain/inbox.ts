import type { Conversation, CoWorker } from './model.ts';
import { isSnoozed } from './snooze.ts';
import type { ConversationQuery, ConversationScope, ConversationSort } from './queries.ts';
import { includesNumber, includesWords, numberNeedle } from './search-text.ts';
import { channelsUsed } from './used-channels.ts';
import { waitingSinceOf } from './waiting-time.ts';

export { waitingMs } from './waiting-time.ts';

/** Sorts behind every time; a number that JSON and databases keep, as cursors are made of it. */
const last = Number.MAX_SAFE_INTEGER;

/** The tab of the inbox a conversation stands in. */
export type ConversationTab = 'new' | 'assigned-to-me' | 'assigned' | 'archived' | 'spam';

/**
 * Whether a conversation answers a query: scope, filters, and `text` in name, number or tag. A backend that also looks
 * in messages combines {@link matchesFilters} with {@link matchesText}.
 */
export function matchesQuery(
  query: ConversationQuery,
  conversation: Conversation,
  agent: CoWorker,
  now?: number,
): boolean {
  return (
    matchesFilters(query, conversation, agent, now) &&
    (query.text === undefined || matchesText(query.text, conversation))
  );
}

/**
 * Whether a conversation passes scope and filters; `text` is not looked at (IN6, IN7, IN8, IN10).
 *
 * @param now - epoch ms; without it nothing that is put aside until a time has woken yet
 */
export function matchesFilters(
  query: ConversationQuery,
  conversation: Conversation,
  agent: CoWorker,
  now = Number.NEGATIVE_INFINITY,
): boolean {
  const { states, channels, coWorkerIds, branchIds, tags, startedFrom, startedBefore } = query;
  return (
    isInScope(query.scope, conversation, agent) &&
    (!states || states.includes(conversation.state)) &&
    (!channels || channelsUsed(conversation).some((channel) => channels.includes(channel))) &&
    (!coWorkerIds || coWorkerIds.includes(conversation.coWorkerId)) &&
    (!branchIds || branchIds.includes(conversation.branchId)) &&
    (!query.teamIds || query.teamIds.includes(conversation.teamId)) &&
    (!query.recipientKinds || query.recipientKinds.includes(conversation.recipient.kind)) &&
    waitsSinceBefore(query.waitingBefore, conversation) &&
    (!tags || tags.some((tag) => conversation.tags.includes(tag))) &&
    (!query.unreadOnly || conversation.unreadCount > 0) &&
    (query.snoozed === undefined || query.snoozed === isSnoozed(conversation, now)) &&
    (startedFrom === undefined || conversation.startedAt >= startedFrom) &&
    (startedBefore === undefined || conversation.startedAt < startedBefore)
  );
}

/** IN7: whoever does not wait never waits too long. */
function waitsSinceBefore(limit: number | undefined, conversation: Conversation): boolean {
  if (limit === undefined) return true;
  const since = waitingSinceOf(conversation);
  return since !== null && since < limit;
}

function isInScope(scope: ConversationScope, conversation: Conversation, agent: CoWorker): boolean {
  switch (scope.kind) {
    case 'mine':
      return conversation.coWorkerId === agent.id;
    case 'branch':
      return conversation.branchId === agent.branchId;
    case 'recipient':
      return conversation.recipient.id === scope.recipientId;
    case 'all':
      return true;
  }
}

/** Whether name, organisation, a tag or a number (in any spelling) holds the text; empty text matches all (IN4). */
export function matchesText(text: string, conversation: Conversation): boolean {
  if (text.trim() === '') return true;
  const { recipient, tags, channels } = conversation;
  const needle = numberNeedle(text);
  return (
    includesWords(`${recipient.name} ${recipient.organisation ?? ''}`, text) ||
    tags.some((tag) => includesWords(tag, text)) ||
    channels.some(({ address }) => (needle === null ? includesWords(address, text) : includesNumber(address, needle)))
  );
}

/**
 * What a sort compares, ascending, field by field; the last is the id, so no two conversations are equal. Good for
 * keyset cursors as well.
 */
export function sortKey(sort: ConversationSort, conversation: Conversation): readonly [number, number, string] {
  const { id, lastActivityAt } = conversation;
  const since = waitingSinceOf(conversation);
  switch (sort) {
    case 'oldest': // IN1
      return [lastActivityAt, 0, id];
    case 'newest': // IN1
      return [-lastActivityAt, 0, id];
    case 'longest-wait': // IN2: those who wait first, then the rest, newest first
      return since === null ? [last, -lastActivityAt, id] : [since, 0, id];
    case 'shortest-wait': // IN2
      return since === null ? [last, -lastActivityAt, id] : [-since, 0, id];
  }
}

/** The place of a conversation in a list: {@link sortKey}, behind 0 or 1 where pinned ones come first (IN9). */
export function listKey(
  { sort, pinnedFirst }: Pick<ConversationQuery, 'sort' | 'pinnedFirst'>,
  conversation: Conversation,
): readonly (number | string)[] {
  const key = sortKey(sort, conversation);
  return pinnedFirst ? [conversation.pinned ? 0 : 1, ...key] : key;
}

/** What {@link listKey} is made of, to check a cursor against. */
export function listKeyShape({
  pinnedFirst,
}: Pick<ConversationQuery, 'pinnedFirst'>): readonly ('number' | 'string')[] {
  return pinnedFirst ? ['number', 'number', 'number', 'string'] : ['number', 'number', 'string'];
}

/**
 * A total order of conversations for a sort; ties go by id. With `pinnedFirst` what is pinned comes before the rest (IN9);
 * a priority orders nothing (SZ5).
 */
export function compareConversations(
  sort: ConversationSort,
  pinnedFirst = false,
): (a: Conversation, b: Conversation) => number {
  return (a, b) => {
    if (pinnedFirst && a.pinned !== b.pinned && (a.pinned || b.pinned)) return a.pinned ? -1 : 1;
    const [first, second, id] = sortKey(sort, a);
    const [otherFirst, otherSecond, otherId] = sortKey(sort, b);
    if (first !== otherFirst) return first < otherFirst ? -1 : 1;
    if (second !== otherSecond) return second < otherSecond ? -1 : 1;
    if (id === otherId) return 0;
    return id < otherId ? -1 : 1;
  };
}

/** The one tab a conversation stands in for this agent; `All` shows every one of them (IN5). */
export function conversationTab(conversation: Conversation, agentId: string): ConversationTab {
  const { state, coWorkerId } = conversation;
  return state === 'assigned' && coWorkerId === agentId ? 'assigned-to-me' : state;
}
