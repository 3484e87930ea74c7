import type { MyConversationsTexts } from './my-conversations.en.ts';
import { rowsNl } from './rows.nl.ts';
import { noRowsNl } from './no-rows.nl.ts';

/** What `my-conversations` says, in Dutch. */
export const myConversationsNl: MyConversationsTexts = {
  ...rowsNl,
  ...noRowsNl,
  myConversations: {
    actions: 'Acties',
    allRead: 'Alles gelezen',
    empty: 'Geen gesprekken',
    lastMessage: 'Laatste bericht',
    lastMessageAt: 'Laatste bericht op',
    label: 'Mijn gesprekken',
    markFailed: 'Het gesprek kon niet worden gemarkeerd.',
    nothingUnread: 'Alles is gelezen',
    read: 'Gelezen of ongelezen',
    recipient: 'Naam ontvanger',
    scopeBranch: 'Alle berichten',
    scopeMine: 'Eigen berichten',
    showAll: 'Alles',
    showEverything: 'Alle gesprekken tonen',
    showUnread: 'Ongelezen',
    whose: 'Wiens gesprekken',
    no: 'Nee',
    yes: 'Ja',
  },
};
