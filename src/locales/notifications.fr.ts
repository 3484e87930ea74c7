import type { NotificationTexts } from './notifications.en.ts';

/** Every text of `conversation-notifications` in French. */
export const notificationsFr: NotificationTexts = {
  notifications: {
    label: 'Notifications dans ce navigateur',
    desktop: 'Notifications sur le bureau',
    permission: {
      granted: 'Affichées tant que personne ne regarde une page de ce navigateur.',
      default: 'Le navigateur demande une fois si cette page peut les afficher.',
      denied:
        'Ce navigateur les bloque. Autorisez les notifications pour cette page dans les paramètres du navigateur.',
      unsupported: 'Ce navigateur, ou la page qui contient celle-ci, n’en autorise aucune.',
    },
    sound: 'Son',
    tryIt: 'Essayer le son',
    events: 'Me prévenir quand',
    kinds: {
      new: 'une nouvelle personne écrit',
      assigned: 'une conversation m’est attribuée',
      message: 'un de mes clients écrit',
    },
    quiet: 'Heures calmes',
    quietFrom: 'Calme à partir de',
    quietUntil: 'Calme jusqu’à',
    titles: {
      new: (name) => `Nouvelle conversation\u202f: ${name}`,
      assigned: (name) => `Attribuée à vous\u202f: ${name}`,
      message: (name) => name,
    },
  },
};
