import type { NoRowsTexts } from './no-rows.en.ts';

/** What all lists of conversations say where rows are missing, in French. */
export const noRowsFr: NoRowsTexts = {
  noRows: {
    clearFilters: 'Effacer les filtres',
    emptyHint: 'Une conversation apparaît ici dès qu’un client écrit ou qu’un message est envoyé.',
    loadFailed: 'Les conversations n’ont pas pu être chargées.',
    refreshFailed: 'La liste n’est peut-être pas à jour.',
  },
};
