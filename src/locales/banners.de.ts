import type { BannerTexts } from './banners.en.ts';
import { languageForms } from './forms.ts';

const { plural } = languageForms('de');

/** The notices above the panes of `conversation-view`, in German. */
export const bannersDe: BannerTexts = {
  banners: {
    givenBack:
      'Jemand hat diese Unterhaltung inzwischen geändert: Sehen Sie sie noch einmal an. Ihr Text bleibt erhalten.',
    lastFailed: 'Das hat nicht geklappt.',
    notLoaded:
      'Ein Teil dieser Seite konnte nicht geladen werden. Es wird erneut versucht; bis dahin wird nichts gesendet. Wenn das so bleibt, laden Sie die Seite neu: Was Sie getippt haben, bleibt erhalten.',
    offlineSince: (time) => `Offline seit ${time}.`,
    queued: (count) =>
      plural(count, {
        one: '# Nachricht wartet und wird gesendet, sobald die Verbindung wieder steht.',
        other: '# Nachrichten warten und werden gesendet, sobald die Verbindung wieder steht.',
      }),
    queuedForSignIn: (count) =>
      plural(count, {
        one: '# Nachricht wartet auf eine neue Anmeldung.',
        other: '# Nachrichten warten auf eine neue Anmeldung.',
      }),
    signIn: 'Ihre Anmeldung ist abgelaufen.',
    starting: 'Der Server ist nicht erreichbar. Es wird automatisch erneut versucht.',
    storage: {
      'best-effort':
        'Entwürfe und nicht gesendete Nachrichten werden in diesem Browser aufbewahrt; bei Platzmangel kann er sie löschen.',
      none: 'Entwürfe und nicht gesendete Nachrichten gehen verloren, wenn diese Seite geschlossen wird: Dieser Browser speichert sie nicht.',
    },
    storageBlocked:
      'Ein anderer Tab mit einer älteren Version blockiert den Speicher. Schließen Sie ihn und laden Sie diese Seite neu.',
    storageNewer: 'Eine neuere Version dieser Seite hat hier Daten gespeichert. Laden Sie diese Seite neu.',
    storageQuota: 'Der Speicher dieses Browsers ist voll.',
    takenBy: (name) => `${name} war schneller und hat diese Unterhaltung jetzt. Ihr Text bleibt erhalten.`,
  },
};
