import { apart } from './ar.ts';
import { bulkResultsAr } from './bulk-results.ar.ts';
import { cuesAr } from './cues.ar.ts';
import { languageForms } from './forms.ts';
import type { MonitorTexts } from './monitor.en.ts';
import { noRowsAr } from './no-rows.ar.ts';
import { rowsAr } from './rows.ar.ts';

const { plural } = languageForms('ar');

/** What `conversation-monitor` says, in Arabic. */
export const monitorAr: MonitorTexts = {
  ...bulkResultsAr,
  ...rowsAr,
  ...noRowsAr,
  ...cuesAr,
  monitor: {
    buckets: {
      label: 'عملاء ينتظرون',
      'on-time': 'في الموعد',
      danger: 'يكاد يتأخر',
      'too-late': 'متأخر',
    },
    label: 'المتابعة',
    filters: {
      label: 'عوامل التصفية',
      coWorker: 'الموظف',
      branch: 'الفرع',
      channel: 'القناة',
      state: 'الحالة',
      anybody: 'كل الموظفين',
      nobody: 'بلا موظف',
      anyBranch: 'كل الفروع',
      noBranch: 'بلا فرع',
      anyChannel: 'كل القنوات',
      states: { open: 'مفتوحة', new: 'جديدة', assigned: 'معيّنة', archived: 'مؤرشفة', spam: 'مزعجة' },
    },
    columns: {
      choose: 'اختيار',
      recipient: 'المستلم',
      message: 'آخر رسالة',
      coWorker: 'الموظف',
      branch: 'الفرع',
      waits: 'الانتظار',
      at: 'وقت آخر رسالة',
    },
    missing: { coWorker: 'لا أحد', branch: 'بلا فرع', recipient: 'غير معروف' },
    waits: {
      'on-time': (time) => `ينتظر منذ ${apart(time)}، في الموعد`,
      danger: (time) => `ينتظر منذ ${apart(time)}، يكاد يتأخر`,
      'too-late': (time) => `ينتظر منذ ${apart(time)}، متأخر`,
    },
    empty: 'لا محادثات',
    emptyHint: 'تظهر المحادثة هنا بمجرد أن يكتب عميل.',
    nothingFound: 'لا شيء للمراجعة هنا',
    nothingFoundHint: 'لا توجد محادثة تطابق عوامل التصفية هذه.',
    selection: {
      label: 'المحادثات المختارة',
      chosen: (count) =>
        plural(count, {
          zero: 'لم تُختر أي محادثة',
          one: 'اختيرت محادثة واحدة',
          two: 'اختيرت محادثتان',
          few: 'اختيرت # محادثات',
          many: 'اختيرت # محادثة',
          other: 'اختيرت # محادثة',
        }),
      all: 'اختير كل ما يطابق',
      chooseShown: 'اختيار كل المعروض',
      chooseAll: 'اختيار كل ما يطابق',
      chooseOne: (name) => `اختيار ${apart(name)}`,
      clear: 'إلغاء الاختيار',
      absent: (name) => `${apart(name)} (غير متصل)`,
      assignTo: 'تعيين إلى',
      assign: 'تعيين',
      moveTo: 'نقل إلى فرع',
      move: 'نقل',
      takeOver: 'تولّي',
    },
    run: {
      running: (done, all) => `أُنجز ${done} من ${all}`,
      starting: 'جارٍ العمل…',
      finished: (count) =>
        plural(count, {
          zero: 'لم تُغيّر أي محادثة.',
          one: 'غُيّرت محادثة واحدة.',
          two: 'غُيّرت محادثتان.',
          few: 'غُيّرت # محادثات.',
          many: 'غُيّرت # محادثة.',
          other: 'غُيّرت # محادثة.',
        }),
      stopped: (count) =>
        plural(count, {
          zero: 'أُوقف العمل. لم تُغيّر أي محادثة.',
          one: 'أُوقف العمل. غُيّرت محادثة واحدة.',
          two: 'أُوقف العمل. غُيّرت محادثتان.',
          few: 'أُوقف العمل. غُيّرت # محادثات.',
          many: 'أُوقف العمل. غُيّرت # محادثة.',
          other: 'أُوقف العمل. غُيّرت # محادثة.',
        }),
      skipped: (count) =>
        plural(count, {
          zero: 'لم تُتجاوز أي محادثة.',
          one: 'محادثة واحدة كانت كذلك من قبل أو تغيّرت.',
          two: 'محادثتان كانتا كذلك من قبل أو تغيّرتا.',
          few: '# محادثات كانت كذلك من قبل أو تغيّرت.',
          many: '# محادثة كانت كذلك من قبل أو تغيّرت.',
          other: '# محادثة كانت كذلك من قبل أو تغيّرت.',
        }),
      failed: (count) =>
        plural(count, {
          zero: 'غُيّر كل شيء.',
          one: 'تعذّر تغيير محادثة واحدة.',
          two: 'تعذّر تغيير محادثتين.',
          few: 'تعذّر تغيير # محادثات.',
          many: 'تعذّر تغيير # محادثة.',
          other: 'تعذّر تغيير # محادثة.',
        }),
      broken: 'لم يُغيّر كل شيء.',
      undone: (count) =>
        plural(count, {
          zero: 'لم تُستعد أي محادثة.',
          one: 'عادت محادثة واحدة كما كانت.',
          two: 'عادت محادثتان كما كانتا.',
          few: 'عادت # محادثات كما كانت.',
          many: 'عادت # محادثة كما كانت.',
          other: 'عادت # محادثة كما كانت.',
        }),
      stop: 'إيقاف',
      undo: 'تراجع',
    },
    load: {
      label: 'الموظفون',
      show: 'عرض الموظفين',
      hide: 'إخفاء الموظفين',
      name: 'الموظف',
      open: 'مفتوحة',
      waiting: 'تنتظر',
      late: 'متأخرة',
      nobody: 'بلا موظف',
      formerly: 'لم يعد هنا',
      filter: (name) => `محادثات ${apart(name)} فقط`,
      presence: { online: 'متصل', offline: 'غير متصل' },
      longest: (time) => `أطول انتظار: ${apart(time)}`,
    },
  },
};
