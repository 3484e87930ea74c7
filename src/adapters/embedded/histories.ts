import { AdapterError } from '../../ports/adapter-error.ts';
import { canonicalJson, decodeCursor, encodeCursor } from './cursors.ts';
import { LAST } from './keys.ts';
import { pageSize } from './lists.ts';
import { conversationHistory, historyKey, recipientHistory } from './rows.ts';
import { recentMessages } from './recent.ts';
import type { EmbeddedTransaction } from './store.ts';
import type { Key } from './tables.ts';
import type { CoWorker, Message } from '../../domain/model.ts';
import type { MessageQuery } from '../../domain/queries.ts';
import type { MessagePage, MessagePageRequest } from '../../ports/adapter.ts';

type Place = readonly (string | number)[];

/** A stretch of history, oldest first. */
export async function listMessages(
  tx: EmbeddedTransaction,
  query: MessageQuery,
  page: MessagePageRequest,
  agent: CoWorker,
): Promise<MessagePage> {
  if (page.around !== undefined && page.cursor !== undefined) {
    throw new AdapterError('invalid', 'a page has a cursor or a centre, not both', { path: 'around' });
  }
  if (query.kind === 'recent') return recentMessages(tx, query, page, agent);
  const history = new History(tx, query);
  await history.mustExist(query);
  const limit = pageSize(page.limit);
  if (page.around !== undefined) return history.around(page.around, limit);
  if (page.cursor === undefined) return history.older(null, limit);
  const place = decodeCursor(history.question, page.cursor, 3);
  return page.direction === 'newer' ? history.newer(place, limit) : history.older(place, limit);
}

class History {
  readonly question: string;
  readonly #tx: EmbeddedTransaction;
  readonly #name: string;

  constructor(tx: EmbeddedTransaction, query: Exclude<MessageQuery, { kind: 'recent' }>) {
    this.#tx = tx;
    this.question = canonicalJson(query);
    this.#name =
      query.kind === 'conversation' ? conversationHistory(query.conversationId) : recipientHistory(query.recipientId);
  }

  async mustExist(query: MessageQuery): Promise<void> {
    if (query.kind !== 'conversation') return;
    if (await this.#tx.get('conversations', query.conversationId)) return;
    throw new AdapterError('not-found', `no conversation ${query.conversationId}`);
  }

  async older(before: Place | null, limit: number): Promise<MessagePage> {
    const found = await this.#read('down', before, limit + 1);
    const items = found.slice(0, limit).reverse();
    return this.#page(items, { older: found.length > limit, newer: before !== null });
  }

  async newer(after: Place, limit: number): Promise<MessagePage> {
    const found = await this.#read('up', after, limit + 1);
    return this.#page(found.slice(0, limit), { older: true, newer: found.length > limit });
  }

  async around(id: string, limit: number): Promise<MessagePage> {
    const row = await this.#tx.get('messages', id);
    if (!row?.historyKeys.some((key) => Array.isArray(key) && key[0] === this.#name)) {
      throw new AdapterError('not-found', `no message ${id} in this history`);
    }
    const place = placeOf(row.message);
    const older = await this.#read('down', place, limit);
    const newer = await this.#read('up', place, limit);
    const newerShare = Math.min(newer.length, Math.max(limit - 1 - older.length, Math.floor((limit - 1) / 2)));
    const olderShare = Math.min(older.length, limit - 1 - newerShare);
    const items = [...older.slice(0, olderShare).reverse(), row.message, ...newer.slice(0, newerShare)];
    return this.#page(items, { older: older.length > olderShare, newer: newer.length > newerShare });
  }

  #page(items: readonly Message[], more: { readonly older: boolean; readonly newer: boolean }): MessagePage {
    const first = items[0];
    const last = items.at(-1);
    return {
      items,
      olderCursor: first && more.older ? encodeCursor(this.question, placeOf(first)) : null,
      newerCursor: last && more.newer ? encodeCursor(this.question, placeOf(last)) : null,
    };
  }

  async #read(direction: 'up' | 'down', from: Place | null, limit: number): Promise<readonly Message[]> {
    const place: Key[] = [this.#name, ...(from ?? [])];
    const rows = await this.#tx.scan(
      'messages',
      'history',
      direction === 'up'
        ? { lower: place, lowerOpen: true, upper: [this.#name, LAST], limit }
        : {
            lower: [this.#name],
            upper: from === null ? [this.#name, LAST] : place,
            upperOpen: true,
            direction: 'down',
            limit,
          },
    );
    return rows.map(({ message }) => message);
  }
}

function placeOf(message: Message): Place {
  return (historyKey('', message) as Place).slice(1);
}
