import type { ListSoonTexts } from './list-soon.en.ts';
import { noRowsFr } from './no-rows.fr.ts';

/** What `conversation-list` says where it has no rows, in French. */
export const listSoonFr: ListSoonTexts = {
  ...noRowsFr,
  listSoon: {
    empty: 'Pas encore de conversations',
    emptyRecipient: 'Pas encore de conversation',
    nothingFound: 'Aucun résultat',
    nothingFilteredBy: (what) => `Aucune conversation ne correspond à\u202f: ${what}.`,
    nothingFoundFor: (text) => `Aucune conversation ne correspond à «\u202f${text}\u202f».`,
    nothingIn: (tab) => `Aucune conversation sous ${tab}`,
    nothingUnread: 'Tout est lu',
    nothingUnreadHint: 'La liste montre seulement les conversations non lues.',
  },
};
