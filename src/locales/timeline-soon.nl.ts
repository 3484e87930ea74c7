import type { TimelineSoonTexts } from './timeline-soon.en.ts';
import { languageForms } from './forms.ts';

const { plural } = languageForms('nl');

/** What `conversation-timeline` says a moment after its first messages, aloud and in words, in Dutch. */
export const timelineSoonNl: TimelineSoonTexts = {
  timelineSoon: {
    empty: 'Nog geen berichten',
    emptyHint: 'Schrijf het eerste bericht om het gesprek te beginnen.',
    jump: 'Naar het nieuwste',
    jumpCount: (count) =>
      plural(count, { one: 'Naar het nieuwste, # nieuw bericht', other: 'Naar het nieuwste, # nieuwe berichten' }),
    loadFailed: 'De berichten konden niet worden geladen.',
    toUnread: (count) =>
      plural(count, { one: 'Naar het ongelezen bericht', other: 'Naar het eerste van # ongelezen berichten' }),
  },
  announcements: {
    changed: (count) => plural(count, { one: '# bericht gewijzigd', other: '# berichten gewijzigd' }),
    failed: (name) => `Het bericht aan ${name} is niet verzonden.`,
    incoming: (name, text) => `${name}: ${text}`,
    newMessages: (count) => plural(count, { one: '# nieuw bericht', other: '# nieuwe berichten' }),
    noSuchMessage: 'Dat bericht is er niet.',
    note: (name, text) => `Interne notitie van ${name}: ${text}`,
  },
};
