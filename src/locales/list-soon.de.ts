import type { ListSoonTexts } from './list-soon.en.ts';
import { noRowsDe } from './no-rows.de.ts';

/** What `conversation-list` says where it has no rows, in German. */
export const listSoonDe: ListSoonTexts = {
  ...noRowsDe,
  listSoon: {
    empty: 'Noch keine Unterhaltungen',
    emptyRecipient: 'Noch keine Unterhaltung',
    nothingFound: 'Nichts gefunden',
    nothingFilteredBy: (what) => `Keine Unterhaltung entspricht: ${what}.`,
    nothingFoundFor: (text) => `Keine Unterhaltung für „${text}“ gefunden.`,
    nothingIn: (tab) => `Keine Unterhaltungen unter ${tab}`,
    nothingUnread: 'Alles ist gelesen',
    nothingUnreadHint: 'Die Liste zeigt nur ungelesene Unterhaltungen.',
  },
};
