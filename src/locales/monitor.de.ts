import { bulkResultsDe } from './bulk-results.de.ts';
import { cuesDe } from './cues.de.ts';
import { languageForms } from './forms.ts';
import type { MonitorTexts } from './monitor.en.ts';
import { noRowsDe } from './no-rows.de.ts';
import { rowsDe } from './rows.de.ts';

const { plural } = languageForms('de');

/** What `conversation-monitor` says, in German. */
export const monitorDe: MonitorTexts = {
  ...bulkResultsDe,
  ...rowsDe,
  ...noRowsDe,
  ...cuesDe,
  monitor: {
    buckets: {
      label: 'Wartende Kunden',
      'on-time': 'Pünktlich',
      danger: 'Bald zu spät',
      'too-late': 'Zu spät',
    },
    label: 'Monitoring',
    filters: {
      label: 'Filter',
      coWorker: 'Mitarbeiter',
      branch: 'Niederlassung',
      channel: 'Kanal',
      state: 'Status',
      anybody: 'Alle Mitarbeiter',
      nobody: 'Ohne Mitarbeiter',
      anyBranch: 'Alle Niederlassungen',
      noBranch: 'Ohne Niederlassung',
      anyChannel: 'Alle Kanäle',
      states: { open: 'Offen', new: 'Neu', assigned: 'Zugewiesen', archived: 'Archiviert', spam: 'Spam' },
    },
    columns: {
      choose: 'Auswählen',
      recipient: 'Empfänger',
      message: 'Letzte Nachricht',
      coWorker: 'Mitarbeiter',
      branch: 'Niederlassung',
      waits: 'Wartet',
      at: 'Zuletzt am',
    },
    missing: { coWorker: 'Niemand', branch: 'Keine', recipient: 'Unbekannt' },
    waits: {
      'on-time': (time) => `Wartet ${time}, pünktlich`,
      danger: (time) => `Wartet ${time}, bald zu spät`,
      'too-late': (time) => `Wartet ${time}, zu spät`,
    },
    empty: 'Keine Unterhaltungen',
    emptyHint: 'Eine Unterhaltung erscheint hier, sobald ein Kunde schreibt.',
    nothingFound: 'Hier ist nichts zu prüfen',
    nothingFoundHint: 'Keine Unterhaltung entspricht diesen Filtern.',
    selection: {
      label: 'Ausgewählte Unterhaltungen',
      chosen: (count) => plural(count, { one: '# Unterhaltung ausgewählt', other: '# Unterhaltungen ausgewählt' }),
      all: 'Alle passenden sind ausgewählt',
      chooseShown: 'Alle angezeigten auswählen',
      chooseAll: 'Alle passenden auswählen',
      chooseOne: (name) => `${name} auswählen`,
      clear: 'Auswahl aufheben',
      absent: (name) => `${name} (nicht angemeldet)`,
      assignTo: 'Zuweisen an',
      assign: 'Zuweisen',
      moveTo: 'In die Niederlassung',
      move: 'Verschieben',
      takeOver: 'Übernehmen',
    },
    run: {
      running: (done, all) => `${done} von ${all} erledigt`,
      starting: 'In Arbeit…',
      finished: (count) => plural(count, { one: '# Unterhaltung geändert.', other: '# Unterhaltungen geändert.' }),
      stopped: (count) =>
        plural(count, {
          one: 'Angehalten. # Unterhaltung wurde geändert.',
          other: 'Angehalten. # Unterhaltungen wurden geändert.',
        }),
      skipped: (count) =>
        plural(count, {
          one: '# war bereits so oder hat sich geändert.',
          other: '# waren bereits so oder haben sich geändert.',
        }),
      failed: (count) =>
        plural(count, { one: '# konnte nicht geändert werden.', other: '# konnten nicht geändert werden.' }),
      broken: 'Nicht alles wurde geändert.',
      undone: (count) =>
        plural(count, {
          one: '# Unterhaltung ist wieder wie zuvor.',
          other: '# Unterhaltungen sind wieder wie zuvor.',
        }),
      stop: 'Anhalten',
      undo: 'Rückgängig',
    },
    load: {
      label: 'Mitarbeiter',
      show: 'Mitarbeiter anzeigen',
      hide: 'Mitarbeiter ausblenden',
      name: 'Mitarbeiter',
      open: 'Offen',
      waiting: 'Wartend',
      late: 'Zu spät',
      nobody: 'Von niemandem',
      formerly: 'Nicht mehr hier',
      filter: (name) => `Nur Unterhaltungen von ${name}`,
      presence: { online: 'Online', offline: 'Nicht online' },
      longest: (time) => `Längste Wartezeit: ${time}`,
    },
  },
};
