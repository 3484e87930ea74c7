import { languageForms } from './forms.ts';
import { rowsEn } from './rows.en.ts';

const { plural } = languageForms('en');

/** What `conversation-list` says at first, in English. */
export const listEn = {
  ...rowsEn,
  list: {
    channelClosing: (channel: string, left: string) => `${channel}: ${left} left to reply`,
    clearCoWorker: (name: string) => `Clear co-worker filter: ${name}`,
    clearSearch: 'Clear search',
    conversationCount: (count: number) => plural(count, { one: '# conversation', other: '# conversations' }),
    draft: 'Draft',
    draftText: (text: string) => `Draft: ${text}`,
    failed: 'Not sent',
    failedCount: (count: number) => plural(count, { one: '# message not sent', other: '# messages not sent' }),
    filterUnread: 'Unread',
    label: 'Conversations',
    pending: (count: number) => plural(count, { one: '# message on its way', other: '# messages on their way' }),
    pinned: 'Pinned',
    queued: 'Queued',
    showMine: 'Only mine',
    snoozed: 'Snoozed',
    states: { new: 'New', assigned: '', archived: 'Archived', spam: 'Spam' },
    tabs: {
      new: 'New',
      'assigned-to-me': 'Assigned to me',
      assigned: 'Assigned',
      all: 'All',
      spam: 'Spam',
      archived: 'Archived',
    },
    tools: {
      allTeams: 'All teams',
      choose: 'Select several',
      clearBranch: (name: string) => `Clear branch filter: ${name}`,
      filter: 'Filter',
      savedViews: 'Saved views',
      sleeping: (count: number) => `Snoozed (${count})`,
      start: 'New conversation',
      team: 'Team',
    },
    waiting: (time: string) => `waiting for ${time}`,
  },
};

/** The shape of these texts. */
export type ListTexts = typeof listEn;
