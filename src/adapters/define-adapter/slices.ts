import { canonicalJson } from '../../domain/canonical-json.ts';
import { compareConversations, listKey, listKeyShape } from '../../domain/inbox.ts';
import type { Conversation, Message } from '../../domain/model.ts';
import type { ConversationQuery } from '../../domain/queries.ts';
import { compareMessages } from '../../domain/timeline.ts';
import type { MessagePage, MessagePageRequest, Page, PageRequest } from '../../ports/adapter.ts';
import { AdapterError } from '../../ports/adapter-error.ts';
import { decodeCursor, encodeCursor } from '../embedded/cursors.ts';
import { messagePlace, mustBeOneOf, placeOf } from '../embedded/message-places.ts';
import { pageSize } from '../embedded/pages.ts';

/** A page of conversations. Its cursor is a place in the order, so what moves meanwhile is neither repeated nor hidden. */
export function conversationPage(
  conversations: readonly Conversation[],
  query: ConversationQuery,
  page: PageRequest,
): Page<Conversation> {
  const limit = pageSize(page.limit);
  const question = canonicalJson(query);
  const sorted = [...conversations].sort(compareConversations(query.sort, query.pinnedFirst));
  const after = page.cursor === undefined ? null : decodeCursor(question, page.cursor, listKeyShape(query));
  const rest = after === null ? sorted : sorted.filter((conversation) => isAfter(listKey(query, conversation), after));
  const items = rest.slice(0, limit);
  const last = items.at(-1);
  const nextCursor = last && rest.length > limit ? encodeCursor(question, listKey(query, last)) : null;
  return { items, nextCursor, total: sorted.length };
}

/** A page of messages, oldest first. */
export function messagesPage(
  messages: readonly Message[],
  question: string,
  page: MessagePageRequest,
  usual?: number,
): MessagePage {
  mustBeOneOf(page);
  const sorted = [...messages].sort(compareMessages);
  const [from, to] = bounds(sorted, question, page, pageSize(page.limit, usual));
  const cursor = (message: Message | undefined, isMore: boolean): string | null =>
    message && isMore ? encodeCursor(question, placeOf(message)) : null;
  return {
    items: sorted.slice(from, to),
    olderCursor: cursor(sorted[from], from > 0),
    newerCursor: cursor(sorted[to - 1], to < sorted.length),
  };
}

function bounds(
  sorted: readonly Message[],
  question: string,
  page: MessagePageRequest,
  limit: number,
): readonly [from: number, to: number] {
  const end = sorted.length;
  if (page.around !== undefined) {
    const centre = sorted.findIndex(({ id }) => id === page.around);
    if (centre < 0) throw new AdapterError('not-found', `message ${page.around} is not in this history`);
    const from = Math.max(0, Math.min(centre - Math.floor(limit / 2), end - limit));
    return [from, Math.min(end, from + limit)];
  }
  if (page.cursor === undefined)
    return page.direction === 'newer' ? [0, Math.min(end, limit)] : [Math.max(0, end - limit), end];
  const place = decodeCursor(question, page.cursor, messagePlace);
  const older = sorted.filter((message) => isAfter(place, placeOf(message))).length;
  if (page.direction !== 'newer') return [Math.max(0, older - limit), older];
  const from = sorted.filter((message) => !isAfter(placeOf(message), place)).length;
  return [from, Math.min(end, from + limit)];
}

type Key = readonly (string | number)[];

function isAfter(key: Key, place: Key): boolean {
  for (const [index, part] of key.entries()) {
    const other = place[index];
    if (other !== undefined && part !== other) return part > other;
  }
  return false;
}
