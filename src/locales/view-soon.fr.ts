import { bannersFr } from './banners.fr.ts';
import type { ViewSoonTexts } from './view-soon.en.ts';
import { languageForms } from './forms.ts';

const { plural } = languageForms('fr');

/** What `conversation-view` says a moment later: its commands, the details, words for no conversation, in French. */
export const viewSoonFr: ViewSoonTexts = {
  ...bannersFr,
  viewSoon: {
    assignToMe: 'M’attribuer',
    choose: 'Aucune conversation sélectionnée',
    chooseHint: 'Choisissez une conversation pour la lire et y répondre.',
    closeDetails: 'Fermer les détails',
    details: 'Détails',
    newElsewhere: (count) =>
      plural(count, {
        one: '# nouveau message dans une autre conversation',
        other: '# nouveaux messages dans d’autres conversations',
      }),
    nextConversation: 'Conversation suivante',
    previousConversation: 'Conversation précédente',
    recipientEmpty: (name) => `Pas encore de conversation avec ${name}`,
    recipientEmptyUnnamed: 'Pas encore de conversation',
    resizeDetails: 'Largeur des détails',
    resizeList: 'Largeur de la liste des conversations',
    retryFailed: 'Renvoyer les messages en échec',
    send: 'Envoyer',
    showDetails: 'Détails',
    start: 'Commencer une conversation',
    startHint: 'Commencez-en une pour écrire le premier message.',
    startNew: 'Commencer une nouvelle conversation',
  },
};
