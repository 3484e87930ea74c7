import { languageForms } from './forms.ts';
import type { TimelineSoonTexts } from './timeline-soon.en.ts';

const { plural } = languageForms('de');

/** What `conversation-timeline` says a moment after its first messages, aloud and in words, in German. */
export const timelineSoonDe: TimelineSoonTexts = {
  timelineSoon: {
    empty: 'Noch keine Nachrichten',
    emptyHint: 'Schreiben Sie die erste, um die Unterhaltung zu beginnen.',
    jump: 'Zur neuesten',
    jumpCount: (count) =>
      plural(count, { one: 'Zur neuesten, # neue Nachricht', other: 'Zur neuesten, # neue Nachrichten' }),
    loadFailed: 'Die Nachrichten konnten nicht geladen werden.',
    toUnread: (count) =>
      plural(count, { one: 'Zur ungelesenen Nachricht', other: 'Zur ersten von # ungelesenen Nachrichten' }),
  },
  announcements: {
    changed: (count) => plural(count, { one: '# Nachricht geändert', other: '# Nachrichten geändert' }),
    failed: (name) => `Die Nachricht an ${name} wurde nicht gesendet.`,
    incoming: (name, text) => `${name}: ${text}`,
    newMessages: (count) => plural(count, { one: '# neue Nachricht', other: '# neue Nachrichten' }),
    noSuchMessage: 'Diese Nachricht gibt es nicht.',
    note: (name, text) => `Interne Notiz von ${name}: ${text}`,
  },
};
