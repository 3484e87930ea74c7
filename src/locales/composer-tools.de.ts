import type { ComposerToolTexts } from './composer-tools.en.ts';
import { languageForms } from './forms.ts';

const { plural } = languageForms('de');

/** The texts of the composer's tools in German. */
export const composerToolsDe: ComposerToolTexts = {
  language: 'de',
  tools: 'Werkzeuge',
  assistant: 'Assistent',
  emoji: 'Emojis',
  preview: {
    invitation: 'Vorschau der Einladung',
    invitationProblems: {
      'no-number': 'Die Einladung hat keine WhatsApp-Nummer, zu der sie führt.',
      'no-template': 'In dieser Sprache gibt es keine Vorlage für die Einladung und keine Standardvorlage.',
    },
    missing: (name) => `${name}: nichts bekannt`,
    outgoing: 'Was gesendet wird',
  },
  counter: {
    left: (count) => plural(count, { other: 'noch #' }),
    parts: (count) => plural(count, { one: '# Teil', other: '# Teile' }),
    usedOf: (used, limit) => `${used} von ${limit}`,
  },
  unicode: {
    all: 'Alle ersetzen',
    byHand: (character) => `${character} selbst ersetzen`,
    more: (count) => plural(count, { other: 'und # weitere' }),
    omit: (character) => `${character} weglassen`,
    title: (perPart) => plural(perPart, { other: 'Teile von # Zeichen wegen:' }),
    with: (character, replacement) => `${character} durch ${replacement} ersetzen`,
  },
  quickReplies: {
    added: 'Schnellantwort eingefügt.',
    failed: 'Die Schnellantworten konnten nicht geladen werden.',
    files: (count) => plural(count, { one: '# Datei', other: '# Dateien' }),
    filesLeftOut: (names) => `Nicht hinzugefügt, weil hier keine Dateien gesendet werden können: ${names}`,
    found: (count) => plural(count, { one: '# Schnellantwort', other: '# Schnellantworten' }),
    hint: 'Oder tippen Sie ! und die ersten Buchstaben in Ihrer Nachricht.',
    none: 'Es gibt noch keine Schnellantworten.',
    nothingFound: (search) => `Keine Schnellantwort mit „${search}“`,
    search: 'Schnellantworten suchen',
    title: 'Schnellantworten',
  },
  mentions: {
    added: (name) => `${name} ist erwähnt.`,
    found: (count) => plural(count, { one: '# Kollege', other: '# Kollegen' }),
    title: 'Kollegen',
  },
  quote: {
    cancel: 'Nicht zitieren',
    cancelled: 'Die Nachricht wird nicht mehr zitiert.',
    earlier: 'Antwort auf eine frühere Nachricht',
    replyTo: (name) => `Antwort an ${name}`,
  },
  review: {
    answered: (by, time) => `${by} hat um ${time} geantwortet.`,
    archived: 'Die Unterhaltung wurde inzwischen archiviert.',
    customerWrote: (name, count, time) =>
      plural(count, {
        one: `${name} hat um ${time} noch eine Nachricht geschrieben.`,
        other: `${name} hat noch # Nachrichten geschrieben, die letzte um ${time}.`,
      }),
    keepWriting: 'Ansehen und weiterschreiben',
    noted: (by, time) => `${by} hat um ${time} eine Notiz hinterlassen.`,
    reassigned: 'Die Unterhaltung wurde jemand anderem zugewiesen.',
    sendAnyway: 'Trotzdem senden',
    somebody: 'Jemand',
    spam: 'Die Unterhaltung wurde inzwischen als Spam markiert.',
    unassigned: 'Die Unterhaltung ist niemandem mehr zugewiesen.',
  },
  sender: {
    closed: (name) => `${name} (nur mit Vorlage)`,
    from: 'von',
    inactive: (name) => `${name} (abgeschaltet)`,
    letters: 'Kann nicht beantwortet werden',
  },
  sendWays: {
    cancelled: 'Zurückgeholt. Der Text steht wieder in der Nachricht.',
    failed: 'Konnte nicht gesendet werden: Holen Sie sie zurück, um sie anders zu senden.',
    kept: (when) => `Wird am ${when} gesendet.`,
    later: 'Später senden',
    leaves: (seconds) =>
      plural(seconds, {
        one: 'Die Nachricht geht in # Sekunde hinaus.',
        other: 'Die Nachricht geht in # Sekunden hinaus.',
      }),
    more: 'Weitere Arten zu senden',
    notLater: 'Später senden geht hier nicht: Das System dahinter sendet sofort.',
    notArchived: {
      failed: 'Die Nachricht wurde gesendet, aber die Unterhaltung konnte nicht archiviert werden.',
      wrote:
        'Die Nachricht wurde gesendet. Der Kunde hat inzwischen geschrieben, deshalb wurde die Unterhaltung nicht archiviert.',
    },
    past: 'Dieser Zeitpunkt ist vorbei.',
    presets: {
      'in-an-hour': 'In einer Stunde',
      monday: 'Montagmorgen',
      'this-evening': 'Heute Abend',
      tomorrow: 'Morgen früh',
    },
    schedule: 'Zu dieser Zeit senden',
    scheduled: (count) =>
      plural(count, { one: '# Nachricht wartet auf ihre Zeit', other: '# Nachrichten warten auf ihre Zeit' }),
    sendAndArchive: 'Senden und archivieren',
    takeBack: 'Zurückholen',
    takeBackOf: (when) => `Nachricht von ${when} zurückholen`,
    takenBack: 'Zurückgeholt. Es wurde nichts gesendet.',
    templateWaits: 'Hier wartet schon eine andere Vorlage: Senden Sie diese zuerst oder beginnen Sie sie neu.',
    time: 'Datum und Uhrzeit',
    tooFar: 'Das liegt zu weit in der Zukunft.',
    tooLate: 'Zu spät: Die Nachricht ist hinausgegangen.',
    undo: 'Rückgängig',
    windowClosed: 'Das Antwortfenster ist dann geschlossen.',
    zone: (zone) => `Zeitzone: ${zone}`,
  },
  templates: {
    choose: 'Vorlage wählen',
    draft: 'Hier wartet eine nicht gesendete Vorlage',
  },
};
