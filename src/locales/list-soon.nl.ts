import type { ListSoonTexts } from './list-soon.en.ts';
import { noRowsNl } from './no-rows.nl.ts';

/** What `conversation-list` says where it has no rows, in Dutch. */
export const listSoonNl: ListSoonTexts = {
  ...noRowsNl,
  listSoon: {
    empty: 'Nog geen gesprekken',
    emptyRecipient: 'Nog geen gesprek',
    nothingFound: 'Niets gevonden',
    nothingFilteredBy: (what) => `Geen gesprek voldoet aan: ${what}.`,
    nothingFoundFor: (text) => `Geen gesprek gevonden voor “${text}”.`,
    nothingIn: (tab) => `Geen gesprekken onder ${tab}`,
    nothingUnread: 'Alles is gelezen',
    nothingUnreadHint: 'De lijst toont alleen ongelezen gesprekken.',
  },
};
