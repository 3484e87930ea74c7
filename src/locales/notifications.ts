import { notificationsEn } from './notifications.en.ts';
import { Texts } from './texts.ts';

/** The texts of `conversation-notifications`. */
export const notificationsTexts = new Texts({
  en: notificationsEn,
  nl: async () => (await import('./notifications.nl.ts')).notificationsNl,
  de: async () => (await import('./notifications.de.ts')).notificationsDe,
  fr: async () => (await import('./notifications.fr.ts')).notificationsFr,
  ar: async () => (await import('./notifications.ar.ts')).notificationsAr,
});
