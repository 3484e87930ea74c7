import { notificationsEn, type NotificationMessages } from './notifications.en.ts';

export type { NotificationMessages };

/** The texts of `conversation-notifications` for a language that ships, English otherwise. */
export async function loadNotificationMessages(language: string): Promise<NotificationMessages> {
  return language === 'nl' ? (await import('./notifications.nl.ts')).notificationsNl : notificationsEn;
}
