import type { ComposerToolTexts } from './composer-tools.en.ts';
import { languageForms } from './forms.ts';

const { plural } = languageForms('nl');

/** The texts of the composer's tools in Dutch. */
export const composerTools: ComposerToolTexts = {
  language: 'nl',
  tools: 'Hulpmiddelen',
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
  templates: {
    choose: 'Sjabloon kiezen',
    draft: 'Hier wacht een sjabloon dat nog niet is verzonden',
  },
};
