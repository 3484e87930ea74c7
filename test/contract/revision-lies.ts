import type { Conversation } from '../../src/domain/model.ts';
import type { Page } from '../../src/ports/adapter.ts';
import type { FileAddress } from '../../src/ports/parts/attachments.ts';
import type { Lie } from './lying.ts';
import { tells, unless } from './lying.ts';

/** Lies about what customers changed and took back, by the check that must catch them. */
export const revisionLies: Readonly<Record<string, Readonly<Record<string, Lie>>>> = {
  RV1: {
    'still finds what a message said before': finds((page, all) => (page.items.length > 0 ? page : all)),
    'does not find what it says now': finds((page) => ({ ...page, items: [] })),
  },
  RV2: {
    'still finds what was taken back': finds((page, all) => (page.items.length > 0 ? page : all)),
    'forgets what another message says too': finds((page) => ({ ...page, items: [] })),
  },
  RV3: {
    'still has an address for the file': tells('attachments', (honest) => {
      const given = new Map<string, FileAddress>();
      return {
        url: (id) =>
          unless(
            'not-found',
            honest.url(id).then((address) => (given.set(id, address), address)),
            () => given.get(id)!,
          ),
      };
    }),
    'still has the file at the address of before': tells('attachments', (honest) => ({
      url: async (id) => {
        const address = await honest.url(id);
        const bytes = await (await fetch(address.url)).blob();
        return { ...address, url: URL.createObjectURL(bytes) };
      },
    })),
  },
  RV4: {
    'throws away what another message carries': tells('attachments', (honest) => {
      const asked = new Set<string>();
      return { url: (id) => honest.url(asked.has(id) ? 'nobody-has-this-id' : (asked.add(id), id)) };
    }),
  },
};

/** Changes what a search for conversations answers, given also what it would answer without words. */
function finds(change: (page: Page<Conversation>, all: Page<Conversation>) => Page<Conversation>): Lie {
  return (honest) => ({
    listConversations: async (query, page, options) => {
      const found = await honest.listConversations(query, page, options);
      if (query.text === undefined) return found;
      const { text: none, ...all } = query;
      return none === '' ? found : change(found, await honest.listConversations(all, page, options));
    },
  });
}
