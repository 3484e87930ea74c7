import { apart } from './ar.ts';
import type { ComposerToolTexts } from './composer-tools.en.ts';
import { languageForms } from './forms.ts';

const { plural } = languageForms('ar');

/** The texts of the composer's tools in Arabic. */
export const composerToolsAr: ComposerToolTexts = {
  language: 'ar',
  tools: 'الأدوات',
  assistant: 'المساعد',
  emoji: 'الرموز التعبيرية',
  preview: {
    invitation: 'معاينة الدعوة',
    invitationProblems: {
      'no-number': 'ليس في الدعوة رقم واتساب تقود إليه.',
      'no-template': 'لا يوجد قالب دعوة بهذه اللغة ولا قالب افتراضي.',
    },
    missing: (name) => `${apart(name)}: غير معروف`,
    outgoing: 'ما سيُرسل',
  },
  counter: {
    left: (count) =>
      plural(count, { zero: 'بقي #', one: 'بقي #', two: 'بقي #', few: 'بقي #', many: 'بقي #', other: 'بقي #' }),
    parts: (count) =>
      plural(count, {
        zero: 'بلا أجزاء',
        one: 'جزء واحد',
        two: 'جزءان',
        few: '# أجزاء',
        many: '# جزءًا',
        other: '# جزء',
      }),
    usedOf: (used, limit) => `${used} من ${limit}`,
  },
  unicode: {
    all: 'استبدال الكل',
    byHand: (character) => `استبدل ${apart(character)} بنفسك`,
    more: (count) =>
      plural(count, {
        zero: 'ولا شيء غيرها',
        one: 'وواحد آخر',
        two: 'واثنان آخران',
        few: 'و# أخرى',
        many: 'و# غيرها',
        other: 'و# غيرها',
      }),
    omit: (character) => `حذف ${apart(character)}`,
    title: (perPart) =>
      plural(perPart, {
        zero: 'أجزاء من # حرف بسبب:',
        one: 'أجزاء من # حرف بسبب:',
        two: 'أجزاء من # حرف بسبب:',
        few: 'أجزاء من # أحرف بسبب:',
        many: 'أجزاء من # حرفًا بسبب:',
        other: 'أجزاء من # حرف بسبب:',
      }),
    with: (character, replacement) => `استبدال ${apart(character)} بـ ${apart(replacement)}`,
  },
  quickReplies: {
    added: 'أُضيف الرد السريع.',
    failed: 'تعذّر تحميل الردود السريعة.',
    files: (count) =>
      plural(count, {
        zero: 'بلا ملفات',
        one: 'ملف واحد',
        two: 'ملفان',
        few: '# ملفات',
        many: '# ملفًا',
        other: '# ملف',
      }),
    filesLeftOut: (names) => `لم تُضف لأنه لا يمكن إرسال ملفات هنا: ${apart(names)}`,
    found: (count) =>
      plural(count, {
        zero: 'لا ردود سريعة',
        one: 'رد سريع واحد',
        two: 'ردان سريعان',
        few: '# ردود سريعة',
        many: '# ردًا سريعًا',
        other: '# رد سريع',
      }),
    hint: 'أو اكتب ! والحروف الأولى في رسالتك.',
    none: 'لا توجد ردود سريعة بعد.',
    nothingFound: (search) => `لا رد سريع يطابق «${apart(search)}»`,
    search: 'البحث في الردود السريعة',
    title: 'الردود السريعة',
  },
  mentions: {
    added: (name) => `ذُكر ${apart(name)}.`,
    found: (count) =>
      plural(count, {
        zero: 'لا زملاء',
        one: 'زميل واحد',
        two: 'زميلان',
        few: '# زملاء',
        many: '# زميلًا',
        other: '# زميل',
      }),
    title: 'الزملاء',
  },
  quote: {
    cancel: 'عدم الاقتباس',
    cancelled: 'لم تعد الرسالة مقتبسة.',
    earlier: 'رد على رسالة سابقة',
    replyTo: (name) => `رد على ${apart(name)}`,
  },
  review: {
    answered: (by, time) => `رد ${apart(by)} في ${apart(time)}.`,
    archived: 'أُرشفت المحادثة في هذه الأثناء.',
    customerWrote: (name, count, time) =>
      plural(count, {
        zero: `لم يكتب ${apart(name)} شيئًا بعد ${apart(time)}.`,
        one: `كتب ${apart(name)} رسالة أخرى في ${apart(time)}.`,
        two: `كتب ${apart(name)} رسالتين أخريين، آخرهما في ${apart(time)}.`,
        few: `كتب ${apart(name)} # رسائل أخرى، آخرها في ${apart(time)}.`,
        many: `كتب ${apart(name)} # رسالة أخرى، آخرها في ${apart(time)}.`,
        other: `كتب ${apart(name)} # رسالة أخرى، آخرها في ${apart(time)}.`,
      }),
    keepWriting: 'المراجعة ومتابعة الكتابة',
    noted: (by, time) => `ترك ${apart(by)} ملاحظة في ${apart(time)}.`,
    reassigned: 'عُيّنت المحادثة لشخص آخر.',
    sendAnyway: 'الإرسال رغم ذلك',
    somebody: 'شخص ما',
    spam: 'عُلّمت المحادثة كمزعجة في هذه الأثناء.',
    unassigned: 'لم تعد المحادثة لدى أحد.',
  },
  sender: {
    closed: (name) => `${apart(name)} (بقالب فقط)`,
    from: 'من',
    inactive: (name) => `${apart(name)} (معطّل)`,
    letters: 'لا يمكن الرد عليه',
  },
  sendWays: {
    cancelled: 'استُرجعت. عاد نصها إلى الرسالة.',
    failed: 'تعذّر إرسالها: استرجعها لإرسالها بطريقة أخرى.',
    kept: (when) => `ستُرسل في ${apart(when)}.`,
    later: 'إرسال لاحقًا',
    leaves: (seconds) =>
      plural(seconds, {
        zero: 'تُرسل الرسالة الآن.',
        one: 'تُرسل الرسالة بعد ثانية واحدة.',
        two: 'تُرسل الرسالة بعد ثانيتين.',
        few: 'تُرسل الرسالة بعد # ثوانٍ.',
        many: 'تُرسل الرسالة بعد # ثانية.',
        other: 'تُرسل الرسالة بعد # ثانية.',
      }),
    more: 'طرق أخرى للإرسال',
    notLater: 'الإرسال لاحقًا غير ممكن هنا: النظام يرسل الرسائل فورًا.',
    notArchived: {
      failed: 'أُرسلت الرسالة، لكن تعذّرت أرشفة المحادثة.',
      wrote: 'أُرسلت الرسالة. كتب العميل في هذه الأثناء، لذلك لم تُؤرشف المحادثة.',
    },
    past: 'هذا الوقت قد مضى.',
    presets: {
      'in-an-hour': 'بعد ساعة',
      monday: 'صباح الاثنين',
      'this-evening': 'هذا المساء',
      tomorrow: 'صباح الغد',
    },
    schedule: 'الإرسال في هذا الوقت',
    scheduled: (count) =>
      plural(count, {
        zero: 'لا رسائل تنتظر وقتها',
        one: 'رسالة واحدة تنتظر وقتها',
        two: 'رسالتان تنتظران وقتهما',
        few: '# رسائل تنتظر وقتها',
        many: '# رسالة تنتظر وقتها',
        other: '# رسالة تنتظر وقتها',
      }),
    sendAndArchive: 'إرسال وأرشفة',
    takeBack: 'استرجاع',
    takeBackOf: (when) => `استرجاع رسالة ${apart(when)}`,
    takenBack: 'استُرجعت. لم يُرسل شيء.',
    templateWaits: 'ينتظر هنا قالب آخر لم يُرسل: أرسله أو ابدأه من جديد أولًا.',
    time: 'التاريخ والوقت',
    tooFar: 'هذا بعيد جدًا في المستقبل.',
    tooLate: 'فات الأوان: أُرسلت الرسالة.',
    undo: 'تراجع',
    windowClosed: 'ستكون نافذة الرد مغلقة حينها.',
    zone: (zone) => `المنطقة الزمنية: ${apart(zone)}`,
  },
  templates: {
    choose: 'اختيار قالب',
    draft: 'ينتظر هنا قالب لم يُرسل',
  },
};
