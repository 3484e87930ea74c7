import { languageForms } from './forms.ts';
import type { PhoneConversionTexts } from './phone-conversion.en.ts';

const { plural } = languageForms('de');

/** What `phone-number-conversion` says, in German. */
export const phoneConversionDe: PhoneConversionTexts = {
  phoneConversion: {
    label: 'Telefonnummern umwandeln',
    intro: 'Zeigt zuerst, was sich ändern würde. Bis Sie umwandeln, wird nichts geschrieben.',
    kinds: { all: 'Kontakte und Ressourcen', contact: 'Kontakte', resource: 'Ressourcen' },
    kind: 'Empfänger',
    branch: 'Niederlassung',
    allBranches: 'Alle Niederlassungen',
    format: 'Schreiben als',
    // A sign before digits goes to the other end where text runs from right to left, unless it is kept apart.
    formats: { e164: '\u2066+31612345678\u2069', '00': '0031612345678', digits: '31612345678' },
    kindOf: { contact: 'Kontakt', resource: 'Ressource' },
    check: 'Nummern prüfen',
    checking: (count) => plural(count, { one: '# Nummer gelesen', other: '# Nummern gelesen' }),
    again: 'Erneut prüfen',
    checkFailed: 'Die Nummern konnten nicht gelesen werden.',
    unsupported: 'Dieses Backend hat keine Nummern zum Umwandeln.',
    empty: 'Keine Empfänger mit diesen Filtern.',
    emptyHint: 'Wählen Sie andere Empfänger oder eine andere Niederlassung.',
    nothingHere: 'Nichts in dieser Liste.',
    show: 'Anzeigen',
    verdicts: {
      all: 'Alle',
      changed: 'Ändert sich',
      doubtful: 'Zweifelhaft',
      invalid: 'Ungültig',
      unchanged: 'Unverändert',
      empty: 'Leer',
    },
    reasons: {
      'not-in-plan': 'keine bekannte Mobilnummer',
      landline: 'Festnetz',
      'country-unknown': 'Land nicht prüfbar',
      extension: 'Durchwahl entfällt',
      shared: 'mehrere Karten haben diese Nummer',
      empty: 'keine Nummer',
      'not-a-number': 'keine Telefonnummer',
      'no-country': 'Land fehlt',
      'too-short': 'zu kurz',
      'too-long': 'zu lang',
      several: 'mehrere Nummern',
      'short-code': 'Kurzwahlnummer',
      opaque: 'eine Kennung',
    },
    columns: {
      name: 'Empfänger',
      kind: 'Art',
      from: 'Gespeichert',
      to: 'Wird zu',
      reason: 'Bemerkung',
      take: 'Mitnehmen',
    },
    rows: 'Karten im Bericht',
    id: 'Nummer',
    verdict: 'Ergebnis',
    nothing: 'nichts',
    take: (name) => `${name} mitnehmen`,
    takeAll: 'Alle zweifelhaften Nummern mitnehmen',
    page: (first, last, all) => `${first}–${last} von ${all}`,
    previous: 'Zurück',
    next: 'Weiter',
    convert: (count) => plural(count, { one: '# Nummer umwandeln', other: '# Nummern umwandeln' }),
    nothingToConvert: 'Nichts umzuwandeln',
    converting: (done, all) => `${done} von ${all} geschrieben`,
    stop: 'Anhalten',
    done: (count) => plural(count, { one: '# Nummer umgewandelt.', other: '# Nummern umgewandelt.' }),
    stopped: (count) =>
      plural(count, {
        one: 'Angehalten. # Nummer wurde umgewandelt.',
        other: 'Angehalten. # Nummern wurden umgewandelt.',
      }),
    skipped: (count) =>
      plural(count, {
        one: '# Karte blieb unberührt: Jemand hat sie inzwischen geändert.',
        other: '# Karten blieben unberührt: Jemand hat sie inzwischen geändert.',
      }),
    undo: 'Rückgängig',
    undone: (count) =>
      plural(count, { one: '# Nummer ist wieder wie zuvor.', other: '# Nummern sind wieder wie zuvor.' }),
    writeFailed: 'Nicht alles wurde geschrieben.',
    download: 'Als CSV herunterladen',
    file: 'telefonnummern',
  },
};
