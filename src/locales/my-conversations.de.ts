import type { MyConversationsTexts } from './my-conversations.en.ts';
import { noRowsDe } from './no-rows.de.ts';
import { rowsDe } from './rows.de.ts';

/** What `my-conversations` says, in German. */
export const myConversationsDe: MyConversationsTexts = {
  ...rowsDe,
  ...noRowsDe,
  myConversations: {
    actions: 'Aktionen',
    allRead: 'Alles gelesen',
    empty: 'Keine Unterhaltungen',
    lastMessage: 'Letzte Nachricht',
    lastMessageAt: 'Letzte Nachricht am',
    label: 'Meine Unterhaltungen',
    markFailed: 'Die Unterhaltung konnte nicht markiert werden.',
    nothingUnread: 'Alles ist gelesen',
    read: 'Gelesen oder ungelesen',
    recipient: 'Empfängername',
    scopeBranch: 'Alle der Niederlassung',
    scopeMine: 'Eigene',
    showAll: 'Alle',
    showEverything: 'Alle Unterhaltungen anzeigen',
    showUnread: 'Ungelesen',
    whose: 'Wessen Unterhaltungen',
    no: 'Nein',
    yes: 'Ja',
  },
};
