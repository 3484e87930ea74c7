import { ForwardingAdapter } from '../../../src/adapters/forwarding-adapter.ts';
import type { Message } from '../../../src/domain/model.ts';
import type { SearchPart } from '../../../src/ports/parts/search.ts';
import type { MessageQuery } from '../../../src/domain/queries.ts';
import { messageMatcher } from '../../../src/domain/message-search.ts';
import type {
  AdapterParts,
  CallOptions,
  MessagePage,
  MessagePageRequest,
  MessagingAdapter,
  Page,
} from '../../../src/ports/adapter.ts';
import { longConversationId, longCount, longMessages, placeOfLong } from './long-messages.ts';

const cursorPrefix = 'long:';
const usualLimit = 50;
const searchedAtOnce = 5_000;

/**
 * A backend whose longest conversation has 100,000 messages before those that are stored: they are made page by page when
 * somebody asks, so that nothing has to be filled before the first message is on screen.
 */
export class LongHistory extends ForwardingAdapter {
  #startedAt: Promise<number> | null = null;

  constructor(adapter: MessagingAdapter) {
    super({ name: adapter.name, load: () => Promise.resolve(adapter), owns: true });
  }

  override async listMessages(
    query: MessageQuery,
    page: MessagePageRequest = {},
    options?: CallOptions,
  ): Promise<MessagePage> {
    if (query.kind !== 'conversation' || query.conversationId !== longConversationId)
      return super.listMessages(query, page, options);
    const limit = page.limit ?? usualLimit;
    if (page.cursor?.startsWith(cursorPrefix)) {
      const place = Number(page.cursor.slice(cursorPrefix.length));
      if (page.direction !== 'newer') return this.#made(place - limit, place);
      return place < longCount ? this.#made(place, place + limit) : this.#stored(query, limit, options);
    }
    if (page.cursor === undefined && page.direction === 'newer') return this.#made(0, limit);
    const centre = page.around === undefined ? -1 : placeOfLong(page.around);
    if (centre >= 0) return this.#made(centre - (limit >> 1), centre + (limit >> 1));
    return goingOn(await super.listMessages(query, page, options));
  }

  override part<K extends keyof AdapterParts>(name: K): AdapterParts[K] | undefined {
    const part = super.part(name);
    if (name !== 'search' || !part) return part;
    return {
      searchMessages: (...call: Parameters<SearchPart['searchMessages']>) => this.#search(...call),
    } as AdapterParts[K];
  }

  /** What is stored comes first, then what is made, a stretch at a time. */
  async #search(...[search, page, options]: Parameters<SearchPart['searchMessages']>): Promise<Page<Message>> {
    const isLong = search.in.kind === 'conversation' && search.in.conversationId === longConversationId;
    if (!isLong || !page?.cursor?.startsWith(cursorPrefix)) {
      const stored = await super.part('search')?.searchMessages(search, page, options);
      const found = stored ?? { items: [], nextCursor: null, total: null };
      const isDone = isLong && found.nextCursor === null;
      return isDone ? { ...found, nextCursor: `${cursorPrefix}${longCount}` } : found;
    }
    const end = Number(page.cursor.slice(cursorPrefix.length));
    const start = Math.max(0, end - searchedAtOnce);
    const made = await this.#made(start, end);
    const items = made.items.filter(messageMatcher(search.text, search.filesOnly)).reverse();
    return { items, nextCursor: start > 0 ? `${cursorPrefix}${start}` : null, total: null };
  }

  async #made(from: number, to: number): Promise<MessagePage> {
    this.#startedAt ??= this.getConversation(longConversationId).then(({ startedAt }) => startedAt);
    const [start, end] = [Math.max(0, from), Math.min(longCount, to)];
    return {
      items: longMessages(start, end, await this.#startedAt),
      olderCursor: start > 0 ? `${cursorPrefix}${start}` : null,
      newerCursor: `${cursorPrefix}${end}`,
    };
  }

  /** The stored messages from the first one on. */
  async #stored(query: MessageQuery, limit: number, options?: CallOptions): Promise<MessagePage> {
    let page = await super.listMessages(query, { limit }, options);
    while (page.olderCursor !== null)
      page = await super.listMessages(query, { cursor: page.olderCursor, limit }, options);
    return goingOn(page);
  }
}

/** Before the first stored message come those that are made. */
function goingOn(page: MessagePage): MessagePage {
  return page.olderCursor === null ? { ...page, olderCursor: `${cursorPrefix}${longCount}` } : page;
}
