import { languageForms } from './forms.ts';

const { plural } = languageForms('en');

/** What a timeline says beyond texts, in English; the shape all other languages have. They load when they are needed. */
export const timelineMoreEn = {
  /** BCP 47 tag of these texts. */
  language: 'en',
  audio: {
    pause: 'Pause',
    play: 'Play',
    position: 'Position',
    speed: (speed: string) => `Speed ${speed}×`,
  },
  /** What begins above the first message, by what is shown. */
  beginning: (history: 'recipient' | 'recent', count: number): string =>
    history === 'recipient'
      ? 'Beginning of all messages with this recipient'
      : count < 100
        ? 'No earlier messages'
        : 'The latest 100 messages begin here',
  details: {
    account: 'Own number',
    before: 'what it said before',
    code: 'Provider code',
    deleted: 'Deleted',
    detail: 'Provider says',
    edited: 'Edited',
    noText: 'No text',
    received: 'Received',
    textOf: (time: string) => `Text of ${time}`,
    title: 'Details of this message',
    written: 'Written',
  },
  files: {
    away: 'The file could not be loaded.',
    gone: 'This file is no longer available.',
    loading: 'Getting the file',
  },
  hole: { failed: 'Messages in between could not be loaded', load: 'Load', text: 'Messages in between are not loaded' },
  lightbox: {
    away: 'The picture could not be loaded.',
    close: 'Close',
    deleted: 'Picture closed: its message was deleted.',
    download: 'Download',
    gone: 'This file is no longer available.',
    next: 'Next picture',
    place: (number: string, count: string) => `${number} of ${count}`,
    previous: 'Previous picture',
    title: 'Picture',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
  },
  presence: {
    customer: (count: number, names: string) =>
      plural(count, { one: '% is typing', other: '% are typing' }).replace('%', () => names),
    replying: (count: number, names: string) =>
      plural(count, { one: '% is replying', other: '% are replying' }).replace('%', () => names),
    viewing: (count: number, names: string) =>
      plural(count, { one: '% is here too', other: '% are here too' }).replace('%', () => names),
  },
  quote: {
    earlier: 'An earlier message',
    lead: (name: string) => `Go to the message of ${name}`,
    leadEarlier: 'Go to the message that this one answers',
    missing: 'That message could not be found.',
  },
  reactions: (emoji: string, names: string) => `${emoji} by ${names}`,
  thread: {
    lead: (name: string) => `Open the conversation with ${name}`,
    leadHere: 'Open this conversation',
    since: (date: string) => `Conversation since ${date}`,
  },
  views: {
    label: 'Which messages',
    conversation: 'This conversation',
    recipient: 'All with this recipient',
    recent: 'Latest 100 messages',
  },
  tools: {
    copied: 'Copied',
    copy: 'Copy text',
    details: 'Details',
    label: 'This message',
    markUnread: 'Mark unread from here',
    markedUnread: 'Marked as unread from here.',
    notFound: 'Asked just now: the message is not known there yet.',
    notMarkedUnread: 'It could not be marked as unread.',
    open: 'More for this message',
    reply: 'Reply',
    sentAgain: 'Sent again as a new message.',
  },
  search: {
    close: 'Close search',
    failed: 'The search did not succeed.',
    files: 'Files',
    further: 'Search further back',
    found: (count: number) => plural(count, { one: '# found', other: '# found' }),
    foundMore: (count: string) => `more than ${count} found`,
    label: 'Search in this conversation',
    next: 'Next',
    none: 'Nothing found',
    noneYet: 'Nothing found yet',
    noFiles: 'No files in this conversation',
    place: (number: string, count: string) => `${number} of ${count}`,
    previous: 'Previous',
    results: 'Results',
    running: 'Searching',
    unread: (count: string) => `The last ${count} messages were searched.`,
  },
  failures: {
    reasons: {
      account: 'Not sent: there is a problem with the own account.',
      blocked: 'Not sent: the recipient has blocked this sender.',
      expired: 'Not delivered in time.',
      'invalid-number': 'Not sent: the number is not valid.',
      media: 'Not sent: the file could not be handed over.',
      'opted-out': 'Not sent: the recipient does not want these messages.',
      policy: 'Not sent: the channel holds messages to this recipient back for now.',
      'provider-down': 'Not sent: the provider cannot be reached.',
      'rate-limited': 'Not sent: too many messages in a short time.',
      rejected: 'Not sent: the provider did not accept the message.',
      template: 'Not sent: there is a problem with the approved template.',
      unknown: 'Not sent: the provider gave no reason.',
      unreachable: 'Not delivered: the recipient cannot be reached. It was tried for 24 hours.',
      'unsupported-content': 'Not sent: the channel does not support this content.',
      'window-closed': 'Not sent: the reply window was closed.',
    },
    /** What to do about it, where a button alone does not say it. */
    steps: {
      'check-number': 'Check the number on the recipient’s card.',
      'tell-admin': 'Tell your administrator.',
      wait: 'Wait a while before you try again.',
    },
  },
  openMap: 'Open map',
  trouble: {
    actionFailed: 'That did not work.',
    check: 'Check',
    code: (code: string) => `Code ${code}`,
    confirmDiscard: 'Discard this message? Its text is lost.',
    copied: 'Copied',
    copy: 'Copy',
    discard: 'Discard',
    edit: 'Edit',
    keep: 'Keep',
    otherChannel: 'Other channel',
    retry: 'Retry',
    sendAgain: 'Send again',
    unknownHint: 'No answer has come. The message may have been sent.',
  },
};

/** Texts of a timeline's chunk in any language. */
export type TimelineMoreTexts = typeof timelineMoreEn;
