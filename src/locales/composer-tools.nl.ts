import type { ComposerToolTexts } from './composer-tools.en.ts';
import { languageForms } from './forms.ts';

const { plural } = languageForms('nl');

/** The texts of the composer's tools in Dutch. */
export const composerToolsNl: ComposerToolTexts = {
  language: 'nl',
  tools: 'Hulpmiddelen',
  assistant: 'Assistent',
  emoji: 'Emoji',
  preview: {
    invitation: 'Voorbeeld van de uitnodiging',
    invitationProblems: {
      'no-number': 'De uitnodiging heeft geen WhatsApp-nummer om naar te verwijzen.',
      'no-template': 'Er is geen gesprekssjabloon voor de uitnodiging in deze taal, en geen standaard.',
    },
    missing: (name) => `${name}: niets bekend`,
    outgoing: 'Wat wordt verzonden',
  },
  counter: {
    left: (count) => plural(count, { other: 'nog #' }),
    parts: (count) => plural(count, { one: '# deel', other: '# delen' }),
    usedOf: (used, limit) => `${used} van ${limit}`,
  },
  unicode: {
    all: 'Alles vervangen',
    byHand: (character) => `${character} zelf vervangen`,
    more: (count) => plural(count, { other: 'en nog #' }),
    omit: (character) => `${character} weglaten`,
    title: (perPart) => plural(perPart, { other: 'Delen van # tekens vanwege:' }),
    with: (character, replacement) => `${character} vervangen door ${replacement}`,
  },
  quickReplies: {
    added: 'Snel antwoord toegevoegd.',
    failed: 'De snelle antwoorden konden niet worden geladen.',
    files: (count) => plural(count, { one: '# bestand', other: '# bestanden' }),
    filesLeftOut: (names) => `Niet toegevoegd, omdat hier geen bestanden kunnen worden verzonden: ${names}`,
    found: (count) => plural(count, { one: '# snel antwoord', other: '# snelle antwoorden' }),
    hint: 'Of typ ! en de eerste letters in het bericht.',
    none: 'Er zijn nog geen snelle antwoorden.',
    nothingFound: (search) => `Geen snel antwoord met “${search}”`,
    search: 'Snelle antwoorden zoeken',
    title: 'Snelle antwoorden',
  },
  mentions: {
    added: (name) => `${name} wordt genoemd.`,
    found: (count) => plural(count, { one: '# collega', other: '# collega’s' }),
    title: 'Collega’s',
  },
  quote: {
    cancel: 'Niet citeren',
    cancelled: 'Het bericht wordt niet meer geciteerd.',
    earlier: 'Antwoord op een eerder bericht',
    replyTo: (name: string) => `Antwoord aan ${name}`,
  },
  review: {
    answered: (by, time) => `${by} heeft om ${time} geantwoord.`,
    archived: 'Het gesprek is intussen gearchiveerd.',
    customerWrote: (name, count, time) =>
      plural(count, {
        one: `${name} heeft om ${time} nog een bericht gestuurd.`,
        other: `${name} heeft nog # berichten gestuurd, het laatste om ${time}.`,
      }),
    keepWriting: 'Bekijken en verder schrijven',
    noted: (by, time) => `${by} heeft om ${time} een notitie gemaakt.`,
    reassigned: 'Het gesprek is aan iemand anders toegewezen.',
    sendAnyway: 'Toch verzenden',
    somebody: 'Iemand',
    spam: 'Het gesprek is intussen als spam gemarkeerd.',
    unassigned: 'Het gesprek is van niemand meer.',
  },
  sender: {
    closed: (name) => `${name} (alleen met sjabloon)`,
    from: 'vanaf',
    inactive: (name) => `${name} (uitgeschakeld)`,
    letters: 'Kan niet worden beantwoord',
  },
  sendWays: {
    cancelled: 'Teruggehaald. De tekst staat weer in het bericht.',
    failed: 'Kon niet worden verzonden: haal het terug om het anders te verzenden.',
    kept: (when) => `Wordt verzonden op ${when}.`,
    later: 'Later verzenden',
    leaves: (seconds) =>
      plural(seconds, { one: 'Het bericht vertrekt over # seconde.', other: 'Het bericht vertrekt over # seconden.' }),
    more: 'Meer manieren om te verzenden',
    notLater: 'Later versturen kan hier niet: het systeem erachter verstuurt meteen.',
    notArchived: {
      failed: 'Het bericht is verzonden, maar het gesprek kon niet worden gearchiveerd.',
      wrote: 'Het bericht is verzonden. De klant heeft inmiddels geschreven, daarom is het gesprek niet gearchiveerd.',
    },
    past: 'Dit tijdstip is voorbij.',
    presets: {
      'in-an-hour': 'Over een uur',
      monday: 'Maandagochtend',
      'this-evening': 'Vanavond',
      tomorrow: 'Morgenochtend',
    },
    schedule: 'Op dit tijdstip verzenden',
    scheduled: (count) =>
      plural(count, { one: '# bericht wacht op zijn tijd', other: '# berichten wachten op hun tijd' }),
    sendAndArchive: 'Verzenden en archiveren',
    takeBack: 'Terughalen',
    takeBackOf: (when) => `Bericht van ${when} terughalen`,
    takenBack: 'Teruggehaald. Er is niets verzonden.',
    templateWaits: 'Er wacht hier al een ander sjabloon: verstuur dat eerst of begin het opnieuw.',
    time: 'Datum en tijd',
    tooFar: 'Dit is te ver vooruit.',
    tooLate: 'Te laat: het bericht is vertrokken.',
    undo: 'Ongedaan maken',
    windowClosed: 'Het antwoordvenster is dan gesloten.',
    zone: (zone) => `Tijdzone: ${zone}`,
  },
  templates: {
    choose: 'Sjabloon kiezen',
    draft: 'Hier wacht een sjabloon dat nog niet is verzonden',
  },
};
