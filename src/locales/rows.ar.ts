import { languageForms } from './forms.ts';
import type { RowsTexts } from './rows.en.ts';

const { plural } = languageForms('ar');

/** What all lists of conversations say of their rows: the list, My conversations, the monitor, the details, in Arabic. */
export const rowsAr: RowsTexts = {
  rows: {
    gone: 'لم تعد في هذه القائمة',
    priorities: {
      urgent: 'عاجلة',
      high: 'أولوية عالية',
      normal: 'أولوية عادية',
      low: 'أولوية منخفضة',
    },
    search: 'البحث في المحادثات',
    searchHint: 'اسم أو رقم أو نص أو وسم',
    sort: 'الترتيب حسب',
    sorts: {
      oldest: 'الأقدم',
      newest: 'الأحدث',
      'shortest-wait': 'أقصر انتظار',
      'longest-wait': 'أطول انتظار',
    },
    unread: (count) =>
      plural(count, {
        zero: 'لا رسائل غير مقروءة',
        one: 'رسالة غير مقروءة',
        two: 'رسالتان غير مقروءتين',
        few: '# رسائل غير مقروءة',
        many: '# رسالة غير مقروءة',
        other: '# رسالة غير مقروءة',
      }),
  },
};
