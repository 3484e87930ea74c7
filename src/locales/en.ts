/** What the elements share in English; the shape all other languages have. The rest comes with the elements. */
export const en = {
  /** BCP 47 tag of these texts, for the `lang` of what is rendered. */
  language: 'en',
  /** Which way they are read. */
  direction: 'ltr' as 'ltr' | 'rtl',
  common: {
    cancel: 'Cancel',
    close: 'Close',
    deleted: 'This message was deleted.',
    loading: 'Loading',
    markRead: 'Mark as read',
    markUnread: 'Mark as unread',
    openSource: 'Open source record',
    retry: 'Try again',
    unassigned: 'Unassigned',
    unknownSender: 'Unknown sender',
    /** What a message is called where its text would stand but it has none. */
    kinds: {
      audio: 'Audio message',
      choice: 'Choice',
      contacts: 'Contact card',
      document: 'Document',
      event: 'Event',
      image: 'Photo',
      interactive: 'Message with buttons',
      list: 'List of choices',
      location: 'Location',
      sticker: 'Sticker',
      template: 'Template message',
      text: 'Message',
      unsupported: 'Unsupported message',
      video: 'Video',
    },
    directions: { incoming: 'Incoming', outgoing: 'Outgoing', note: 'Note', event: 'Event' },
    /** What went wrong between this page and the backend, by the adapter's code. */
    errors: {
      aborted: 'The request was stopped.',
      conflict: 'Somebody else changed this at the same time.',
      forbidden: 'You have no permission for this.',
      invalid: 'The server did not accept the request.',
      'key-reused': 'The server already has another message under this number.',
      'not-found': 'This no longer exists.',
      'rate-limited': 'Too many requests. It will go on in a moment.',
      unauthenticated: 'Your sign-in has expired.',
      unavailable: 'The server cannot be reached.',
      unsupported: 'The server cannot do this.',
      'window-closed': 'The reply window is closed.',
    },
    states: { new: 'New', assigned: 'Assigned', archived: 'Archived', spam: 'Spam' },
  },
  provider: {
    failedToStart: 'The conversations cannot be opened.',
    reload: 'Reload this page.',
  },
  channels: {
    sms: 'SMS',
    whatsapp: 'WhatsApp',
    'whatsapp-invitation': 'WhatsApp invitation',
    viber: 'Viber',
    rcs: 'RCS',
    messenger: 'Messenger',
    instagram: 'Instagram',
    apple: 'Apple Messages',
    telegram: 'Telegram',
    x: 'X',
    email: 'E-mail',
  },
};

/** The shape of a language: the same keys as English, the same parameters. */
export type Messages = typeof en;
