import { languageForms } from './forms.ts';

const { plural } = languageForms('en');

/** What `conversation-timeline` says a moment after its first messages, aloud and in words, in English. */
export const timelineSoonEn = {
  timelineSoon: {
    empty: 'No messages yet',
    emptyHint: 'Write the first one to begin the conversation.',
    jump: 'Jump to latest',
    jumpCount: (count: number) =>
      plural(count, { one: 'Jump to latest, # new message', other: 'Jump to latest, # new messages' }),
    loadFailed: 'The messages could not be loaded.',
    toUnread: (count: number) =>
      plural(count, { one: 'Go to the unread message', other: 'Go to the first of # unread messages' }),
  },
  announcements: {
    changed: (count: number) => plural(count, { one: '# message changed', other: '# messages changed' }),
    failed: (name: string) => `Message to ${name} was not sent.`,
    incoming: (name: string, text: string) => `${name}: ${text}`,
    newMessages: (count: number) => plural(count, { one: '# new message', other: '# new messages' }),
    noSuchMessage: 'There is no such message.',
    note: (name: string, text: string) => `Internal note by ${name}: ${text}`,
  },
};

/** The shape of these texts. */
export type TimelineSoonTexts = typeof timelineSoonEn;
