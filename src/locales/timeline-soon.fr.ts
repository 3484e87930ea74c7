import { languageForms } from './forms.ts';
import type { TimelineSoonTexts } from './timeline-soon.en.ts';

const { plural } = languageForms('fr');

/** What `conversation-timeline` says a moment after its first messages, aloud and in words, in French. */
export const timelineSoonFr: TimelineSoonTexts = {
  timelineSoon: {
    empty: 'Pas encore de messages',
    emptyHint: 'Écrivez le premier pour commencer la conversation.',
    jump: 'Aller au dernier',
    jumpCount: (count) =>
      plural(count, { one: 'Aller au dernier, # nouveau message', other: 'Aller au dernier, # nouveaux messages' }),
    loadFailed: 'Les messages n’ont pas pu être chargés.',
    toUnread: (count) =>
      plural(count, { one: 'Aller au message non lu', other: 'Aller au premier des # messages non lus' }),
  },
  announcements: {
    changed: (count) => plural(count, { one: '# message modifié', other: '# messages modifiés' }),
    failed: (name) => `Le message à ${name} n’a pas été envoyé.`,
    incoming: (name, text) => `${name}\u202f: ${text}`,
    newMessages: (count) => plural(count, { one: '# nouveau message', other: '# nouveaux messages' }),
    noSuchMessage: 'Ce message n’existe pas.',
    note: (name, text) => `Note interne de ${name}\u202f: ${text}`,
  },
};
