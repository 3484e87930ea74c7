import { languageForms } from './forms.ts';

const { plural } = languageForms('en');

/** The texts of the composer's tools in English; the shape all other languages have. They load with the tools. */
export const composerToolsEn = {
  /** BCP 47 tag of these texts. */
  language: 'en',
  tools: 'Tools',
  assistant: 'Assistant',
  emoji: 'Emoji',
  preview: {
    invitation: 'Preview of the invitation',
    invitationProblems: {
      'no-number': 'The invitation has no WhatsApp number to lead to.',
      'no-template': 'There is no invitation template in this language, and no default one.',
    },
    missing: (name: string) => `${name}: nothing known`,
    outgoing: 'What will be sent',
  },
  counter: {
    left: (count: number) => plural(count, { other: '# left' }),
    parts: (count: number) => plural(count, { one: '# part', other: '# parts' }),
    usedOf: (used: string, limit: string) => `${used} of ${limit}`,
  },
  unicode: {
    all: 'Replace all',
    byHand: (character: string) => `Replace ${character} by hand`,
    more: (count: number) => plural(count, { other: 'and # more' }),
    omit: (character: string) => `Replace ${character} with nothing`,
    title: (perPart: number) => plural(perPart, { other: 'Parts of # characters because of:' }),
    with: (character: string, replacement: string) => `Replace ${character} with ${replacement}`,
  },
  quickReplies: {
    added: 'Quick reply added.',
    failed: 'The quick replies could not be loaded.',
    files: (count: number) => plural(count, { one: '# file', other: '# files' }),
    filesLeftOut: (names: string) => `Not added, because files cannot be sent here: ${names}`,
    found: (count: number) => plural(count, { one: '# quick reply', other: '# quick replies' }),
    hint: 'Or type ! and the first letters in your message.',
    none: 'There are no quick replies yet.',
    nothingFound: (search: string) => `No quick reply with “${search}”`,
    search: 'Search quick replies',
    title: 'Quick replies',
  },
  mentions: {
    added: (name: string) => `${name} is mentioned.`,
    found: (count: number) => plural(count, { one: '# colleague', other: '# colleagues' }),
    title: 'Colleagues',
  },
  quote: {
    cancel: 'Do not quote',
    cancelled: 'The message is no longer quoted.',
    earlier: 'Answer to an earlier message',
    replyTo: (name: string) => `Answer to ${name}`,
  },
  review: {
    answered: (by: string, time: string) => `${by} answered at ${time}.`,
    archived: 'The conversation was archived meanwhile.',
    customerWrote: (name: string, count: number, time: string) =>
      plural(count, {
        one: `${name} wrote another message at ${time}.`,
        other: `${name} wrote # more messages, the last at ${time}.`,
      }),
    keepWriting: 'Review and keep writing',
    noted: (by: string, time: string) => `${by} left a note at ${time}.`,
    reassigned: 'The conversation was assigned to somebody else.',
    sendAnyway: 'Send anyway',
    somebody: 'Somebody',
    spam: 'The conversation was marked as spam meanwhile.',
    unassigned: 'The conversation belongs to nobody any more.',
  },
  sender: {
    closed: (name: string) => `${name} (template only)`,
    from: 'from',
    inactive: (name: string) => `${name} (switched off)`,
    letters: 'Cannot be answered',
  },
  sendWays: {
    cancelled: 'Taken back. Its text is in the message again.',
    failed: 'Could not be sent: take it back to send it another way.',
    kept: (when: string) => `Will be sent on ${when}.`,
    later: 'Send later',
    leaves: (seconds: number) =>
      plural(seconds, { one: 'The message leaves in # second.', other: 'The message leaves in # seconds.' }),
    more: 'More ways to send',
    notLater: 'Messages cannot be sent later here: the system behind it sends them at once.',
    notArchived: {
      failed: 'The message was sent, but the conversation could not be archived.',
      wrote: 'The message was sent. The customer wrote meanwhile, so the conversation was not archived.',
    },
    past: 'This time is past.',
    presets: {
      'in-an-hour': 'In an hour',
      monday: 'Monday morning',
      'this-evening': 'This evening',
      tomorrow: 'Tomorrow morning',
    },
    schedule: 'Send at this time',
    scheduled: (count: number) =>
      plural(count, { one: '# message waits for its time', other: '# messages wait for their time' }),
    sendAndArchive: 'Send and archive',
    takeBack: 'Take back',
    takeBackOf: (when: string) => `Take back the message of ${when}`,
    takenBack: 'Taken back. Nothing was sent.',
    templateWaits: 'Another template waits here unsent: send it or start it over first.',
    time: 'Date and time',
    tooFar: 'This is too far ahead.',
    tooLate: 'Too late: the message has left.',
    undo: 'Undo',
    windowClosed: 'The reply window is closed by then.',
    zone: (zone: string) => `Time zone: ${zone}`,
  },
  templates: {
    choose: 'Choose template',
    draft: 'A template waits here unsent',
  },
};

/** The shape of a language: the same keys as English, the same parameters. */
export type ComposerToolTexts = typeof composerToolsEn;
