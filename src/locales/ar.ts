import type { Messages } from './en.ts';

/** What the elements share in Arabic. */
export const ar: Messages = {
  language: 'ar',
  direction: 'rtl',
  common: {
    cancel: 'إلغاء',
    close: 'إغلاق',
    deleted: 'حُذفت هذه الرسالة.',
    loading: 'جارٍ التحميل',
    markRead: 'تعليم كمقروءة',
    markUnread: 'تعليم كغير مقروءة',
    openSource: 'فتح البطاقة',
    retry: 'إعادة المحاولة',
    unassigned: 'غير معيّنة',
    unknownSender: 'مرسل غير معروف',
    kinds: {
      audio: 'رسالة صوتية',
      choice: 'اختيار',
      contacts: 'بطاقة جهة اتصال',
      document: 'مستند',
      event: 'حدث',
      image: 'صورة',
      interactive: 'رسالة بأزرار',
      list: 'قائمة خيارات',
      location: 'موقع',
      sticker: 'ملصق',
      template: 'رسالة من قالب',
      text: 'رسالة',
      unsupported: 'رسالة غير مدعومة',
      video: 'فيديو',
    },
    directions: { incoming: 'واردة', outgoing: 'صادرة', note: 'ملاحظة', event: 'حدث' },
    errors: {
      aborted: 'أُوقف الطلب.',
      conflict: 'غيّر شخص آخر هذا في الوقت نفسه.',
      forbidden: 'ليست لديك صلاحية لهذا.',
      invalid: 'لم يقبل الخادم الطلب.',
      'key-reused': 'لدى الخادم رسالة أخرى بهذا الرقم.',
      'not-found': 'لم يعد هذا موجودًا.',
      'rate-limited': 'طلبات كثيرة جدًا. سيُستأنف العمل بعد لحظات.',
      unauthenticated: 'انتهت صلاحية تسجيل دخولك.',
      unavailable: 'تعذّر الوصول إلى الخادم.',
      unsupported: 'لا يستطيع الخادم فعل هذا.',
      'window-closed': 'نافذة الرد مغلقة.',
    },
    states: { new: 'جديدة', assigned: 'معيّنة', archived: 'مؤرشفة', spam: 'مزعجة' },
  },
  provider: {
    failedToStart: 'تعذّر فتح المحادثات.',
    reload: 'أعد تحميل هذه الصفحة.',
  },
  channels: {
    sms: 'SMS',
    whatsapp: 'واتساب',
    'whatsapp-invitation': 'دعوة واتساب',
    viber: 'فايبر',
    rcs: 'RCS',
    messenger: 'ماسنجر',
    instagram: 'إنستغرام',
    apple: 'رسائل Apple',
    telegram: 'تيليغرام',
    x: 'X',
    email: 'البريد الإلكتروني',
  },
};

/** A name, number or time of the reader's data keeps its own direction inside a sentence. */
export function apart(text: string): string {
  return `\u2068${text}\u2069`;
}
