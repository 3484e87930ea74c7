import type { ComposerVoiceTexts } from './composer-voice.en.ts';

/** The texts of voice notes in Arabic. */
export const composerVoiceAr: ComposerVoiceTexts = {
  language: 'ar',
  asking: 'يطلب المتصفح الإذن باستخدام الميكروفون…',
  discard: 'تجاهل',
  discarded: 'أُلغيت الرسالة الصوتية.',
  done: 'إنهاء والاستماع',
  fileName: 'رسالة صوتية',
  finishing: 'لحظة…',
  kept: 'أُوقفت الرسالة الصوتية وتنتظر مع المسودة.',
  level: 'مستوى الصوت',
  pause: 'إيقاف مؤقت',
  paused: 'متوقف مؤقتًا',
  problems: {
    denied: 'لا يسمح المتصفح لهذه الصفحة باستخدام الميكروفون. اسمح به في الإعدادات بجانب العنوان ثم أعد المحاولة.',
    'no-microphone': 'لا يوجد ميكروفون يمكن استخدامه الآن.',
    failed: 'تعذّر تسجيل الرسالة الصوتية.',
  },
  record: 'تسجيل رسالة صوتية',
  recorded: 'الرسالة الصوتية مع الملفات. استمع إليها هناك أو أرسلها.',
  recording: 'جارٍ التسجيل',
  resume: 'متابعة',
};
