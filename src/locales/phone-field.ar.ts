import { apart } from './ar.ts';
import type { PhoneFieldTexts } from './phone-field.en.ts';

/** What `phone-number-field` says, in Arabic. */
export const phoneFieldAr: PhoneFieldTexts = {
  phoneField: {
    steps: {
      'digits-changed': 'كُتبت الأرقام من 0 إلى 9',
      'signs-removed': 'أُزيلت المسافات والعلامات',
      'extension-removed': 'أُزيل الرقم الفرعي',
      'trunk-zero-removed': 'أُزيل الصفر الأول',
      'country-added': 'أُضيف رمز البلد',
      'prefix-changed': 'غُيّرت البادئة',
    },
    doubts: {
      'not-in-plan': 'هذا ليس رقم محمول معروفًا. تحقق منه.',
      landline: 'هذا خط أرضي: قد لا تصل الرسائل النصية.',
      'country-unknown': 'لا يمكن التحقق هنا من أرقام هذا البلد.',
      extension: 'لا يمكن مراسلة رقم فرعي.',
    },
    problems: {
      empty: 'لا يوجد رقم.',
      'not-a-number': 'هذا ليس رقم هاتف.',
      'no-country': 'البلد ناقص. ابدأ بعلامة + ورمز البلد.',
      'too-short': 'هذا الرقم قصير جدًا.',
      'too-long': 'هذا الرقم طويل جدًا.',
      several: 'هذه عدة أرقام. أبقِ واحدًا منها.',
      'short-code': 'هذا رقم قصير.',
      opaque: 'هذا ليس رقم هاتف بل معرّف.',
    },
    field: {
      label: 'رقم الهاتف المحمول',
      saved: (number, steps) => `حُفظ بالشكل ${apart(number)}: ${steps}.`,
      undo: 'تراجع',
      undone: 'حُفظ كما كُتب.',
      required: 'أدخل رقمًا.',
      notChecked: 'تعذّر التحقق من الرقم. يبقى كما كُتب.',
      id: 'هذا ليس رقم هاتف. يبقى كما هو.',
    },
  },
};
