import type { ListTexts } from './list.en.ts';
import { languageForms } from './forms.ts';
import { rowsNl } from './rows.nl.ts';

const { plural } = languageForms('nl');

/** What `conversation-list` says at first, in Dutch. */
export const listNl: ListTexts = {
  ...rowsNl,
  list: {
    channelClosing: (channel, left) => `${channel}: nog ${left} om te antwoorden`,
    clearCoWorker: (name) => `Filter op medewerker wissen: ${name}`,
    clearSearch: 'Zoekopdracht wissen',
    conversationCount: (count) => plural(count, { one: '# gesprek', other: '# gesprekken' }),
    draft: 'Concept',
    draftText: (text) => `Concept: ${text}`,
    failed: 'Niet verzonden',
    failedCount: (count) => plural(count, { one: '# bericht niet verzonden', other: '# berichten niet verzonden' }),
    filterUnread: 'Ongelezen',
    label: 'Gesprekken',
    pending: (count) => plural(count, { one: '# bericht onderweg', other: '# berichten onderweg' }),
    pinned: 'Vastgezet',
    queued: 'In wachtrij',
    showMine: 'Alleen eigen',
    snoozed: 'Uitgesteld',
    states: { new: 'Nieuw', assigned: '', archived: 'Gearchiveerd', spam: 'Spam' },
    tabs: {
      new: 'Nieuw',
      'assigned-to-me': 'Aan mij toegewezen',
      assigned: 'Toegewezen',
      all: 'Alle',
      spam: 'Spam',
      archived: 'Gearchiveerd',
    },
    tools: {
      allTeams: 'Alle teams',
      choose: 'Meerdere selecteren',
      clearBranch: (name: string) => `Filter op vestiging wissen: ${name}`,
      filter: 'Filteren',
      savedViews: 'Opgeslagen weergaven',
      sleeping: (count) => `Uitgesteld (${count})`,
      start: 'Nieuw gesprek',
      team: 'Team',
    },
    waiting: (time) => `wacht al ${time}`,
  },
};

/** In the same chunk: a second one would come late. */
export { listSoonNl } from './list-soon.nl.ts';
