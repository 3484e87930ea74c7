import { bulkResultsNl } from './bulk-results.nl.ts';
import { cuesNl } from './cues.nl.ts';
import { languageForms } from './forms.ts';
import type { MonitorTexts } from './monitor.en.ts';
import { noRowsNl } from './no-rows.nl.ts';
import { rowsNl } from './rows.nl.ts';

const { plural } = languageForms('nl');

/** What `conversation-monitor` says, in Dutch. */
export const monitorNl: MonitorTexts = {
  ...bulkResultsNl,
  ...rowsNl,
  ...noRowsNl,
  ...cuesNl,
  monitor: {
    buckets: {
      label: 'Wachtende klanten',
      'on-time': 'Op tijd',
      danger: 'Bijna te laat',
      'too-late': 'Te laat',
    },
    label: 'Monitoring',
    filters: {
      label: 'Filters',
      coWorker: 'Medewerker',
      branch: 'Vestiging',
      channel: 'Kanaal',
      state: 'Status',
      anybody: 'Alle medewerkers',
      nobody: 'Zonder medewerker',
      anyBranch: 'Alle vestigingen',
      noBranch: 'Zonder vestiging',
      anyChannel: 'Alle kanalen',
      states: { open: 'Open', new: 'Nieuw', assigned: 'Toegewezen', archived: 'Gearchiveerd', spam: 'Spam' },
    },
    columns: {
      choose: 'Kiezen',
      recipient: 'Ontvanger',
      message: 'Laatste bericht',
      coWorker: 'Medewerker',
      branch: 'Vestiging',
      waits: 'Wacht',
      at: 'Laatste bericht op',
    },
    missing: { coWorker: 'Niemand', branch: 'Geen vestiging', recipient: 'Onbekend' },
    waits: {
      'on-time': (time: string) => `Wacht ${time}, op tijd`,
      danger: (time: string) => `Wacht ${time}, bijna te laat`,
      'too-late': (time: string) => `Wacht ${time}, te laat`,
    },
    empty: 'Geen gesprekken',
    emptyHint: 'Zodra een klant schrijft verschijnt het gesprek hier.',
    nothingFound: 'Niets om naar te kijken',
    nothingFoundHint: 'Geen gesprek voldoet aan deze filters.',
    selection: {
      label: 'Gekozen gesprekken',
      chosen: (count: number) => plural(count, { one: '# gesprek gekozen', other: '# gesprekken gekozen' }),
      all: 'Alle die voldoen zijn gekozen',
      chooseShown: 'Alle getoonde kiezen',
      chooseAll: 'Alle kiezen die voldoen',
      chooseOne: (name: string) => `${name} kiezen`,
      clear: 'Keuze opheffen',
      absent: (name: string) => `${name} (niet ingelogd)`,
      assignTo: 'Toewijzen aan',
      assign: 'Toewijzen',
      moveTo: 'Naar vestiging',
      move: 'Verplaatsen',
      takeOver: 'Overnemen',
    },
    run: {
      running: (done: string, all: string) => `${done} van ${all} gedaan`,
      starting: 'Bezig…',
      finished: (count: number) => plural(count, { one: '# gesprek gewijzigd.', other: '# gesprekken gewijzigd.' }),
      stopped: (count: number) =>
        plural(count, { one: 'Gestopt. # gesprek is gewijzigd.', other: 'Gestopt. # gesprekken zijn gewijzigd.' }),
      skipped: (count: number) =>
        plural(count, { one: '# was al zo of is gewijzigd.', other: '# waren al zo of zijn gewijzigd.' }),
      failed: (count: number) =>
        plural(count, { one: '# kon niet worden gewijzigd.', other: '# konden niet worden gewijzigd.' }),
      broken: 'Niet alles is gewijzigd.',
      undone: (count: number) =>
        plural(count, { one: '# gesprek is weer zoals het was.', other: '# gesprekken zijn weer zoals ze waren.' }),
      stop: 'Stoppen',
      undo: 'Ongedaan maken',
    },
    load: {
      label: 'Medewerkers',
      show: 'Medewerkers tonen',
      hide: 'Medewerkers verbergen',
      name: 'Medewerker',
      open: 'Open',
      waiting: 'Wacht',
      late: 'Te laat',
      nobody: 'Van niemand',
      formerly: 'Niet meer hier',
      filter: (name: string) => `Alleen gesprekken van ${name}`,
      presence: { online: 'Online', offline: 'Niet online' },
      longest: (time: string) => `Langste wachttijd: ${time}`,
    },
  },
};
