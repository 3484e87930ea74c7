import type { ViewTexts } from './view.en.ts';

/** What `conversation-view` says at first, around its list and its timeline, in German. */
export const viewDe: ViewTexts = {
  view: {
    backToConversations: 'Zurück zu den Unterhaltungen',
    conversations: 'Unterhaltungen',
    messages: 'Nachrichten',
  },
};

/** In the same chunk: a second one would come late. */
export { viewSoonDe } from './view-soon.de.ts';
