import { bulkResultsEn } from './bulk-results.en.ts';
import { cuesEn } from './cues.en.ts';
import { languageForms } from './forms.ts';
import { noRowsEn } from './no-rows.en.ts';
import { rowsEn } from './rows.en.ts';

const { plural } = languageForms('en');

/** What `conversation-monitor` says, in English. */
export const monitorEn = {
  ...bulkResultsEn,
  ...rowsEn,
  ...noRowsEn,
  ...cuesEn,
  monitor: {
    buckets: {
      label: 'Waiting customers',
      'on-time': 'On time',
      danger: 'Soon too late',
      'too-late': 'Too late',
    },
    label: 'Monitoring',
    filters: {
      label: 'Filters',
      coWorker: 'Co-worker',
      branch: 'Branch',
      channel: 'Channel',
      state: 'State',
      anybody: 'All co-workers',
      nobody: 'Without co-worker',
      anyBranch: 'All branches',
      noBranch: 'Without branch',
      anyChannel: 'All channels',
      states: { open: 'Open', new: 'New', assigned: 'Assigned', archived: 'Archived', spam: 'Spam' },
    },
    columns: {
      choose: 'Choose',
      recipient: 'Recipient',
      message: 'Last message',
      coWorker: 'Co-worker',
      branch: 'Branch',
      waits: 'Waits',
      at: 'Last message at',
    },
    missing: { coWorker: 'Nobody', branch: 'No branch', recipient: 'Unknown' },
    waits: {
      'on-time': (time: string) => `Waits ${time}, on time`,
      danger: (time: string) => `Waits ${time}, soon too late`,
      'too-late': (time: string) => `Waits ${time}, too late`,
    },
    empty: 'No conversations',
    emptyHint: 'A conversation appears here as soon as a customer writes.',
    nothingFound: 'Nothing to look at here',
    nothingFoundHint: 'No conversation has what these filters ask for.',
    selection: {
      label: 'Chosen conversations',
      chosen: (count: number) => plural(count, { one: '# conversation chosen', other: '# conversations chosen' }),
      all: 'All that match are chosen',
      chooseShown: 'Choose all shown',
      chooseAll: 'Choose all that match',
      chooseOne: (name: string) => `Choose ${name}`,
      clear: 'Clear selection',
      absent: (name: string) => `${name} (not logged in)`,
      assignTo: 'Assign to',
      assign: 'Assign',
      moveTo: 'Move to branch',
      move: 'Move',
      takeOver: 'Take over',
    },
    run: {
      running: (done: string, all: string) => `${done} of ${all} done`,
      starting: 'Working…',
      finished: (count: number) => plural(count, { one: '# conversation changed.', other: '# conversations changed.' }),
      stopped: (count: number) =>
        plural(count, { one: 'Stopped. # conversation was changed.', other: 'Stopped. # conversations were changed.' }),
      skipped: (count: number) =>
        plural(count, { one: '# was so already or has changed.', other: '# were so already or have changed.' }),
      failed: (count: number) => plural(count, { one: '# could not be changed.', other: '# could not be changed.' }),
      broken: 'Not everything was changed.',
      undone: (count: number) =>
        plural(count, { one: '# conversation is as it was.', other: '# conversations are as they were.' }),
      stop: 'Stop',
      undo: 'Undo',
    },
    load: {
      label: 'Co-workers',
      show: 'Show co-workers',
      hide: 'Hide co-workers',
      name: 'Co-worker',
      open: 'Open',
      waiting: 'Waiting',
      late: 'Too late',
      nobody: 'Nobody’s',
      formerly: 'No longer here',
      filter: (name: string) => `Only conversations of ${name}`,
      presence: { online: 'Online', offline: 'Not online' },
      longest: (time: string) => `Longest wait: ${time}`,
    },
  },
};

/** The shape of a language: the same keys as English, the same parameters. */
export type MonitorTexts = typeof monitorEn;
