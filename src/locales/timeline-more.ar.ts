import { apart } from './ar.ts';
import { languageForms } from './forms.ts';
import type { TimelineMoreTexts } from './timeline-more.en.ts';

const { plural } = languageForms('ar');

/** One, two or more people: Arabic has a form for each. */
function people(count: number, names: string, [one, two, more]: readonly [string, string, string]): string {
  const forms = { zero: more, one, two, few: more, many: more, other: more };
  return `${apart(names)} ${plural(count, forms)}`;
}

/** What a timeline says beyond texts, in Arabic. */
export const timelineMoreAr: TimelineMoreTexts = {
  language: 'ar',
  audio: {
    pause: 'إيقاف مؤقت',
    play: 'تشغيل',
    position: 'الموضع',
    speed: (speed) => `السرعة ${apart(`${speed}×`)}`,
  },
  beginning: (history, count) =>
    history === 'recipient'
      ? 'بداية كل الرسائل مع هذا المستلم'
      : count < 100
        ? 'لا رسائل سابقة'
        : 'هنا تبدأ آخر 100 رسالة',
  details: {
    account: 'رقمكم',
    before: 'ما كان مكتوبًا من قبل',
    code: 'رمز المزوّد',
    deleted: 'محذوفة',
    detail: 'يقول المزوّد',
    edited: 'معدّلة',
    noText: 'بلا نص',
    received: 'وردت',
    textOf: (time) => `نص ${apart(time)}`,
    title: 'تفاصيل هذه الرسالة',
    written: 'كُتبت',
  },
  files: {
    away: 'تعذّر تحميل الملف.',
    gone: 'لم يعد هذا الملف متاحًا.',
    loading: 'جارٍ جلب الملف',
  },
  hole: {
    failed: 'تعذّر تحميل رسائل بينهما',
    load: 'تحميل',
    text: 'رسائل بينهما لم تُحمّل',
  },
  lightbox: {
    away: 'تعذّر تحميل الصورة.',
    close: 'إغلاق',
    deleted: 'أُغلقت الصورة: حُذفت رسالتها.',
    download: 'تنزيل',
    gone: 'لم يعد هذا الملف متاحًا.',
    next: 'الصورة التالية',
    place: (number, count) => `${number} من ${count}`,
    previous: 'الصورة السابقة',
    title: 'صورة',
    zoomIn: 'تكبير',
    zoomOut: 'تصغير',
  },
  presence: {
    customer: (count, names) => people(count, names, ['يكتب', 'يكتبان', 'يكتبون']),
    replying: (count, names) => people(count, names, ['يرد', 'يردان', 'يردون']),
    viewing: (count, names) => people(count, names, ['هنا أيضًا', 'هنا أيضًا', 'هنا أيضًا']),
  },
  quote: {
    earlier: 'رسالة سابقة',
    lead: (name) => `الانتقال إلى رسالة ${apart(name)}`,
    leadEarlier: 'الانتقال إلى الرسالة التي هذه رد عليها',
    missing: 'لم يُعثر على تلك الرسالة.',
  },
  reactions: (emoji, names) => `${emoji} من ${apart(names)}`,
  thread: {
    lead: (name) => `فتح المحادثة مع ${apart(name)}`,
    leadHere: 'فتح هذه المحادثة',
    since: (date) => `محادثة منذ ${apart(date)}`,
  },
  views: {
    label: 'أي رسائل',
    conversation: 'هذه المحادثة',
    recipient: 'الكل مع هذا المستلم',
    recent: 'آخر 100 رسالة',
  },
  tools: {
    copied: 'نُسخ',
    copy: 'نسخ النص',
    details: 'التفاصيل',
    label: 'هذه الرسالة',
    markUnread: 'غير مقروءة من هنا',
    markedUnread: 'عُلّمت كغير مقروءة من هنا.',
    notFound: 'سُئل الآن: الرسالة غير معروفة هناك بعد.',
    notMarkedUnread: 'تعذّر تعليمها كغير مقروءة.',
    open: 'المزيد لهذه الرسالة',
    reply: 'رد',
    sentAgain: 'أُرسلت من جديد كرسالة جديدة.',
  },
  search: {
    close: 'إغلاق البحث',
    failed: 'لم ينجح البحث.',
    files: 'الملفات',
    further: 'البحث في الأقدم',
    found: (count) =>
      plural(count, {
        zero: 'لا نتائج',
        one: 'نتيجة واحدة',
        two: 'نتيجتان',
        few: '# نتائج',
        many: '# نتيجة',
        other: '# نتيجة',
      }),
    foundMore: (count) => `أكثر من ${count} نتيجة`,
    label: 'البحث في هذه المحادثة',
    next: 'التالي',
    none: 'لا نتائج',
    noneYet: 'لا نتائج حتى الآن',
    noFiles: 'لا ملفات في هذه المحادثة',
    place: (number, count) => `${number} من ${count}`,
    previous: 'السابق',
    results: 'النتائج',
    running: 'جارٍ البحث',
    unread: (count) => `شمل البحث آخر ${count} رسالة.`,
  },
  failures: {
    reasons: {
      account: 'لم تُرسل: توجد مشكلة في حسابكم.',
      blocked: 'لم تُرسل: حظر المستلم هذا المرسل.',
      expired: 'لم تُسلّم في الوقت المناسب.',
      'invalid-number': 'لم تُرسل: الرقم غير صالح.',
      media: 'لم تُرسل: تعذّر تسليم الملف.',
      'opted-out': 'لم تُرسل: لا يريد المستلم هذه الرسائل.',
      policy: 'لم تُرسل: تحجز القناة حاليًا الرسائل إلى هذا المستلم.',
      'provider-down': 'لم تُرسل: تعذّر الوصول إلى المزوّد.',
      'rate-limited': 'لم تُرسل: رسائل كثيرة جدًا في وقت قصير.',
      rejected: 'لم تُرسل: لم يقبل المزوّد الرسالة.',
      template: 'لم تُرسل: توجد مشكلة في القالب المعتمد.',
      unknown: 'لم تُرسل: لم يذكر المزوّد سببًا.',
      unreachable: 'لم تُسلّم: تعذّر الوصول إلى المستلم. استمرت المحاولة 24 ساعة.',
      'unsupported-content': 'لم تُرسل: لا تدعم القناة هذا المحتوى.',
      'window-closed': 'لم تُرسل: كانت نافذة الرد مغلقة.',
    },
    steps: {
      'check-number': 'تحقق من الرقم على بطاقة المستلم.',
      'tell-admin': 'أبلغ المسؤول لديكم.',
      wait: 'انتظر قليلًا قبل إعادة المحاولة.',
    },
  },
  openMap: 'فتح الخريطة',
  trouble: {
    actionFailed: 'لم ينجح ذلك.',
    check: 'تحقق',
    code: (code) => `الرمز ${apart(code)}`,
    confirmDiscard: 'هل تريد تجاهل هذه الرسالة؟ سيضيع نصها.',
    copied: 'نُسخ',
    copy: 'نسخ',
    discard: 'تجاهل',
    edit: 'تعديل',
    keep: 'إبقاء',
    otherChannel: 'قناة أخرى',
    retry: 'إعادة المحاولة',
    sendAgain: 'إرسال من جديد',
    unknownHint: 'لم يأتِ جواب. ربما أُرسلت الرسالة.',
  },
};
