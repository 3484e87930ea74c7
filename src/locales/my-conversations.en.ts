import { rowsEn } from './rows.en.ts';
import { noRowsEn } from './no-rows.en.ts';

/** What `my-conversations` says, in English. */
export const myConversationsEn = {
  ...rowsEn,
  ...noRowsEn,
  myConversations: {
    actions: 'Actions',
    allRead: 'All read',
    empty: 'No conversations',
    lastMessage: 'Last message',
    lastMessageAt: 'Last message at',
    label: 'My conversations',
    markFailed: 'The conversation could not be marked.',
    nothingUnread: 'Everything has been read',
    read: 'Read or unread',
    recipient: 'Recipient name',
    scopeBranch: 'All in branch',
    scopeMine: 'My own',
    showAll: 'All',
    showEverything: 'Show all conversations',
    showUnread: 'Unread',
    whose: 'Whose conversations',
    no: 'No',
    yes: 'Yes',
  },
};

/** The shape of these texts. */
export type MyConversationsTexts = typeof myConversationsEn;
