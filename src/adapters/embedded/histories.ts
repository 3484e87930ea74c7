import { canonicalJson } from '../../domain/canonical-json.ts';
import { AdapterError } from '../../ports/adapter-error.ts';
import { decodeCursor, encodeCursor } from './cursors.ts';
import { LAST } from './keys.ts';
import { messagePlace, mustBeOneOf, placeOf } from './message-places.ts';
import { pageSize } from './pages.ts';
import { recentMessages } from './recent.ts';
import { histories } from './rows.ts';
import type { Place } from './cursors.ts';
import type { EmbeddedTransaction } from './store.ts';
import type { CoWorker, Message } from '../../domain/model.ts';
import type { MessageQuery } from '../../domain/queries.ts';
import type { MessagePage, MessagePageRequest } from '../../ports/adapter.ts';

/** A stretch of history, oldest first. */
export async function listMessages(
  tx: EmbeddedTransaction,
  query: MessageQuery,
  page: MessagePageRequest,
  agent: CoWorker,
): Promise<MessagePage> {
  if (query.kind === 'recent') return recentMessages(tx, query, page, agent);
  if (query.kind === 'recipient') return historyPage(tx, histories.recipient(query.recipientId), page);
  if (!(await tx.get('conversations', query.conversationId))) {
    throw new AdapterError('not-found', `there is no conversation ${query.conversationId}`);
  }
  return historyPage(tx, histories.conversation(query.conversationId), page);
}

/** A page of one history by its name. */
export function historyPage(tx: EmbeddedTransaction, name: string, page: MessagePageRequest): Promise<MessagePage> {
  const { around, cursor, direction } = page;
  mustBeOneOf(page);
  const history = new History(tx, name);
  const limit = pageSize(page.limit);
  if (around !== undefined) return history.around(around, limit);
  const place = cursor === undefined ? null : decodeCursor(history.question, cursor, messagePlace);
  return direction === 'newer' ? history.newer(place, limit) : history.older(place, limit);
}

class History {
  readonly question: string;
  readonly #tx: EmbeddedTransaction;
  readonly #name: string;

  constructor(tx: EmbeddedTransaction, name: string) {
    this.#tx = tx;
    this.#name = name;
    this.question = canonicalJson({ history: name });
  }

  async older(before: Place | null, limit: number): Promise<MessagePage> {
    const found = await this.#read('down', before, limit + 1);
    return this.#page(found.slice(0, limit).reverse(), { older: found.length > limit, newer: before !== null });
  }

  async newer(after: Place | null, limit: number): Promise<MessagePage> {
    const found = await this.#read('up', after, limit + 1);
    return this.#page(found.slice(0, limit), { older: after !== null, newer: found.length > limit });
  }

  /** As many before as after, and more on one side where the other ends. */
  async around(id: string, limit: number): Promise<MessagePage> {
    const row = await this.#tx.get('messages', id);
    if (!row?.historyKeys.some((key) => Array.isArray(key) && key[0] === this.#name)) {
      throw new AdapterError('not-found', `there is no message ${id} in this history`);
    }
    const place = placeOf(row.message);
    const older = await this.#read('down', place, limit);
    const newer = await this.#read('up', place, limit);
    const rest = limit - 1;
    const newerCount = Math.min(newer.length, Math.max(rest - older.length, Math.floor(rest / 2)));
    const olderCount = Math.min(older.length, rest - newerCount);
    const items = [...older.slice(0, olderCount).reverse(), row.message, ...newer.slice(0, newerCount)];
    return this.#page(items, { older: older.length > olderCount, newer: newer.length > newerCount });
  }

  #page(items: readonly Message[], more: { readonly older: boolean; readonly newer: boolean }): MessagePage {
    const [first] = items;
    const last = items.at(-1);
    return {
      items,
      olderCursor: first && more.older ? encodeCursor(this.question, placeOf(first)) : null,
      newerCursor: last && more.newer ? encodeCursor(this.question, placeOf(last)) : null,
    };
  }

  async #read(direction: 'up' | 'down', from: Place | null, limit: number): Promise<readonly Message[]> {
    const whole = { lower: [this.#name], upper: [this.#name, LAST], lowerOpen: true, upperOpen: true };
    const bound = from === null ? {} : { [direction === 'up' ? 'lower' : 'upper']: [this.#name, ...from] };
    const rows = await this.#tx.scan('messages', 'history', { ...whole, ...bound, direction, limit });
    return rows.map(({ message }) => message);
  }
}
