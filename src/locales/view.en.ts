import { timelineEn } from './timeline.en.ts';

/** What `conversation-view` says at first, around its list and its timeline, in English; the shape all other languages have. */
export const viewEn = {
  ...timelineEn,
  view: {
    backToConversations: 'Back to conversations',
    conversations: 'Conversations',
    messages: 'Messages',
  },
};

/** The shape of these texts. */
export type ViewTexts = typeof viewEn;
