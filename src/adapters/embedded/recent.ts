import { canonicalJson } from '../../domain/canonical-json.ts';
import { AdapterError } from '../../ports/adapter-error.ts';
import { decodeCursor, encodeCursor } from './cursors.ts';
import { messagePlace, mustBeOneOf, placeOf } from './message-places.ts';
import { LAST } from './keys.ts';
import { pageSize } from './pages.ts';
import { histories } from './rows.ts';
import { scopeKey } from './scopes.ts';
import { compareMessages } from '../../domain/timeline.ts';
import type { EmbeddedTransaction } from './store.ts';
import type { ConversationRow } from './tables.ts';
import type { CoWorker, Message } from '../../domain/model.ts';
import type { MessageQuery } from '../../domain/queries.ts';
import type { MessagePage, MessagePageRequest } from '../../ports/adapter.ts';

const recentCount = 100;
const conversationsAtOnce = 25;

/** The last 100 messages over all conversations in scope, in pages if a smaller limit is asked for. */
export async function recentMessages(
  tx: EmbeddedTransaction,
  query: Extract<MessageQuery, { kind: 'recent' }>,
  page: MessagePageRequest,
  agent: CoWorker,
): Promise<MessagePage> {
  mustBeOneOf(page);
  const question = canonicalJson({ ...query, agent: agent.id });
  const messages = await newestInScope(tx, scopeKey(query.scope, agent));
  const [from, to] = stretch(messages, page, question);
  const cursor = (message: Message | undefined, isMore: boolean): string | null =>
    message && isMore ? encodeCursor(question, placeOf(message)) : null;
  return {
    items: messages.slice(from, to),
    olderCursor: cursor(messages[from], from > 0),
    newerCursor: cursor(messages[to - 1], to < messages.length),
  };
}

/** Which of the last messages are on the page. */
function stretch(
  messages: readonly Message[],
  page: MessagePageRequest,
  question: string,
): readonly [from: number, to: number] {
  const limit = pageSize(page.limit, recentCount);
  const end = messages.length;
  if (page.around !== undefined) {
    const centre = messages.findIndex(({ id }) => id === page.around);
    if (centre < 0) throw new AdapterError('not-found', `message ${page.around} is not among the last ones`);
    const from = Math.max(0, Math.min(centre - Math.floor(limit / 2), end - limit));
    return [from, Math.min(end, from + limit)];
  }
  if (page.cursor === undefined)
    return page.direction === 'newer' ? [0, Math.min(end, limit)] : [Math.max(0, end - limit), end];
  const [at, position, id] = decodeCursor(question, page.cursor, messagePlace) as [number, number, string];
  const isBefore = (message: Message): boolean => compareMessages(message, { ...message, at, position, id }) < 0;
  const place = messages.filter(isBefore).length;
  if (page.direction !== 'newer') return [Math.max(0, place - limit), place];
  const from = messages[place]?.id === id ? place + 1 : place;
  return [from, Math.min(end, from + limit)];
}

/**
 * Reads conversations from the one with the newest message on, and stops at the first whose newest message is older than
 * all that were found: what that costs does not depend on the length of any history.
 */
async function newestInScope(tx: EmbeddedTransaction, scope: string): Promise<readonly Message[]> {
  let messages: readonly Message[] = [];
  let last: ConversationRow | undefined;
  do {
    const rows: readonly ConversationRow[] = await tx.scan('conversations', 'recent', {
      lower: [scope],
      upper: last ? [scope, last.newestMessageAt, last.id] : [scope, LAST],
      upperOpen: true,
      direction: 'down',
      limit: conversationsAtOnce,
    });
    for (const { id, newestMessageAt } of rows) {
      const oldestAt = messages.length < recentCount ? -Infinity : (messages[0]?.at ?? -Infinity);
      if (newestMessageAt < oldestAt) return messages;
      const newer = await newestOf(tx, id, oldestAt);
      messages = [...messages, ...newer].sort(compareMessages).slice(-recentCount);
    }
    last = rows.at(-1);
  } while (last);
  return messages;
}

async function newestOf(tx: EmbeddedTransaction, conversationId: string, fromAt: number): Promise<readonly Message[]> {
  const history = histories.conversation(conversationId);
  const rows = await tx.scan('messages', 'history', {
    lower: [history, fromAt],
    upper: [history, LAST],
    direction: 'down',
    limit: recentCount,
  });
  return rows.map(({ message }) => message);
}
