import { bannersEn } from './banners.en.ts';
import { languageForms } from './forms.ts';

const { plural } = languageForms('en');

/** What `conversation-view` says a moment later: its commands, the details, words for no conversation, in English. */
export const viewSoonEn = {
  ...bannersEn,
  viewSoon: {
    assignToMe: 'Assign to me',
    choose: 'No conversation selected',
    chooseHint: 'Choose a conversation to read and answer it.',
    closeDetails: 'Close details',
    details: 'Details',
    newElsewhere: (count: number) =>
      plural(count, { one: '# new message in another conversation', other: '# new messages in other conversations' }),
    nextConversation: 'Next conversation',
    previousConversation: 'Previous conversation',
    recipientEmpty: (name: string) => `No conversation with ${name} yet`,
    recipientEmptyUnnamed: 'No conversation yet',
    resizeDetails: 'Width of the details',
    resizeList: 'Width of the conversation list',
    retryFailed: 'Try failed messages again',
    send: 'Send',
    showDetails: 'Details',
    start: 'Start conversation',
    startHint: 'Start one to write the first message.',
    startNew: 'Start a new conversation',
  },
};

/** The shape of these texts. */
export type ViewSoonTexts = typeof viewSoonEn;
