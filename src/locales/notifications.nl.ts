import type { NotificationTexts } from './notifications.en.ts';

/** Every text of `conversation-notifications` in Dutch. */
export const notificationsNl: NotificationTexts = {
  notifications: {
    label: 'Meldingen in deze browser',
    desktop: 'Bureaubladmeldingen',
    permission: {
      granted: 'Worden getoond zolang niemand naar een pagina van deze browser kijkt.',
      default: 'De browser vraagt één keer of deze pagina ze mag tonen.',
      denied: 'Deze browser blokkeert ze. Sta meldingen voor deze pagina toe in de instellingen van de browser.',
      unsupported: 'Deze browser, of de pagina waarin deze staat, staat ze niet toe.',
    },
    sound: 'Geluid',
    tryIt: 'Geluid proberen',
    events: 'Meld mij wanneer',
    kinds: {
      new: 'iemand nieuw schrijft',
      assigned: 'een gesprek aan mij wordt toegewezen',
      message: 'een klant van mij schrijft',
    },
    quiet: 'Stille uren',
    quietFrom: 'Stil vanaf',
    quietUntil: 'Stil tot',
    titles: {
      new: (name: string) => `Nieuw gesprek: ${name}`,
      assigned: (name: string) => `Aan u toegewezen: ${name}`,
      message: (name: string) => name,
    },
  },
};
