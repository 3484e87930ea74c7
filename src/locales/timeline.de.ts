import { languageForms } from './forms.ts';
import type { TimelineTexts } from './timeline.en.ts';

const { plural } = languageForms('de');

/** What `conversation-timeline` says at first, in German. `timeline-soon` and `timeline-more` load later. */
export const timelineDe: TimelineTexts = {
  timeline: {
    beginning: 'Beginn der Unterhaltung',
    by: (who) => `von ${who}`,
    edited: 'bearbeitet',
    events: {
      archived: 'Archiviert',
      assigned: (to) => `${to} zugewiesen`,
      branch: (to) => `In die Niederlassung ${to} verschoben`,
      linked: (to) => `Mit ${to} verknüpft`,
      unlinked: (from) => `Verknüpfung mit ${from} aufgehoben`,
      noBranch: 'Niederlassung entfernt',
      'not-spam': 'Kein Spam mehr',
      reopened: 'Wieder geöffnet',
      spam: 'Als Spam markiert',
      started: 'Unterhaltung begonnen',
      tagged: (tag) => `Label ${tag} hinzugefügt`,
      unassigned: 'Nicht mehr zugewiesen',
      untagged: (tag) => `Label ${tag} entfernt`,
    },
    feed: (name) => `Unterhaltung mit ${name}`,
    internal: 'Intern',
    label: 'Nachrichten',
    loadingOlder: 'Frühere Nachrichten werden geladen',
    olderFailed: 'Frühere Nachrichten konnten nicht geladen werden.',
    origins: { bot: 'Bot', campaign: 'Kampagne', system: 'Anderes System' },
    recentFeed: 'Neueste Nachrichten',
    showAll: 'Ganze Nachricht anzeigen',
    unread: (count) => plural(count, { one: '# ungelesene Nachricht', other: '# ungelesene Nachrichten' }),
  },
  status: {
    draft: 'Entwurf',
    queued: 'In Warteschlange',
    sending: 'Wird gesendet',
    unknown: 'Ausgang unbekannt',
    accepted: 'Angenommen',
    sent: 'Gesendet',
    delivered: 'Zugestellt',
    read: 'Gelesen',
    failed: 'Fehlgeschlagen',
    cancelled: 'Abgebrochen',
  },
};

/** In the same chunk: a second one would come late. */
export { timelineSoonDe } from './timeline-soon.de.ts';
