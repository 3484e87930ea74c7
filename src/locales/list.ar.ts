import { apart } from './ar.ts';
import { languageForms } from './forms.ts';
import type { ListTexts } from './list.en.ts';
import { rowsAr } from './rows.ar.ts';

const { plural } = languageForms('ar');

/** What `conversation-list` says at first, in Arabic. */
export const listAr: ListTexts = {
  ...rowsAr,
  list: {
    channelClosing: (channel, left) => `${apart(channel)}: بقي ${apart(left)} للرد`,
    clearCoWorker: (name) => `مسح تصفية الموظف: ${apart(name)}`,
    clearSearch: 'مسح البحث',
    conversationCount: (count) =>
      plural(count, {
        zero: 'لا محادثات',
        one: 'محادثة واحدة',
        two: 'محادثتان',
        few: '# محادثات',
        many: '# محادثة',
        other: '# محادثة',
      }),
    draft: 'مسودة',
    draftText: (text) => `مسودة: ${apart(text)}`,
    failed: 'لم تُرسل',
    failedCount: (count) =>
      plural(count, {
        zero: 'لا رسائل غير مرسلة',
        one: 'رسالة واحدة لم تُرسل',
        two: 'رسالتان لم تُرسلا',
        few: '# رسائل لم تُرسل',
        many: '# رسالة لم تُرسل',
        other: '# رسالة لم تُرسل',
      }),
    filterUnread: 'غير مقروءة',
    label: 'المحادثات',
    pending: (count) =>
      plural(count, {
        zero: 'لا رسائل في الطريق',
        one: 'رسالة واحدة في الطريق',
        two: 'رسالتان في الطريق',
        few: '# رسائل في الطريق',
        many: '# رسالة في الطريق',
        other: '# رسالة في الطريق',
      }),
    pinned: 'مثبّتة',
    queued: 'في قائمة الانتظار',
    showMine: 'محادثاتي فقط',
    snoozed: 'مؤجّلة',
    states: { new: 'جديدة', assigned: '', archived: 'مؤرشفة', spam: 'مزعجة' },
    tabs: {
      new: 'جديدة',
      'assigned-to-me': 'معيّنة لي',
      assigned: 'معيّنة',
      all: 'الكل',
      spam: 'مزعجة',
      archived: 'مؤرشفة',
    },
    tools: {
      allTeams: 'كل الفرق',
      choose: 'تحديد عدة محادثات',
      clearBranch: (name) => `مسح تصفية الفرع: ${apart(name)}`,
      filter: 'تصفية',
      savedViews: 'العروض المحفوظة',
      sleeping: (count) => `مؤجّلة (${count})`,
      start: 'محادثة جديدة',
      team: 'الفريق',
    },
    waiting: (time) => `ينتظر منذ ${apart(time)}`,
  },
};

/** In the same chunk: a second one would come late. */
export { listSoonAr } from './list-soon.ar.ts';
