import type { NoRowsTexts } from './no-rows.en.ts';

/** What all lists of conversations say where rows are missing, in German. */
export const noRowsDe: NoRowsTexts = {
  noRows: {
    clearFilters: 'Filter löschen',
    emptyHint: 'Hier erscheint eine Unterhaltung, sobald ein Kunde schreibt oder eine Nachricht gesendet wird.',
    loadFailed: 'Die Unterhaltungen konnten nicht geladen werden.',
    refreshFailed: 'Die Liste ist vielleicht nicht aktuell.',
  },
};
