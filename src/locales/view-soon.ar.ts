import { apart } from './ar.ts';
import { bannersAr } from './banners.ar.ts';
import type { ViewSoonTexts } from './view-soon.en.ts';

/** What `conversation-view` says a moment later: its commands, the details, words for no conversation, in Arabic. */
export const viewSoonAr: ViewSoonTexts = {
  ...bannersAr,
  viewSoon: {
    assignToMe: 'تعيين لي',
    choose: 'لم تُحدد محادثة',
    chooseHint: 'اختر محادثة لقراءتها والرد عليها.',
    closeDetails: 'إغلاق التفاصيل',
    details: 'التفاصيل',
    nextConversation: 'المحادثة التالية',
    previousConversation: 'المحادثة السابقة',
    recipientEmpty: (name) => `لا توجد محادثة مع ${apart(name)} بعد`,
    recipientEmptyUnnamed: 'لا توجد محادثة بعد',
    resizeDetails: 'عرض التفاصيل',
    resizeList: 'عرض قائمة المحادثات',
    retryFailed: 'إعادة إرسال الرسائل التي فشلت',
    send: 'إرسال',
    showDetails: 'التفاصيل',
    start: 'بدء محادثة',
    startHint: 'ابدأ محادثة لكتابة الرسالة الأولى.',
    startNew: 'بدء محادثة جديدة',
  },
};
