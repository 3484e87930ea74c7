import type { ViewTexts } from './view.en.ts';

/** What `conversation-view` says at first, around its list and its timeline, in Arabic. */
export const viewAr: ViewTexts = {
  view: {
    backToConversations: 'العودة إلى المحادثات',
    conversations: 'المحادثات',
    messages: 'الرسائل',
  },
};

/** In the same chunk: a second one would come late. */
export { viewSoonAr } from './view-soon.ar.ts';
