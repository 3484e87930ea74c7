import { languageForms } from './forms.ts';
import type { WaitingOrderTexts } from './waiting-order.en.ts';

const { plural } = languageForms('ar');

/** What stands on the button over rows that wait for the hand to leave, in Arabic. */
export const waitingOrderAr: WaitingOrderTexts = {
  fresh: (count) =>
    plural(count, {
      zero: 'لا جديد في القائمة · عرض',
      one: 'محادثة جديدة في القائمة · عرض',
      two: 'محادثتان جديدتان في القائمة · عرض',
      few: '# محادثات جديدة في القائمة · عرض',
      many: '# محادثة جديدة في القائمة · عرض',
      other: '# محادثة جديدة في القائمة · عرض',
    }),
  otherOrder: 'تغيّر الترتيب · عرض',
};
