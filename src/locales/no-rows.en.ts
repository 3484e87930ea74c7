/** What all lists of conversations say where rows are missing, in English. */
export const noRowsEn = {
  noRows: {
    clearFilters: 'Clear filters',
    emptyHint: 'A conversation appears here as soon as a customer writes or a message is sent.',
    loadFailed: 'The conversations could not be loaded.',
    refreshFailed: 'The list may be out of date.',
  },
};

/** The shape of these texts. */
export type NoRowsTexts = typeof noRowsEn;
