import { apart } from './ar.ts';
import { bannersAr } from './banners.ar.ts';
import type { ViewSoonTexts } from './view-soon.en.ts';
import { languageForms } from './forms.ts';

const { plural } = languageForms('ar');

/** What `conversation-view` says a moment later: its commands, the details, words for no conversation, in Arabic. */
export const viewSoonAr: ViewSoonTexts = {
  ...bannersAr,
  viewSoon: {
    assignToMe: 'تعيين لي',
    choose: 'لم تُحدد محادثة',
    chooseHint: 'اختر محادثة لقراءتها والرد عليها.',
    closeDetails: 'إغلاق التفاصيل',
    details: 'التفاصيل',
    newElsewhere: (count) =>
      plural(count, {
        zero: 'لا رسائل جديدة في محادثات أخرى',
        one: 'رسالة جديدة واحدة في محادثة أخرى',
        two: 'رسالتان جديدتان في محادثات أخرى',
        few: '# رسائل جديدة في محادثات أخرى',
        many: '# رسالة جديدة في محادثات أخرى',
        other: '# رسالة جديدة في محادثات أخرى',
      }),
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
