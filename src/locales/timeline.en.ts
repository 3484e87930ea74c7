import { languageForms } from './forms.ts';

const { plural } = languageForms('en');

/** What `conversation-timeline` says at first, in English. `timeline-soon` and `timeline-more` load later. */
export const timelineEn = {
  timeline: {
    beginning: 'Beginning of the conversation',
    by: (who: string) => `by ${who}`,
    edited: 'edited',
    events: {
      archived: 'Archived',
      assigned: (to: string) => `Assigned to ${to}`,
      branch: (to: string) => `Moved to branch ${to}`,
      linked: (to: string) => `Linked to ${to}`,
      unlinked: (from: string) => `Link to ${from} undone`,
      noBranch: 'Branch removed',
      'not-spam': 'No longer spam',
      reopened: 'Reopened',
      spam: 'Marked as spam',
      started: 'Conversation started',
      tagged: (tag: string) => `Tag ${tag} added`,
      unassigned: 'No longer assigned',
      untagged: (tag: string) => `Tag ${tag} removed`,
    },
    feed: (name: string) => `Conversation with ${name}`,
    internal: 'Internal',
    label: 'Messages',
    loadingOlder: 'Loading earlier messages',
    olderFailed: 'Earlier messages could not be loaded.',
    origins: { bot: 'Bot', campaign: 'Campaign', system: 'Other system' },
    recentFeed: 'Latest messages',
    showAll: 'Show the whole message',
    unread: (count: number) => plural(count, { one: '# unread message', other: '# unread messages' }),
  },
  status: {
    draft: 'Draft',
    queued: 'Queued',
    sending: 'Sending',
    unknown: 'Outcome unknown',
    accepted: 'Accepted',
    sent: 'Sent',
    delivered: 'Delivered',
    read: 'Read',
    failed: 'Failed',
    cancelled: 'Cancelled',
  },
};

/** The shape of these texts. */
export type TimelineTexts = typeof timelineEn;
