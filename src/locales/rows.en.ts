import { languageForms } from './forms.ts';

const { plural } = languageForms('en');

/** What all lists of conversations say of their rows: the list, My conversations, the monitor, the details, in English. */
export const rowsEn = {
  rows: {
    gone: 'No longer in this list',
    priorities: { urgent: 'Urgent', high: 'High priority', normal: 'Normal priority', low: 'Low priority' },
    search: 'Search conversations',
    searchHint: 'Name, number, text or tag',
    sort: 'Sort by',
    sorts: {
      oldest: 'Oldest',
      newest: 'Newest',
      'shortest-wait': 'Shortest wait',
      'longest-wait': 'Longest wait',
    },
    unread: (count: number) => plural(count, { other: '# unread' }),
  },
};

/** The shape of these texts. */
export type RowsTexts = typeof rowsEn;
