import { languageForms } from './forms.ts';
import type { RowsTexts } from './rows.en.ts';

const { plural } = languageForms('de');

/** What all lists of conversations say of their rows: the list, My conversations, the monitor, the details, in German. */
export const rowsDe: RowsTexts = {
  rows: {
    gone: 'Nicht mehr in dieser Liste',
    priorities: {
      urgent: 'Dringend',
      high: 'Hohe Priorität',
      normal: 'Normale Priorität',
      low: 'Niedrige Priorität',
    },
    search: 'Unterhaltungen suchen',
    searchHint: 'Name, Nummer, Text oder Label',
    sort: 'Sortieren nach',
    sorts: {
      oldest: 'Älteste',
      newest: 'Neueste',
      'shortest-wait': 'Kürzeste Wartezeit',
      'longest-wait': 'Längste Wartezeit',
    },
    unread: (count) => plural(count, { other: '# ungelesen' }),
  },
};
