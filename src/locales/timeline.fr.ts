import { languageForms } from './forms.ts';
import type { TimelineTexts } from './timeline.en.ts';

const { plural } = languageForms('fr');

/** What `conversation-timeline` says at first, in French. `timeline-soon` and `timeline-more` load later. */
export const timelineFr: TimelineTexts = {
  timeline: {
    beginning: 'Début de la conversation',
    by: (who) => `par ${who}`,
    edited: 'modifié',
    events: {
      archived: 'Archivée',
      assigned: (to) => `Attribuée à ${to}`,
      branch: (to) => `Déplacée vers l’agence ${to}`,
      linked: (to) => `Liée à ${to}`,
      unlinked: (from) => `Lien avec ${from} annulé`,
      noBranch: 'Agence retirée',
      'not-spam': 'N’est plus du spam',
      reopened: 'Rouverte',
      spam: 'Marquée comme spam',
      started: 'Conversation commencée',
      tagged: (tag) => `Étiquette ${tag} ajoutée`,
      unassigned: 'Plus attribuée',
      untagged: (tag) => `Étiquette ${tag} retirée`,
    },
    feed: (name) => `Conversation avec ${name}`,
    internal: 'Interne',
    label: 'Messages',
    loadingOlder: 'Chargement des messages précédents',
    olderFailed: 'Les messages précédents n’ont pas pu être chargés.',
    origins: { bot: 'Bot', campaign: 'Campagne', system: 'Autre système' },
    recentFeed: 'Derniers messages',
    showAll: 'Afficher tout le message',
    unread: (count) => plural(count, { one: '# message non lu', other: '# messages non lus' }),
  },
  status: {
    draft: 'Brouillon',
    queued: 'En file d’attente',
    sending: 'Envoi en cours',
    unknown: 'Issue inconnue',
    accepted: 'Accepté',
    sent: 'Envoyé',
    delivered: 'Distribué',
    read: 'Lu',
    failed: 'Échec',
    cancelled: 'Annulé',
  },
};

/** In the same chunk: a second one would come late. */
export { timelineSoonFr } from './timeline-soon.fr.ts';
