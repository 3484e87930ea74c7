import { noRowsEn } from './no-rows.en.ts';

/** What `conversation-list` says where it has no rows, in English. */
export const listSoonEn = {
  ...noRowsEn,
  listSoon: {
    empty: 'No conversations yet',
    emptyRecipient: 'No conversation yet',
    nothingFound: 'Nothing found',
    nothingFilteredBy: (what: string) => `No conversation passes: ${what}.`,
    nothingFoundFor: (text: string) => `No conversation matches “${text}”.`,
    nothingIn: (tab: string) => `No conversations under ${tab}`,
    nothingUnread: 'Everything has been read',
    nothingUnreadHint: 'The list shows unread conversations only.',
  },
};

/** The shape of these texts. */
export type ListSoonTexts = typeof listSoonEn;
