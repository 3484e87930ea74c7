import type { NoRowsTexts } from './no-rows.en.ts';

/** What all lists of conversations say where rows are missing, in Arabic. */
export const noRowsAr: NoRowsTexts = {
  noRows: {
    clearFilters: 'مسح عوامل التصفية',
    emptyHint: 'تظهر المحادثة هنا بمجرد أن يكتب عميل أو تُرسل رسالة.',
    loadFailed: 'تعذّر تحميل المحادثات.',
    refreshFailed: 'قد لا تكون القائمة محدّثة.',
  },
};
