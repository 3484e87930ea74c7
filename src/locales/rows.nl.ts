import type { RowsTexts } from './rows.en.ts';
import { languageForms } from './forms.ts';

const { plural } = languageForms('nl');

/** What all lists of conversations say of their rows: the list, My conversations, the monitor, the details, in Dutch. */
export const rowsNl: RowsTexts = {
  rows: {
    gone: 'Niet meer in deze lijst',
    priorities: {
      urgent: 'Dringend',
      high: 'Hoge prioriteit',
      normal: 'Normale prioriteit',
      low: 'Lage prioriteit',
    },
    search: 'Gesprekken zoeken',
    searchHint: 'Naam, nummer, tekst of tag',
    sort: 'Sorteren op',
    sorts: {
      oldest: 'Oudste',
      newest: 'Nieuwste',
      'shortest-wait': 'Kortst wachtend',
      'longest-wait': 'Langst wachtend',
    },
    unread: (count) => plural(count, { other: '# ongelezen' }),
  },
};
