import type { ViewTexts } from './view.en.ts';

/** What `conversation-view` says at first, around its list and its timeline, in Dutch. */
export const viewNl: ViewTexts = {
  view: {
    backToConversations: 'Terug naar gesprekken',
    conversations: 'Gesprekken',
    messages: 'Berichten',
  },
};

/** In the same chunk: a second one would come late. */
export { viewSoonNl } from './view-soon.nl.ts';
