import type { NoRowsTexts } from './no-rows.en.ts';

/** What all lists of conversations say where rows are missing, in Dutch. */
export const noRowsNl: NoRowsTexts = {
  noRows: {
    clearFilters: 'Filters wissen',
    emptyHint: 'Hier verschijnt een gesprek zodra een klant schrijft of een bericht is verzonden.',
    loadFailed: 'De gesprekken konden niet worden geladen.',
    refreshFailed: 'De lijst is mogelijk niet bijgewerkt.',
  },
};
