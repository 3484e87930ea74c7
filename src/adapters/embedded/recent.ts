import { AdapterError } from '../../ports/adapter-error.ts';
import { canonicalJson, decodeCursor, encodeCursor } from './cursors.ts';
import { LAST } from './keys.ts';
import { pageSize } from './lists.ts';
import { conversationHistory } from './rows.ts';
import { scopeKey } from './scopes.ts';
import { compareMessages } from '../../domain/timeline.ts';
import type { EmbeddedTransaction } from './store.ts';
import type { ConversationRow } from './tables.ts';
import type { CoWorker, Message } from '../../domain/model.ts';
import type { MessageQuery } from '../../domain/queries.ts';
import type { MessagePage, MessagePageRequest } from '../../ports/adapter.ts';

const recentCount = 100;

/**
 * The last 100 messages over all conversations in scope. Reads conversations from the one with the newest message on,
 * and stops at the first whose newest message is older than all that were found.
 */
export async function recentMessages(
  tx: EmbeddedTransaction,
  query: Extract<MessageQuery, { kind: 'recent' }>,
  page: MessagePageRequest,
  agent: CoWorker,
): Promise<MessagePage> {
  const question = canonicalJson(query);
  const limit = pageSize(page.limit, recentCount);
  const scope = scopeKey(query.scope, agent);
  const messages = await newest(tx, scope);
  const [from, to] = stretch(messages, page, limit, question);
  const items = messages.slice(from, to);
  const cursorOf = (message: Message | undefined, more: boolean): string | null =>
    message && more ? encodeCursor(question, [message.at, message.position, message.id]) : null;
  return {
    items,
    olderCursor: cursorOf(items[0], from > 0),
    newerCursor: cursorOf(items.at(-1), to < messages.length),
  };
}

function stretch(
  messages: readonly Message[],
  page: MessagePageRequest,
  limit: number,
  question: string,
): readonly [number, number] {
  if (page.around !== undefined) {
    const centre = messages.findIndex(({ id }) => id === page.around);
    if (centre < 0) throw new AdapterError('not-found', `no message ${page.around} among the last ones`);
    const from = Math.max(0, Math.min(centre - Math.floor(limit / 2), messages.length - limit));
    return [from, Math.min(messages.length, from + limit)];
  }
  if (page.cursor === undefined) return [Math.max(0, messages.length - limit), messages.length];
  const [at, position, id] = decodeCursor(question, page.cursor, 3) as [number, number, string];
  const place = messages.filter((message) => compareMessages(message, { ...message, at, position, id }) < 0).length;
  if (page.direction !== 'newer') return [Math.max(0, place - limit), place];
  const from = messages[place]?.id === id ? place + 1 : place;
  return [from, Math.min(messages.length, from + limit)];
}

async function newest(tx: EmbeddedTransaction, scope: string): Promise<readonly Message[]> {
  let messages: readonly Message[] = [];
  let upper: ConversationRow | null = null;
  for (;;) {
    const rows: readonly ConversationRow[] = await tx.scan('conversations', 'recent', {
      lower: [scope],
      upper: upper ? [scope, upper.newestMessageAt, upper.id] : [scope, LAST],
      upperOpen: true,
      direction: 'down',
      limit: 20,
    });
    for (const row of rows) {
      const oldest = messages.length < recentCount ? null : (messages[0] as Message);
      if (oldest && row.newestMessageAt < oldest.at) return messages;
      const more = await newestOf(tx, row.id, oldest?.at ?? -Infinity);
      messages = [...messages, ...more].sort(compareMessages).slice(-recentCount);
    }
    upper = rows.at(-1) ?? null;
    if (!upper) return messages;
  }
}

async function newestOf(tx: EmbeddedTransaction, conversationId: string, from: number): Promise<readonly Message[]> {
  const history = conversationHistory(conversationId);
  const rows = await tx.scan('messages', 'history', {
    lower: [history, from],
    upper: [history, LAST],
    direction: 'down',
    limit: recentCount,
  });
  return rows.map(({ message }) => message);
}
