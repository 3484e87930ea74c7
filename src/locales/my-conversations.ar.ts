import type { MyConversationsTexts } from './my-conversations.en.ts';
import { noRowsAr } from './no-rows.ar.ts';
import { rowsAr } from './rows.ar.ts';

/** What `my-conversations` says, in Arabic. */
export const myConversationsAr: MyConversationsTexts = {
  ...rowsAr,
  ...noRowsAr,
  myConversations: {
    actions: 'إجراءات',
    allRead: 'كل شيء مقروء',
    empty: 'لا محادثات',
    lastMessage: 'آخر رسالة',
    lastMessageAt: 'وقت آخر رسالة',
    label: 'محادثاتي',
    markFailed: 'تعذّر تعليم المحادثة.',
    nothingUnread: 'كل شيء مقروء',
    read: 'مقروءة أو غير مقروءة',
    recipient: 'اسم المستلم',
    scopeBranch: 'كل الفرع',
    scopeMine: 'محادثاتي',
    showAll: 'الكل',
    showEverything: 'عرض كل المحادثات',
    showUnread: 'غير مقروءة',
    whose: 'محادثات من',
    no: 'لا',
    yes: 'نعم',
  },
};
