import type { NotificationTexts } from './notifications.en.ts';

/** Every text of `conversation-notifications` in German. */
export const notificationsDe: NotificationTexts = {
  notifications: {
    label: 'Benachrichtigungen in diesem Browser',
    desktop: 'Desktop-Benachrichtigungen',
    permission: {
      granted: 'Werden gezeigt, solange niemand eine Seite dieses Browsers ansieht.',
      default: 'Der Browser fragt einmal, ob diese Seite sie zeigen darf.',
      denied:
        'Dieser Browser blockiert sie. Erlauben Sie Benachrichtigungen für diese Seite in den Einstellungen des Browsers.',
      unsupported: 'Dieser Browser oder die Seite, in der diese steht, lässt keine zu.',
    },
    sound: 'Ton',
    tryIt: 'Ton ausprobieren',
    events: 'Benachrichtigen, wenn',
    kinds: {
      new: 'jemand Neues schreibt',
      assigned: 'mir eine Unterhaltung zugewiesen wird',
      message: 'einer meiner Kunden schreibt',
    },
    quiet: 'Ruhezeiten',
    quietFrom: 'Ruhe ab',
    quietUntil: 'Ruhe bis',
    titles: {
      new: (name) => `Neue Unterhaltung: ${name}`,
      assigned: (name) => `Ihnen zugewiesen: ${name}`,
      message: (name) => name,
    },
  },
};
