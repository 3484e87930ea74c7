import { apart } from './ar.ts';
import { languageForms } from './forms.ts';
import type { TimelineSoonTexts } from './timeline-soon.en.ts';

const { plural } = languageForms('ar');

/** What `conversation-timeline` says a moment after its first messages, aloud and in words, in Arabic. */
export const timelineSoonAr: TimelineSoonTexts = {
  timelineSoon: {
    empty: 'لا توجد رسائل بعد',
    emptyHint: 'اكتب الرسالة الأولى لبدء المحادثة.',
    jump: 'إلى الأحدث',
    jumpCount: (count) =>
      plural(count, {
        zero: 'إلى الأحدث، لا رسائل جديدة',
        one: 'إلى الأحدث، رسالة جديدة واحدة',
        two: 'إلى الأحدث، رسالتان جديدتان',
        few: 'إلى الأحدث، # رسائل جديدة',
        many: 'إلى الأحدث، # رسالة جديدة',
        other: 'إلى الأحدث، # رسالة جديدة',
      }),
    loadFailed: 'تعذّر تحميل الرسائل.',
    toUnread: (count) =>
      plural(count, {
        zero: 'لا رسائل غير مقروءة',
        one: 'إلى الرسالة غير المقروءة',
        two: 'إلى أولى رسالتين غير مقروءتين',
        few: 'إلى أولى # رسائل غير مقروءة',
        many: 'إلى أولى # رسالة غير مقروءة',
        other: 'إلى أولى # رسالة غير مقروءة',
      }),
  },
  announcements: {
    changed: (count) =>
      plural(count, {
        zero: 'لم تتغير أي رسالة',
        one: 'تغيّرت رسالة واحدة',
        two: 'تغيّرت رسالتان',
        few: 'تغيّرت # رسائل',
        many: 'تغيّرت # رسالة',
        other: 'تغيّرت # رسالة',
      }),
    failed: (name) => `لم تُرسل الرسالة إلى ${apart(name)}.`,
    incoming: (name, text) => `${apart(name)}: ${apart(text)}`,
    newMessages: (count) =>
      plural(count, {
        zero: 'لا رسائل جديدة',
        one: 'رسالة جديدة واحدة',
        two: 'رسالتان جديدتان',
        few: '# رسائل جديدة',
        many: '# رسالة جديدة',
        other: '# رسالة جديدة',
      }),
    noSuchMessage: 'لا توجد رسالة كهذه.',
    note: (name, text) => `ملاحظة داخلية من ${apart(name)}: ${apart(text)}`,
  },
};
