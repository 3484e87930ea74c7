import { apart } from './ar.ts';
import { languageForms } from './forms.ts';
import type { PhoneConversionTexts } from './phone-conversion.en.ts';

const { plural } = languageForms('ar');

/** What `phone-number-conversion` says, in Arabic. */
export const phoneConversionAr: PhoneConversionTexts = {
  phoneConversion: {
    label: 'تحويل أرقام الهاتف',
    intro: 'يعرض أولًا ما سيتغير. لا يُكتب شيء قبل أن تبدأ التحويل.',
    kinds: { all: 'جهات الاتصال والموارد', contact: 'جهات الاتصال', resource: 'الموارد' },
    kind: 'المستلمون',
    branch: 'الفرع',
    allBranches: 'كل الفروع',
    format: 'الكتابة بالشكل',
    // A sign before digits goes to the other end where text runs from right to left, unless it is kept apart.
    formats: { e164: '\u2066+31612345678\u2069', '00': '0031612345678', digits: '31612345678' },
    kindOf: { contact: 'جهة اتصال', resource: 'مورد' },
    check: 'فحص الأرقام',
    checking: (count) =>
      plural(count, {
        zero: 'لم يُقرأ أي رقم',
        one: 'قُرئ رقم واحد',
        two: 'قُرئ رقمان',
        few: 'قُرئت # أرقام',
        many: 'قُرئ # رقمًا',
        other: 'قُرئ # رقم',
      }),
    again: 'الفحص من جديد',
    checkFailed: 'تعذّرت قراءة الأرقام.',
    unsupported: 'لا توجد في هذا النظام أرقام لتحويلها.',
    empty: 'لا مستلمين بعوامل التصفية هذه.',
    emptyHint: 'اختر مستلمين آخرين أو فرعًا آخر.',
    nothingHere: 'لا شيء في هذه القائمة.',
    show: 'عرض',
    verdicts: {
      all: 'الكل',
      changed: 'يتغيّر',
      doubtful: 'مشكوك فيه',
      invalid: 'غير صالح',
      unchanged: 'بلا تغيير',
      empty: 'فارغ',
    },
    reasons: {
      'not-in-plan': 'ليس رقم محمول معروفًا',
      landline: 'خط أرضي',
      'country-unknown': 'بلد لا يمكن التحقق منه',
      extension: 'يُحذف الرقم الفرعي',
      shared: 'عدة بطاقات تحمل هذا الرقم',
      empty: 'بلا رقم',
      'not-a-number': 'ليس رقم هاتف',
      'no-country': 'البلد ناقص',
      'too-short': 'قصير جدًا',
      'too-long': 'طويل جدًا',
      several: 'عدة أرقام',
      'short-code': 'رقم قصير',
      opaque: 'معرّف',
    },
    columns: {
      name: 'المستلم',
      kind: 'النوع',
      from: 'المحفوظ',
      to: 'يصبح',
      reason: 'ملاحظة',
      take: 'تضمين',
    },
    rows: 'بطاقات التقرير',
    id: 'الرقم',
    verdict: 'النتيجة',
    nothing: 'لا شيء',
    take: (name) => `تضمين ${apart(name)}`,
    takeAll: 'تضمين كل الأرقام المشكوك فيها',
    page: (first, last, all) => `${apart(`${first}–${last}`)} من ${all}`,
    previous: 'السابق',
    next: 'التالي',
    convert: (count) =>
      plural(count, {
        zero: 'لا أرقام للتحويل',
        one: 'تحويل رقم واحد',
        two: 'تحويل رقمين',
        few: 'تحويل # أرقام',
        many: 'تحويل # رقمًا',
        other: 'تحويل # رقم',
      }),
    nothingToConvert: 'لا شيء للتحويل',
    converting: (done, all) => `كُتب ${done} من ${all}`,
    stop: 'إيقاف',
    done: (count) =>
      plural(count, {
        zero: 'لم يُحوّل أي رقم.',
        one: 'حُوّل رقم واحد.',
        two: 'حُوّل رقمان.',
        few: 'حُوّلت # أرقام.',
        many: 'حُوّل # رقمًا.',
        other: 'حُوّل # رقم.',
      }),
    stopped: (count) =>
      plural(count, {
        zero: 'أُوقف العمل. لم يُحوّل أي رقم.',
        one: 'أُوقف العمل. حُوّل رقم واحد.',
        two: 'أُوقف العمل. حُوّل رقمان.',
        few: 'أُوقف العمل. حُوّلت # أرقام.',
        many: 'أُوقف العمل. حُوّل # رقمًا.',
        other: 'أُوقف العمل. حُوّل # رقم.',
      }),
    skipped: (count) =>
      plural(count, {
        zero: 'لم تُترك أي بطاقة.',
        one: 'تُركت بطاقة واحدة: غيّرها شخص ما في هذه الأثناء.',
        two: 'تُركت بطاقتان: غيّرهما شخص ما في هذه الأثناء.',
        few: 'تُركت # بطاقات: غيّرها شخص ما في هذه الأثناء.',
        many: 'تُركت # بطاقة: غيّرها شخص ما في هذه الأثناء.',
        other: 'تُركت # بطاقة: غيّرها شخص ما في هذه الأثناء.',
      }),
    undo: 'تراجع',
    undone: (count) =>
      plural(count, {
        zero: 'لم يُستعد أي رقم.',
        one: 'عاد رقم واحد كما كان.',
        two: 'عاد رقمان كما كانا.',
        few: 'عادت # أرقام كما كانت.',
        many: 'عاد # رقمًا كما كان.',
        other: 'عاد # رقم كما كان.',
      }),
    writeFailed: 'لم يُكتب كل شيء.',
    download: 'تنزيل بصيغة CSV',
    file: 'أرقام-الهاتف',
  },
};
