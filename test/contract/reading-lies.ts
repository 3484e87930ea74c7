import { matchesText } from '../../src/domain/inbox.ts';
import type { Conversation, Message } from '../../src/domain/model.ts';
import type { ConversationQuery } from '../../src/domain/queries.ts';
import type { MessagingAdapter, Page } from '../../src/ports/adapter.ts';
import { AdapterError } from '../../src/ports/adapter-error.ts';
import { aConversation } from '../../src/testing/builders.ts';
import type { Lie } from './lying.ts';
import { claims, claimsCapabilities, unless, without } from './lying.ts';

type Listing = MessagingAdapter['listConversations'];
type History = MessagingAdapter['listMessages'];

/** Lists something else than was asked for. */
const lists =
  (list: (honest: Listing, ...asked: Parameters<Listing>) => ReturnType<Listing>): Lie =>
  (honest) => ({
    listConversations: (...asked) => list((...real) => honest.listConversations(...real), ...asked),
  });

/** Reads something else than was asked for. */
const reads =
  (read: (honest: History, ...asked: Parameters<History>) => ReturnType<History>): Lie =>
  (honest) => ({ listMessages: (...asked) => read((...real) => honest.listMessages(...real), ...asked) });

/** Tells something else of each message. */
const says = (change: (message: Message) => Message): Lie =>
  reads(async (honest, ...asked) => {
    const page = await honest(...asked);
    return { ...page, items: page.items.map(change) };
  });

/** Answers `getConversation` with something else. */
const shows =
  (change: (conversation: Conversation) => Conversation): Lie =>
  (honest) => ({ getConversation: async (id, options) => change(await honest.getConversation(id, options)) });

const ignores = (name: keyof ConversationQuery): Lie =>
  lists((honest, query, page, options) => honest(without(query, name) as ConversationQuery, page, options));

const nothing: Page<Conversation> = { items: [], nextCursor: null, total: null };

/** Pages by counting, so that what moves meanwhile is repeated or hidden. */
function byOffset(honest: Listing): Listing {
  return async (query, page = {}, options) => {
    const { items } = await honest(query, { limit: 100 }, options);
    const from = Number(page.cursor ?? 0);
    const to = from + (page.limit ?? 50);
    return { items: items.slice(from, to), nextCursor: to < items.length ? String(to) : null, total: null };
  };
}

function messagesByOffset(honest: History): History {
  return async (query, page = {}, options) => {
    const { items } = await honest(query, { limit: 100 }, options);
    const to = items.length - Number(page.cursor ?? 0);
    const from = Math.max(0, to - (page.limit ?? 50));
    return { items: items.slice(from, to), olderCursor: String(items.length - from), newerCursor: null };
  };
}

/** Lies about signing in, lists and histories, by the check that must catch them. */
export const readingLies: Readonly<Record<string, Readonly<Record<string, Lie>>>> = {
  CN1: {
    'another tenant each time': (() => {
      let count = 0;
      return claims((session) => ({ ...session, tenantId: `tenant-${(count += 1)}` }));
    })(),
  },
  CN2: { 'a clock an hour ahead': claims((session) => ({ ...session, now: session.now + 3_600_000 })) },
  CN3: {
    'a part that is not listed': claimsCapabilities({ parts: ['directory'] }),
    'a listed part that is not there': () => ({ part: () => undefined }),
  },
  CN4: {
    'a smaller page size than it uses': claimsCapabilities({ limits: { maxPageSize: 2, maxTextLength: 4096 } }),
    'no regard for the limit': lists((honest, query, page = {}) => honest(query, without(page, 'limit'))),
    'no regard for the limit of messages': reads((honest, query, page = {}) => honest(query, without(page, 'limit'))),
  },
  CN5: { 'a limit nobody keeps': claimsCapabilities({ limits: { maxPageSize: 200, maxTextLength: 10 } }) },
  CN6: {
    'denies what it does': claims((session) => ({
      ...session,
      capabilities: { ...session.capabilities, can: { ...session.capabilities.can, tag: false } },
    })),
  },
  CN7: {
    'calls what is missing unavailable': (honest) => ({
      getConversation: (id) =>
        unless('not-found', honest.getConversation(id), () => Promise.reject(new AdapterError('unavailable', ''))),
    }),
    'makes up what is missing': (honest) => ({
      getConversation: (id) => unless('not-found', honest.getConversation(id), () => aConversation({ id })),
    }),
    'an empty history for what is missing': reads((honest, ...asked) =>
      unless('not-found', honest(...asked), () => ({ items: [], olderCursor: null, newerCursor: null })),
    ),
  },
  CN8: {
    'rejects with bare errors': (honest) => ({
      getConversation: (id) =>
        unless('not-found', honest.getConversation(id), () => Promise.reject(new TypeError('Failed to fetch'))),
    }),
  },
  CN9: {
    'does not look at the signal when reading': (honest) => ({ getConversation: (id) => honest.getConversation(id) }),
    'does not look at the signal when sending': (honest) => ({ send: (message) => honest.send(message) }),
  },
  CN10: {
    'says stored and stores nothing once aborted': (honest) => ({
      send: async (message, options) => {
        const [sent] = await Promise.all([honest.listMessages({ kind: 'recent', scope: { kind: 'all' } })]);
        if (!options?.signal) return honest.send(message, options);
        return { ...sent.items[0]!, clientId: message.clientId, direction: 'outgoing' };
      },
    }),
  },
  CN11: {
    'hands out objects that go on changing': (honest) => {
      const shown = new Map<string, Conversation>();
      const show = (fresh: Conversation): Conversation => {
        const known = shown.get(fresh.id) ?? { ...fresh };
        shown.set(fresh.id, known);
        return Object.assign(known, fresh);
      };
      return {
        getConversation: async (id) => show(await honest.getConversation(id)),
        send: async (message) => {
          const sent = await honest.send(message);
          show(await honest.getConversation(message.conversationId));
          return sent;
        },
      };
    },
  },
  CN12: { 'does not close': () => ({ close: () => Promise.resolve() }) },
  LC1: {
    'loses one between two pages': lists(async (honest, query, page = {}) => {
      const found = await honest(query, page);
      return page.cursor === undefined ? found : { ...found, items: found.items.slice(1) };
    }),
    'repeats one on the next page': lists(async (honest, query, page = {}) => {
      const [found, first] = [await honest(query, page), await honest(query, { limit: 1 })];
      return page.cursor === undefined ? found : { ...found, items: [...first.items, ...found.items] };
    }),
    'never ends': lists(async (honest, query, page = {}) => {
      const found = await honest(query, page);
      return { ...found, nextCursor: found.nextCursor ?? page.cursor ?? null };
    }),
    'one malformed item': lists(async (honest, query, page) => {
      const found = await honest(query, page);
      return { ...found, items: found.items.map((item, at) => (at === 1 ? { ...item, startedAt: NaN } : item)) };
    }),
  },
  LC2: { 'sorts newest as oldest': lists((honest, query, page) => honest({ ...query, sort: 'oldest' }, page)) },
  LC3: { 'sorts oldest as newest': lists((honest, query, page) => honest({ ...query, sort: 'newest' }, page)) },
  LC4: {
    'sorts the longest wait as newest': lists((honest, query, page) => honest({ ...query, sort: 'newest' }, page)),
  },
  LC5: {
    'sorts the shortest wait as oldest': lists((honest, query, page) => honest({ ...query, sort: 'oldest' }, page)),
  },
  LC6: {
    'does not look at states': ignores('states'),
    'does not look at channels': ignores('channels'),
    'does not look at co-workers': ignores('coWorkerIds'),
    'does not look at branches': ignores('branchIds'),
    'does not look at tags': ignores('tags'),
    'does not look at unreadOnly': ignores('unreadOnly'),
    'does not look at startedFrom': ignores('startedFrom'),
    'does not look at startedBefore': ignores('startedBefore'),
    'hides one that passes': lists(async (honest, query, page) => {
      const found = await honest(query, page);
      return query.unreadOnly ? { ...found, items: found.items.slice(1) } : found;
    }),
  },
  LC7: Object.fromEntries(
    (['mine', 'branch', 'recipient'] as const).map((kind) => [
      `takes ${kind} for all`,
      lists((honest, query, page) =>
        honest(query.scope.kind === kind ? { ...query, scope: { kind: 'all' } } : query, page),
      ),
    ]),
  ),
  LC8: { 'counts wrong': lists(async (honest, ...asked) => ({ ...(await honest(...asked)), total: 1 })) },
  LC9: {
    'pages by offset': (honest) => ({ listConversations: byOffset((...asked) => honest.listConversations(...asked)) }),
  },
  LC10: {
    'takes any cursor for the first page': lists((honest, query, page) =>
      unless('invalid', honest(query, page), () => honest(query)),
    ),
    'takes any cursor for the newest messages': reads((honest, query, page) =>
      unless('invalid', honest(query, page), () => honest(query)),
    ),
  },
  LC11: { 'shows another version alone than in lists': shows((one) => ({ ...one, version: one.version + 1 })) },
  LC12: {
    'finds only lower case': lists(async (honest, query, page) =>
      query.text !== undefined && query.text !== query.text.toLowerCase() ? nothing : honest(query, page),
    ),
    'claims search and has none': lists(async (honest, query, page) =>
      query.text === undefined ? honest(query, page) : Promise.reject(new AdapterError('unsupported', '')),
    ),
  },
  LC13: {
    'finds only one spelling': lists(async (honest, query, page) =>
      query.text?.includes(' ') ? nothing : honest(query, page),
    ),
  },
  LC14: {
    'does not look into messages': lists(async (honest, query, page) => {
      const found = await honest(query, page);
      return { ...found, items: found.items.filter((one) => matchesText(query.text ?? '', one)) };
    }),
    'finds everything': ignores('text'),
  },
  LC15: {
    'says yes to a pin and keeps none': (honest) => ({
      update: (id, change, options) => honest.update(id, without(change, 'pinned'), options),
    }),
    'does not look at pinnedFirst': ignores('pinnedFirst'),
    'puts the pinned ones of each page first': lists(async (honest, query, page) => {
      const found = await honest(without(query, 'pinnedFirst'), page);
      const [pinned, rest] = [true, false].map((isPinned) =>
        found.items.filter((one) => (one.pinned ?? false) === isPinned),
      );
      return { ...found, items: [...(pinned ?? []), ...(rest ?? [])] };
    }),
  },
  LC17: {
    'says yes to a priority and keeps none': (honest) => ({
      update: (id, change, options) => honest.update(id, without(change, 'priority'), options),
    }),
    'puts the urgent ones first': lists(async (honest, query, page) => {
      const found = await honest(query, page);
      const isUrgent = (one: Conversation): number => (one.priority === 'urgent' ? 0 : 1);
      return { ...found, items: found.items.toSorted((a, b) => isUrgent(a) - isUrgent(b)) };
    }),
  },
  LC18: {
    'takes an address for a message': lists(async (honest, query, page) => {
      const { channels: asked } = query;
      const found = await honest(without(query, 'channels'), page);
      if (!asked) return found;
      const has = ({ channels }: Conversation): boolean => channels.some(({ channel }) => asked.includes(channel));
      return { ...found, items: found.items.filter(has) };
    }),
    'does not look at channels': ignores('channels'),
  },
  LC16: {
    'does not look at snoozed': ignores('snoozed'),
    'never lets it wake by itself': lists(async (honest, query, page) => {
      const found = await honest(without(query, 'snoozed'), page);
      const isAsked = (one: Conversation): boolean => query.snoozed === undefined || !one.snooze !== query.snoozed;
      return { ...found, items: found.items.filter(isAsked) };
    }),
  },
  LM1: {
    'newest first': reads(async (honest, ...asked) => {
      const page = await honest(...asked);
      return { ...page, items: [...page.items].reverse() };
    }),
    'says that there is something newer': reads(async (honest, ...asked) => ({
      ...(await honest(...asked)),
      newerCursor: 'more',
    })),
    'begins with the oldest': reads(async (honest, query, page) => {
      const { items } = await honest(query, { limit: 100 });
      return { items: items.slice(0, page?.limit), olderCursor: 'x', newerCursor: null };
    }),
  },
  LM2: {
    'loses one between two pages': reads(async (honest, query, page = {}) => {
      const found = await honest(query, page);
      return page.cursor === undefined ? found : { ...found, items: found.items.slice(0, -1) };
    }),
    'stops early': reads(async (honest, query, page = {}) => {
      const found = await honest(query, page);
      return page.cursor === undefined ? found : { ...found, olderCursor: null };
    }),
  },
  LM3: {
    'pages only one way': reads((honest, query, page = {}) => honest(query, without(page, 'direction'))),
    'stops early': reads(async (honest, query, page) => ({ ...(await honest(query, page)), newerCursor: null })),
  },
  LM4: {
    'does not look at around': reads((honest, query, page = {}) => honest(query, without(page, 'around'))),
    'has no cursor on one side': reads(async (honest, query, page) => ({
      ...(await honest(query, page)),
      newerCursor: null,
    })),
  },
  LM5: {
    'takes any centre for the newest': reads((honest, query, page) =>
      unless('not-found', honest(query, page), () => honest(query)),
    ),
  },
  LM6: {
    'pages by offset': (honest) => ({ listMessages: messagesByOffset((...asked) => honest.listMessages(...asked)) }),
  },
  LM7: {
    'knows one conversation per recipient': reads((honest, query, page) =>
      honest(query.kind === 'recipient' ? { kind: 'conversation', conversationId: 'conversation-1' } : query, page),
    ),
  },
  LM8: {
    'knows one conversation': reads((honest, query, page) =>
      honest(query.kind === 'recent' ? { kind: 'conversation', conversationId: 'conversation-1' } : query, page),
    ),
  },
  LM9: {
    'gives each message the same position': (honest) => ({
      send: async (message) => ({ ...(await honest.send(message)), position: 1 }),
    }),
  },
  LM10: {
    'gives the latest version first': says((message) => ({
      ...message,
      earlier: [...(message.earlier ?? [])].reverse(),
    })),
    'says what was taken back': says((message) => ({ ...message, deletedAt: message.editedAt })),
    'does not say that it was changed': says((message) => ({ ...message, editedAt: null })),
  },
  LM11: {
    'gives the newest messages': reads((honest, query, page = {}) =>
      honest(query, page.cursor === undefined ? without(page, 'direction') : page),
    ),
    'says that there is something older': reads(async (honest, query, page = {}) => {
      const found = await honest(query, page);
      return page.direction === 'newer' ? { ...found, olderCursor: 'x' } : found;
    }),
  },
};
