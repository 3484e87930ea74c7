import type { Lie } from './lying.ts';
import { tells, unless, without } from './lying.ts';

/** Lies about templates and quick replies, by the check that must catch them. */
export const composerLies: Readonly<Record<string, Readonly<Record<string, Lie>>>> = {
  PT1: {
    'loses a template between two pages': tells('approvedTemplates', (honest) => ({
      list: async (filter, page = {}) => {
        const found = await honest.list(filter, page);
        return page.cursor === undefined ? found : { ...found, items: found.items.slice(1) };
      },
    })),
    'lists them as they came': tells('approvedTemplates', (honest) => ({
      list: async (filter, page) => {
        const found = await honest.list(filter, page);
        return { ...found, items: [...found.items].reverse() };
      },
    })),
  },
  PT2: {
    'does not look at the status': tells('approvedTemplates', (honest) => ({
      list: (filter, page) => honest.list(without(filter, 'statuses'), page),
    })),
    'does not look at the number': tells('approvedTemplates', (honest) => ({
      list: (filter, page) => honest.list(without(filter, 'accountId'), page),
    })),
    'makes one up': tells('approvedTemplates', (honest) => ({
      get: async (id) => ({ ...(await honest.list({})).items[0]!, id }),
    })),
  },
  PE1: {
    'does not look at ifVersion': tells('templateEditing', (honest) => ({
      save: (template, options = {}) => honest.save(template, without(options, 'ifVersion')),
      remove: (key) => honest.remove(key),
    })),
    'says it saved and did not': tells('templateEditing', () => ({ save: (template) => Promise.resolve([template]) })),
    'takes a template without a code': tells('templateEditing', (honest) => ({
      save: (template, options) => unless('invalid', honest.save(template, options), () => []),
    })),
  },
  PE2: {
    'keeps two defaults': tells('templateEditing', (honest) => ({
      save: async (template, options) =>
        (await honest.save(template, options)).map((saved) => ({ ...saved, isDefault: true })),
    })),
    'minds what is gone': tells('templateEditing', (honest, adapter) => ({
      remove: async (key, options) => {
        const all = (await adapter.part('templates')?.listConversationTemplates()) ?? [];
        const isThere = all.some(({ code, language }) => code === key.code && language === key.language);
        return isThere ? honest.remove(key, options) : [];
      },
    })),
  },
  PE3: {
    'forgets the invitation when its code is renamed': tells('templateEditing', (honest) => ({
      save: async (template, options = {}) => {
        const saved = await honest.save(template, options);
        if (options.replaces) await honest.saveInvitation(null);
        return saved;
      },
    })),
    'does not switch it off': tells('templateEditing', (honest) => ({
      saveInvitation: (invitation) => (invitation ? honest.saveInvitation(invitation) : Promise.resolve()),
    })),
  },
  PQ1: {
    'makes a second one of what is saved again': tells('quickReplies', (honest) => {
      let count = 0;
      return {
        saveReply: async (reply, options) => {
          const saved = await honest.saveReply({ ...reply, id: `${reply.id}-${(count += 1)}` }, options);
          return { ...saved, id: reply.id };
        },
      };
    }),
    'puts what is new first': tells('quickReplies', (honest) => ({
      list: async () => [...(await honest.list())].reverse(),
    })),
  },
  PQ2: {
    'does not look at ifVersion': tells('quickReplies', (honest) => ({
      saveReply: (reply) => honest.saveReply(reply),
      removeReply: (id) => honest.removeReply(id),
    })),
    'takes a group without a name': tells('quickReplies', (honest) => ({
      saveGroup: (group, options) =>
        unless('invalid', honest.saveGroup(group, options), () => ({ ...group, version: 1, replies: [] })),
    })),
  },
  PQ3: {
    'loses what is not named': tells('quickReplies', (honest) => ({
      reorder: async (order) => {
        const groups = await honest.reorder(order);
        if (order.kind === 'groups') return groups;
        return groups.map((group) =>
          group.id === order.groupId
            ? { ...group, replies: group.replies.filter(({ id }) => order.ids.includes(id)) }
            : group,
        );
      },
    })),
    'copies instead of moving': tells('quickReplies', (honest) => ({
      saveReply: async (reply, options) => {
        const isThere = (await honest.list()).some(({ replies }) => replies.some(({ id }) => id === reply.id));
        if (!isThere) return honest.saveReply(reply, options);
        const saved = await honest.saveReply({ ...reply, id: `${reply.id}-copy` }, options);
        return { ...saved, id: reply.id };
      },
    })),
  },
  PQ4: {
    'does not remove replies': tells('quickReplies', () => ({ removeReply: () => Promise.resolve() })),
    'does not remove groups': tells('quickReplies', () => ({ removeGroup: () => Promise.resolve() })),
  },
};
