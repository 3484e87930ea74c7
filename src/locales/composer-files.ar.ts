import { apart } from './ar.ts';
import type { ComposerFileTexts } from './composer-files.en.ts';
import { languageForms } from './forms.ts';

const { plural } = languageForms('ar');

/** The texts of files in the composer in Arabic. */
export const composerFilesAr: ComposerFileTexts = {
  language: 'ar',
  add: 'إرفاق ملفات',
  added: (count) =>
    plural(count, {
      zero: 'لم يُضف أي ملف.',
      one: 'أُضيف ملف واحد.',
      two: 'أُضيف ملفان.',
      few: 'أُضيفت # ملفات.',
      many: 'أُضيف # ملفًا.',
      other: 'أُضيف # ملف.',
    }),
  altText: 'وصف لمن لا يستطيع رؤيته',
  describe: 'وصف',
  describeFile: (name) => `وصف ${apart(name)}`,
  asJpeg: (size) => `تحويل إلى JPEG (نحو ${apart(size)})`,
  camera: 'التقاط صورة',
  caption: 'التعليق',
  captionOf: (name) => `التعليق على ${apart(name)}`,
  drop: 'أفلت الملفات هنا',
  drawing: 'جارٍ تصغير الصورة…',
  drawingFailed: 'تعذّر تصغير الصورة.',
  earlier: (name) => `تقديم ${apart(name)}`,
  later: (name) => `تأخير ${apart(name)}`,
  leftOut: {
    empty: (name) => `لم يُضف: الملف ${apart(name)} فارغ.`,
    executable: (name) => `لم يُضف: الملف ${apart(name)} برنامج، والبرامج لا تُرسل.`,
    'too-many': (name) => `لم يُضف: ${apart(name)}. تُرسل 10 ملفات معًا على الأكثر.`,
    unreadable: (name) => `لم يُضف: تعذّرت قراءة ${apart(name)}.`,
  },
  list: 'الملفات المراد إرسالها',
  listen: (name) => `الاستماع إلى ${apart(name)}`,
  messages: (count) =>
    plural(count, {
      zero: 'لا تُرسل أي رسالة.',
      one: 'تُرسل في رسالة واحدة.',
      two: 'تُرسل في رسالتين، بهذا الترتيب.',
      few: 'تُرسل في # رسائل، بهذا الترتيب.',
      many: 'تُرسل في # رسالة، بهذا الترتيب.',
      other: 'تُرسل في # رسالة، بهذا الترتيب.',
    }),
  none: (channel) => `لا يمكن إرسال ملفات عبر ${apart(channel)}.`,
  notKept: 'لا توجد مساحة له على هذا الجهاز: يضيع عند إغلاق هذه الصفحة.',
  obstacles: {
    refused: 'لا يمكن إرسال أحد الملفات عبر هذه القناة. عدّله أو أزله.',
    uploading: 'ما زال رفع الملفات جاريًا.',
    paused: 'رفع أحد الملفات متوقف مؤقتًا.',
    failed: 'تعذّر رفع أحد الملفات.',
    'caption-too-long': 'أحد التعليقات طويل جدًا على هذه القناة.',
    'too-many': 'تُرسل 10 ملفات معًا على الأكثر.',
    nothing: 'لا يوجد ما يُرسل.',
  },
  pause: (name) => `إيقاف رفع ${apart(name)} مؤقتًا`,
  progress: (name) => `رفع ${apart(name)}`,
  refusals: {
    empty: 'الملف فارغ.',
    executable: 'البرامج لا تُرسل.',
    'no-files': (channel) => `لا يمكن إرسال ملفات عبر ${apart(channel)}.`,
    'too-large': (size, limit, channel) =>
      `كبير جدًا على ${apart(channel)}: حجمه ${apart(size)}، والحد ${apart(limit)}.`,
    'too-many': (limit) =>
      plural(limit, {
        zero: 'لا تُرسل أي ملفات.',
        one: 'يُرسل ملف واحد على الأكثر.',
        two: 'يُرسل ملفان معًا على الأكثر.',
        few: 'تُرسل # ملفات معًا على الأكثر.',
        many: 'يُرسل # ملفًا معًا على الأكثر.',
        other: 'يُرسل # ملف معًا على الأكثر.',
      }),
    'unsupported-type': (kind, channel) => `${kind} لا يمكن إرسالها عبر ${apart(channel)}.`,
  },
  remove: (name) => `إزالة ${apart(name)}`,
  removed: (name) => `أُزيل ${apart(name)}.`,
  resume: (name) => `متابعة رفع ${apart(name)}`,
  retry: 'إعادة المحاولة',
  smaller: (width, height, size) => `تصغير (${apart(`${width} × ${height}`)}، نحو ${apart(size)})`,
  states: {
    done: 'جاهز',
    failed: 'لم يُرفع',
    idle: 'في الانتظار',
    paused: 'متوقف مؤقتًا',
    running: (percent) => `جارٍ الرفع، ${percent}٪`,
    waiting: 'في انتظار الاتصال',
  },
  textIsCaption: 'يُرسل نصك مع الملف الأول.',
  textIsFirst: 'يُرسل نصك أولًا كرسالة مستقلة.',
  types: {
    image: 'صور كهذه',
    video: 'فيديوهات كهذه',
    audio: 'أصوات كهذه',
    document: 'ملفات كهذه',
  },
};
