/** What `conversation-view` says at first, around its list and its timeline, in English. */
export const viewEn = {
  view: {
    backToConversations: 'Back to conversations',
    conversations: 'Conversations',
    messages: 'Messages',
  },
};

/** The shape of these texts. */
export type ViewTexts = typeof viewEn;
