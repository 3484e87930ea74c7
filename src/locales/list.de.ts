import { languageForms } from './forms.ts';
import type { ListTexts } from './list.en.ts';
import { rowsDe } from './rows.de.ts';

const { plural } = languageForms('de');

/** What `conversation-list` says at first, in German. */
export const listDe: ListTexts = {
  ...rowsDe,
  list: {
    channelClosing: (channel, left) => `${channel}: noch ${left} zum Antworten`,
    clearCoWorker: (name) => `Mitarbeiterfilter löschen: ${name}`,
    clearSearch: 'Suche löschen',
    conversationCount: (count) => plural(count, { one: '# Unterhaltung', other: '# Unterhaltungen' }),
    draft: 'Entwurf',
    draftText: (text) => `Entwurf: ${text}`,
    failed: 'Nicht gesendet',
    failedCount: (count) => plural(count, { one: '# Nachricht nicht gesendet', other: '# Nachrichten nicht gesendet' }),
    filterUnread: 'Ungelesen',
    label: 'Unterhaltungen',
    pending: (count) => plural(count, { one: '# Nachricht unterwegs', other: '# Nachrichten unterwegs' }),
    pinned: 'Angeheftet',
    queued: 'In Warteschlange',
    showMine: 'Nur eigene',
    snoozed: 'Zurückgestellt',
    states: { new: 'Neu', assigned: '', archived: 'Archiviert', spam: 'Spam' },
    tabs: {
      new: 'Neu',
      'assigned-to-me': 'Mir zugewiesen',
      assigned: 'Zugewiesen',
      all: 'Alle',
      spam: 'Spam',
      archived: 'Archiviert',
    },
    tools: {
      allTeams: 'Alle Teams',
      choose: 'Mehrere auswählen',
      clearBranch: (name) => `Niederlassungsfilter löschen: ${name}`,
      filter: 'Filtern',
      savedViews: 'Gespeicherte Ansichten',
      sleeping: (count) => `Zurückgestellt (${count})`,
      start: 'Neue Unterhaltung',
      team: 'Team',
    },
    waiting: (time) => `wartet seit ${time}`,
  },
};

/** In the same chunk: a second one would come late. */
export { listSoonDe } from './list-soon.de.ts';
