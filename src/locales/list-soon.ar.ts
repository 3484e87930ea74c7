import { apart } from './ar.ts';
import type { ListSoonTexts } from './list-soon.en.ts';
import { noRowsAr } from './no-rows.ar.ts';

/** What `conversation-list` says where it has no rows, in Arabic. */
export const listSoonAr: ListSoonTexts = {
  ...noRowsAr,
  listSoon: {
    empty: 'لا توجد محادثات بعد',
    emptyRecipient: 'لا توجد محادثة بعد',
    nothingFound: 'لا نتائج',
    nothingFilteredBy: (what) => `لا توجد محادثة تطابق: ${apart(what)}.`,
    nothingFoundFor: (text) => `لا توجد محادثة تطابق «${apart(text)}».`,
    nothingIn: (tab) => `لا محادثات ضمن ${apart(tab)}`,
    nothingUnread: 'كل شيء مقروء',
    nothingUnreadHint: 'تعرض القائمة المحادثات غير المقروءة فقط.',
  },
};
