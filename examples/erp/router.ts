import { channelKinds } from '../../src/domain/channel-kinds.ts';
import { type Cue, cues } from '../../src/domain/cues.ts';
import type { ChannelKind } from '../../src/domain/model.ts';

/** Whose conversations a page shows. */
export type PageScope = 'mine' | 'branch' | 'all';

/** Where in the ERP one is. */
export type Route =
  | { readonly page: 'conversion' }
  | {
      readonly page: 'home';
      /** How the table of conversations is looked at, as the element wrote it. */
      readonly view?: string;
    }
  | {
      readonly page: 'monitor';
      /** The tile that is on. */
      readonly cue: Cue | null;
    }
  | {
      readonly page: 'contacts' | 'resources';
      readonly search: string;
      /** Only those whose service is due in this month, 1–12. */
      readonly serviceMonth: number | null;
      /** Only those without a usable mobile number. */
      readonly noMobile: boolean;
    }
  | { readonly page: 'card'; readonly id: string }
  | {
      readonly page: 'new-contact';
      /** The conversation whose sender gets a card. */
      readonly conversationId: string;
      readonly channel: ChannelKind;
      /** What the sender writes from. */
      readonly address: string;
      readonly name: string;
    }
  | {
      readonly page: 'conversations';
      readonly scope: PageScope;
      /** Only with this recipient; wins over `scope`. */
      readonly recipientId: string | null;
      readonly conversationId: string | null;
      /** How the list is looked at, as the element wrote it; absent = as at first. */
      readonly view?: string;
    }
  | {
      readonly page: 'log';
      readonly scope: PageScope;
      readonly recipientId: string | null;
      readonly unreadOnly: boolean;
    };

/** Reads the part of the address after `#`; anything unknown leads home. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const [page, id] = path.split('/').map(decode);
  const asked = new URLSearchParams(query);
  switch (page) {
    case 'contacts':
    case 'resources':
      return {
        page,
        search: asked.get('q') ?? '',
        serviceMonth: Number(asked.get('service')) || null,
        noMobile: asked.has('nomobile'),
      };
    case 'card':
      return id ? { page, id } : { page: 'home' };
    case 'new-contact':
      return newContactIn(asked);
    case 'conversations':
      return {
        page,
        scope: scopeOf(asked.get('scope')),
        recipientId: asked.get('recipient'),
        conversationId: id ?? null,
        ...viewIn(asked),
      };
    case 'log':
      return {
        page,
        scope: scopeOf(asked.get('scope') ?? 'all'),
        recipientId: asked.get('recipient'),
        unreadOnly: asked.has('unread'),
      };
    case 'monitor':
      return { page, cue: cues.find((cue) => cue === asked.get('cue')) ?? null };
    case 'conversion':
      return { page };
    default:
      return { page: 'home', ...(page === '' && viewIn(asked)) };
  }
}

/** The address of a place, beginning with `#`. */
export function hashOf(route: Route): string {
  switch (route.page) {
    case 'home':
      return `#/${queryOf([['view', route.view ?? '']])}`;
    case 'conversion':
      return '#/conversion';
    case 'monitor':
      return `#/monitor${queryOf([['cue', route.cue ?? '']])}`;
    case 'contacts':
    case 'resources':
      return `#/${route.page}${queryOf([
        ['q', route.search],
        ['service', route.serviceMonth === null ? '' : String(route.serviceMonth)],
        ['nomobile', route.noMobile ? '1' : ''],
      ])}`;
    case 'card':
      return `#/card/${encodeURIComponent(route.id)}`;
    case 'new-contact':
      return `#/new-contact${queryOf([
        ['conversation', route.conversationId],
        ['channel', route.channel],
        ['address', route.address],
        ['name', route.name],
      ])}`;
    case 'conversations':
      return `#/conversations${route.conversationId ? `/${encodeURIComponent(route.conversationId)}` : ''}${queryOf([
        ['scope', route.recipientId === null && route.scope !== 'mine' ? route.scope : ''],
        ['recipient', route.recipientId ?? ''],
        ['view', route.view ?? ''],
      ])}`;
    case 'log':
      return `#/log${queryOf([
        ['scope', route.recipientId === null && route.scope !== 'all' ? route.scope : ''],
        ['recipient', route.recipientId ?? ''],
        ['unread', route.unreadOnly ? '1' : ''],
      ])}`;
  }
}

/** The list of contacts or resources without any filter. */
export function listRoute(page: 'contacts' | 'resources'): Route {
  return { page, search: '', serviceMonth: null, noMobile: false };
}

/** The message centre. */
export function conversationsRoute(
  change: Partial<Omit<Extract<Route, { page: 'conversations' }>, 'page'>> = {},
): Route {
  return { page: 'conversations', scope: 'mine', recipientId: null, conversationId: null, ...change };
}

/** The overview of conversations; all of them unless narrowed. */
export function logRoute(change: Partial<Omit<Extract<Route, { page: 'log' }>, 'page'>> = {}): Route {
  return { page: 'log', scope: 'all', recipientId: null, unreadOnly: false, ...change };
}

function scopeOf(text: string | null): PageScope {
  return text === 'branch' || text === 'all' ? text : 'mine';
}

function newContactIn(asked: URLSearchParams): Route {
  const [conversationId, address] = [asked.get('conversation'), asked.get('address')];
  const channel = channelKinds.find((kind) => kind === asked.get('channel'));
  if (!conversationId || !address || !channel) return { page: 'home' };
  return { page: 'new-contact', conversationId, channel, address, name: asked.get('name') ?? '' };
}

function viewIn(asked: URLSearchParams): { readonly view?: string } {
  const view = asked.get('view');
  return view ? { view } : {};
}

function queryOf(entries: readonly (readonly [string, string])[]): string {
  const query = new URLSearchParams(entries.filter(([, value]) => value !== '').map((entry) => [...entry]));
  const text = query.toString();
  return text ? `?${text}` : '';
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
