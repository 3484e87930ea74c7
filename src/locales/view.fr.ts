import type { ViewTexts } from './view.en.ts';

/** What `conversation-view` says at first, around its list and its timeline, in French. */
export const viewFr: ViewTexts = {
  view: {
    backToConversations: 'Retour aux conversations',
    conversations: 'Conversations',
    messages: 'Messages',
  },
};

/** In the same chunk: a second one would come late. */
export { viewSoonFr } from './view-soon.fr.ts';
