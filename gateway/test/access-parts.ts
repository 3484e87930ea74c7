/** Whose data a request is about. */
export type Situation = 'own' | 'other-branch' | 'other-tenant' | 'gone';
/** Every situation. */
export const situations: readonly Situation[] = ['own', 'other-branch', 'other-tenant', 'gone'];

/** What is asked of a route. */
export interface Request {
  readonly path?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** How each route is asked about somebody's data; `hides`: it answers 200 and leaves out what may not be seen. */
export interface Asked {
  readonly request: (situation: Situation) => Request;
  readonly otherwise: 'not-found' | 'hides';
}

let key = 0;
/** A client id that nobody used. */
export const newKey = (): Record<string, string> => ({ 'idempotency-key': `key-${(key += 1)}` });
/** The conversation of a situation. */
export const conversationOf = (situation: Situation): string => `conversation-${situation}`;
/** The recipient of a situation. */
export const recipientOf = (situation: Situation): string => `recipient-${situation}`;

const everything = { scope: { kind: 'all' }, sort: 'newest' };

/** How the routes of the optional parts are asked. */
export const partsAsked: Readonly<Record<string, Asked>> = {
  listTags: { request: () => ({}), otherwise: 'hides' },
  createTag: { request: (situation) => ({ body: { name: `tag of ${situation}` } }), otherwise: 'hides' },
  getTagSettings: { request: () => ({}), otherwise: 'hides' },
  listTeams: { request: () => ({}), otherwise: 'hides' },
  countTabs: { request: () => ({ body: { scope: { kind: 'all' } } }), otherwise: 'hides' },
  countConversations: { request: () => ({ body: { queries: [everything] } }), otherwise: 'hides' },
  listLoad: {
    request: () => ({ body: { scope: 'all', target: { dangerMs: 1, lateMs: 2 } } }),
    otherwise: 'hides',
  },
};

/** Those of them whose answer is the same for every branch. */
export const partsOfTenant: readonly string[] = ['listTags', 'createTag', 'getTagSettings', 'listTeams'];
