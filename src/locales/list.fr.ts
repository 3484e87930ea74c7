import { languageForms } from './forms.ts';
import type { ListTexts } from './list.en.ts';
import { rowsFr } from './rows.fr.ts';

const { plural } = languageForms('fr');

/** What `conversation-list` says at first, in French. */
export const listFr: ListTexts = {
  ...rowsFr,
  list: {
    channelClosing: (channel, left) => `${channel}\u202f: encore ${left} pour répondre`,
    clearCoWorker: (name) => `Effacer le filtre par collaborateur\u202f: ${name}`,
    clearSearch: 'Effacer la recherche',
    conversationCount: (count) => plural(count, { one: '# conversation', other: '# conversations' }),
    draft: 'Brouillon',
    draftText: (text) => `Brouillon\u202f: ${text}`,
    failed: 'Non envoyé',
    failedCount: (count) => plural(count, { one: '# message non envoyé', other: '# messages non envoyés' }),
    filterUnread: 'Non lues',
    label: 'Conversations',
    pending: (count) => plural(count, { one: '# message en cours d’envoi', other: '# messages en cours d’envoi' }),
    pinned: 'Épinglée',
    queued: 'En file d’attente',
    showMine: 'Seulement les miennes',
    snoozed: 'Reportée',
    states: { new: 'Nouvelle', assigned: '', archived: 'Archivée', spam: 'Spam' },
    tabs: {
      new: 'Nouvelles',
      'assigned-to-me': 'À moi',
      assigned: 'Attribuées',
      all: 'Toutes',
      spam: 'Spam',
      archived: 'Archivées',
    },
    tools: {
      allTeams: 'Toutes les équipes',
      choose: 'En sélectionner plusieurs',
      clearBranch: (name) => `Effacer le filtre par agence\u202f: ${name}`,
      filter: 'Filtrer',
      savedViews: 'Vues enregistrées',
      sleeping: (count) => `Reportées (${count})`,
      start: 'Nouvelle conversation',
      team: 'Équipe',
    },
    waiting: (time) => `attend depuis ${time}`,
  },
};

/** In the same chunk: a second one would come late. */
export { listSoonFr } from './list-soon.fr.ts';
