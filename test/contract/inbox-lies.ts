import { countTabs } from '../../src/domain/inbox-tabs.ts';
import { AdapterError } from '../../src/ports/adapter-error.ts';
import type { Lie } from './lying.ts';
import { tells, without } from './lying.ts';

/** Lies about tags, teams, counts, bulk actions and phone fields, by the check that must catch them. */
export const inboxLies: Readonly<Record<string, Readonly<Record<string, Lie>>>> = {
  PG1: {
    'lists a tag in two spellings': tells('tags', () => ({
      listTags: () =>
        Promise.resolve([
          { id: 't1', name: 'Réparation' },
          { id: 't2', name: 'reparation' },
        ]),
    })),
  },
  PG2: {
    'makes a tag twice': tells('tags', () => {
      let made = 0;
      return { createTag: (name) => Promise.resolve({ id: `tag-${(made += 1)}`, name }) };
    }),
    'says it made a tag and did not': tells('tags', () => ({
      createTag: (name) => {
        if (name.trim() === '') return Promise.reject(new AdapterError('invalid', ''));
        return Promise.resolve({ id: 'tag-1', name });
      },
    })),
    'says co-workers may make no tags, and lets them': tells('tags', () => ({
      getTagSettings: () => Promise.resolve({ mayCreate: false, isRequiredToArchive: false }),
    })),
  },
  PG3: {
    'has two default teams': tells('teams', () => ({
      listTeams: () => Promise.resolve(['a', 'b'].map((id) => ({ id, name: id, isDefault: true }))),
    })),
  },
  PN1: {
    'counts the branch as everything': tells('counts', (honest) => ({
      countTabs: (scope, options) => honest.countTabs(scope.kind === 'branch' ? { kind: 'all' } : scope, options),
    })),
    'counts what is mine as all that is assigned': tells('counts', (honest) => ({
      countTabs: async (scope, options) => {
        const counts = await honest.countTabs(scope, options);
        return { ...counts, 'assigned-to-me': counts.assigned };
      },
    })),
    'counts messages instead of conversations as unread': tells('counts', (honest) => ({
      countTabs: async (scope) => {
        const counts = await honest.countTabs(scope);
        return { ...counts, all: { ...counts.all, unread: counts.all.unread + 1 } };
      },
    })),
  },
  PN2: {
    'counts once and for all': tells('counts', (honest) => {
      let first: ReturnType<typeof honest.countTabs> | null = null;
      return { countTabs: (scope) => (first ??= honest.countTabs(scope)) };
    }),
  },
  PN3: {
    'counts in another order': tells('counts', (honest) => ({
      countConversations: async (queries) => [...(await honest.countConversations(queries))].reverse(),
    })),
    'does not look at recipientKinds': tells('counts', (honest) => ({
      countConversations: (queries) =>
        honest.countConversations(queries.map((query) => without(query, 'recipientKinds'))),
    })),
    'does not look at waitingBefore': tells('counts', (honest) => ({
      countConversations: (queries) =>
        honest.countConversations(queries.map((query) => without(query, 'waitingBefore'))),
    })),
  },
  PN4: {
    'leaves out who is idle, and nobody': tells('counts', (honest) => ({
      listLoad: async (request) => (await honest.listLoad(request)).filter(({ coWorkerId }) => coWorkerId !== null),
    })),
    'does not look at the target': tells('counts', (honest) => ({
      listLoad: (request) => honest.listLoad({ ...request, target: { dangerMs: 0, lateMs: 1e12 } }),
    })),
  },
  PN5: {
    'counts what is put aside': tells('counts', (_honest, adapter) => ({
      countTabs: async (scope) => {
        const { items } = await adapter.listConversations({ scope, sort: 'newest' }, { limit: 200 });
        return countTabs(items, 'agent-1');
      },
    })),
  },
  PB1: {
    'works on everything instead of the question': tells('bulk', (honest) => ({
      run: (request, options) =>
        honest.run({ ...request, target: { query: { scope: { kind: 'all' }, sort: 'oldest' } } }, options),
    })),
    'leaves one out': tells('bulk', (honest, adapter) => ({
      run: async (request, options) => {
        if (!('query' in request.target)) return honest.run(request, options);
        const { items } = await adapter.listConversations(request.target.query);
        return honest.run({ ...request, target: { ids: items.slice(1).map(({ id }) => id) } }, options);
      },
    })),
    'tells no progress': tells('bulk', (honest) => ({ run: (request) => honest.run(request) })),
    'has no results': tells('bulk', () => ({
      listResults: () => Promise.resolve({ items: [], nextCursor: null, total: null }),
    })),
  },
  PB2: {
    'touches what is so already': tells('bulk', (honest, adapter) => ({
      run: async (request, options) => {
        const ids = 'ids' in request.target ? request.target.ids : [];
        await adapter.update(ids[0] ?? '', { addTags: ['touched'] });
        return honest.run(request, options);
      },
    })),
    'fails as a whole for what does not exist': tells('bulk', (honest, adapter) => ({
      run: async (request, options) => {
        for (const id of 'ids' in request.target ? request.target.ids : []) await adapter.getConversation(id);
        return honest.run(request, options);
      },
    })),
  },
  PB3: {
    'takes nothing back': tells('bulk', () => ({
      undo: (operationId) =>
        Promise.resolve({
          operationId,
          state: 'finished',
          progress: { total: 1, done: 1, skipped: 0, failed: 0 },
        }),
    })),
    'takes back what was changed since': tells('bulk', (honest, adapter) => ({
      undo: async (operationId) => {
        const report = await honest.undo(operationId);
        for (const { id, tags } of (await adapter.listConversations({ scope: { kind: 'all' }, sort: 'oldest' })).items)
          await adapter.update(id, { removeTags: tags.filter((tag) => tag.startsWith('Conformance')) });
        return report;
      },
    })),
  },
  PB4: {
    'forgets operations': tells('bulk', (honest) => {
      let count = 0;
      return {
        run: async (request) => {
          const report = await honest.run({ ...request, operationId: `${request.operationId}-${(count += 1)}` });
          return { ...report, operationId: request.operationId };
        },
      };
    }),
  },
  PB5: {
    'makes up an operation': tells('bulk', () => ({
      undo: (operationId) =>
        Promise.resolve({
          operationId,
          state: 'finished',
          progress: { total: 0, done: 0, skipped: 0, failed: 0 },
        }),
    })),
    'stops what is not there': tells('bulk', () => ({ stop: () => Promise.resolve() })),
  },
  PB6: {
    'archives over what the customer wrote': tells('bulk', (honest) => ({
      run: ({ action, ...request }) =>
        honest.run({ ...request, action: action.type === 'archive' ? { ...action, seen: [] } : action }),
    })),
    'never archives what was seen': tells('bulk', (honest) => ({
      run: ({ action, ...request }) => {
        const seen = (action.type === 'archive' ? action.seen : []) ?? [];
        const never = seen.map((one) => ({ ...one, lastMessageId: 'none', lastIncomingAt: null }));
        return honest.run({ ...request, action: action.type === 'archive' ? { ...action, seen: never } : action });
      },
    })),
  },
  PC1: {
    'loses a record between two pages': tells('phoneConversion', (honest) => ({
      listPhoneRecords: async (filter, page = {}) => {
        const found = await honest.listPhoneRecords(filter, page);
        return page.cursor === undefined ? found : { ...found, items: found.items.slice(1) };
      },
    })),
    'does not look at the kind': tells('phoneConversion', (honest) => ({
      listPhoneRecords: (_, page) => honest.listPhoneRecords({}, page),
    })),
  },
  PC2: {
    'writes whatever the field holds': tells('phoneConversion', (honest) => ({
      writePhoneChanges: async (changes) => {
        const { items } = await honest.listPhoneRecords({}, { limit: 100 });
        const valueOf = (id: string) => items.find(({ recipientId }) => recipientId === id)?.value;
        return honest.writePhoneChanges(
          changes.map((change) => ({ ...change, from: valueOf(change.recipientId) ?? change.from })),
        );
      },
    })),
    'says written and writes nothing': tells('phoneConversion', () => ({
      writePhoneChanges: (changes) =>
        Promise.resolve(changes.map(({ recipientId }) => ({ recipientId, outcome: 'written' as const }))),
    })),
  },
};
