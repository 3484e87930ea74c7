/** Every text of `conversation-notifications` in English; the shape all other languages have. */
export const notificationsEn = {
  notifications: {
    label: 'Notifications in this browser',
    desktop: 'Desktop notifications',
    /** What the browser says of them. */
    permission: {
      granted: 'Shown while nobody looks at a page of this browser.',
      default: 'The browser asks once whether this page may show them.',
      denied: 'This browser blocks them. Allow notifications for this page in the browser’s settings.',
      unsupported: 'This browser, or the page this one stands in, allows none.',
    },
    sound: 'Sound',
    tryIt: 'Try the sound',
    events: 'Tell me when',
    kinds: {
      new: 'somebody new writes',
      assigned: 'a conversation is assigned to me',
      message: 'a customer of mine writes',
    },
    quiet: 'Quiet hours',
    quietFrom: 'Quiet from',
    quietUntil: 'Quiet until',
    titles: {
      new: (name: string) => `New conversation: ${name}`,
      assigned: (name: string) => `Assigned to you: ${name}`,
      message: (name: string) => name,
    },
  },
};

/** The shape of a language: the same keys as English, the same parameters. */
export type NotificationTexts = typeof notificationsEn;
