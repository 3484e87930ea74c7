import { languageForms } from './forms.ts';
import type { RowsTexts } from './rows.en.ts';

const { plural } = languageForms('fr');

/** What all lists of conversations say of their rows: the list, My conversations, the monitor, the details, in French. */
export const rowsFr: RowsTexts = {
  rows: {
    gone: 'Ne figure plus dans cette liste',
    priorities: {
      urgent: 'Urgent',
      high: 'Priorité haute',
      normal: 'Priorité normale',
      low: 'Priorité basse',
    },
    search: 'Rechercher des conversations',
    searchHint: 'Nom, numéro, texte ou étiquette',
    sort: 'Trier par',
    sorts: {
      oldest: 'Plus anciennes',
      newest: 'Plus récentes',
      'shortest-wait': 'Attente la plus courte',
      'longest-wait': 'Attente la plus longue',
    },
    unread: (count) => plural(count, { one: '# non lu', other: '# non lus' }),
  },
};
