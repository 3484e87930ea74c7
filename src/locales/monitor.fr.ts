import { bulkResultsFr } from './bulk-results.fr.ts';
import { cuesFr } from './cues.fr.ts';
import { languageForms } from './forms.ts';
import type { MonitorTexts } from './monitor.en.ts';
import { noRowsFr } from './no-rows.fr.ts';
import { rowsFr } from './rows.fr.ts';

const { plural } = languageForms('fr');

/** What `conversation-monitor` says, in French. */
export const monitorFr: MonitorTexts = {
  ...bulkResultsFr,
  ...rowsFr,
  ...noRowsFr,
  ...cuesFr,
  monitor: {
    buckets: {
      label: 'Clients en attente',
      'on-time': 'Dans les temps',
      danger: 'Bientôt en retard',
      'too-late': 'En retard',
    },
    label: 'Suivi',
    filters: {
      label: 'Filtres',
      coWorker: 'Collaborateur',
      branch: 'Agence',
      channel: 'Canal',
      state: 'État',
      anybody: 'Tous les collaborateurs',
      nobody: 'Sans collaborateur',
      anyBranch: 'Toutes les agences',
      noBranch: 'Sans agence',
      anyChannel: 'Tous les canaux',
      states: { open: 'Ouvertes', new: 'Nouvelles', assigned: 'Attribuées', archived: 'Archivées', spam: 'Spam' },
    },
    columns: {
      choose: 'Choisir',
      recipient: 'Destinataire',
      message: 'Dernier message',
      coWorker: 'Collaborateur',
      branch: 'Agence',
      waits: 'Attente',
      at: 'Dernier le',
    },
    missing: { coWorker: 'Personne', branch: 'Aucune agence', recipient: 'Inconnu' },
    waits: {
      'on-time': (time) => `Attend depuis ${time}, dans les temps`,
      danger: (time) => `Attend depuis ${time}, bientôt en retard`,
      'too-late': (time) => `Attend depuis ${time}, en retard`,
    },
    empty: 'Aucune conversation',
    emptyHint: 'Une conversation apparaît ici dès qu’un client écrit.',
    nothingFound: 'Rien à vérifier ici',
    nothingFoundHint: 'Aucune conversation ne correspond à ces filtres.',
    selection: {
      label: 'Conversations choisies',
      chosen: (count) => plural(count, { one: '# conversation choisie', other: '# conversations choisies' }),
      all: 'Tous les résultats sont choisis',
      chooseShown: 'Choisir les affichées',
      chooseAll: 'Choisir tous les résultats',
      chooseOne: (name) => `Choisir ${name}`,
      clear: 'Effacer la sélection',
      absent: (name) => `${name} (non connecté)`,
      assignTo: 'Attribuer à',
      assign: 'Attribuer',
      moveTo: 'Vers l’agence',
      move: 'Déplacer',
      takeOver: 'Reprendre',
    },
    run: {
      running: (done, all) => `${done} sur ${all}`,
      starting: 'En cours…',
      finished: (count) => plural(count, { one: '# conversation modifiée.', other: '# conversations modifiées.' }),
      stopped: (count) =>
        plural(count, {
          one: 'Arrêté. # conversation a été modifiée.',
          other: 'Arrêté. # conversations ont été modifiées.',
        }),
      skipped: (count) =>
        plural(count, { one: '# l’était déjà ou a changé.', other: '# l’étaient déjà ou ont changé.' }),
      failed: (count) => plural(count, { one: '# n’a pas pu être modifiée.', other: '# n’ont pas pu être modifiées.' }),
      broken: 'Tout n’a pas été modifié.',
      undone: (count) =>
        plural(count, {
          one: '# conversation est redevenue comme avant.',
          other: '# conversations sont redevenues comme avant.',
        }),
      stop: 'Arrêter',
      undo: 'Annuler',
    },
    load: {
      label: 'Collaborateurs',
      show: 'Afficher les collaborateurs',
      hide: 'Masquer les collaborateurs',
      name: 'Collaborateur',
      open: 'Ouvertes',
      waiting: 'Attente',
      late: 'Retard',
      nobody: 'À personne',
      formerly: 'N’est plus là',
      filter: (name) => `Seulement les conversations de ${name}`,
      presence: { online: 'En ligne', offline: 'Hors ligne' },
      longest: (time) => `Attente la plus longue\u202f: ${time}`,
    },
  },
};
