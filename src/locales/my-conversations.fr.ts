import type { MyConversationsTexts } from './my-conversations.en.ts';
import { noRowsFr } from './no-rows.fr.ts';
import { rowsFr } from './rows.fr.ts';

/** What `my-conversations` says, in French. */
export const myConversationsFr: MyConversationsTexts = {
  ...rowsFr,
  ...noRowsFr,
  myConversations: {
    actions: 'Actions',
    allRead: 'Tout est lu',
    empty: 'Aucune conversation',
    lastMessage: 'Dernier message',
    lastMessageAt: 'Dernier message le',
    label: 'Mes conversations',
    markFailed: 'La conversation n’a pas pu être marquée.',
    nothingUnread: 'Tout est lu',
    read: 'Lue ou non lue',
    recipient: 'Nom du destinataire',
    scopeBranch: 'Toute l’agence',
    scopeMine: 'Les miennes',
    showAll: 'Toutes',
    showEverything: 'Afficher toutes les conversations',
    showUnread: 'Non lues',
    whose: 'Les conversations de qui',
    no: 'Non',
    yes: 'Oui',
  },
};
