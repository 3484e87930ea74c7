import type { ComposerAssistantTexts } from './composer-assistant.en.ts';

/** The texts of the assistant in Arabic. */
export const composerAssistantAr: ComposerAssistantTexts = {
  language: 'ar',
  asking: 'المساعد يكتب…',
  done: 'انتهى المساعد.',
  failed: 'لم يُجب المساعد.',
  hint: 'لا يُطلب إلا ما تضغط عليه، مع آخر رسائل هذه المحادثة ونصك. لا يُرسل شيء من تلقاء نفسه.',
  insert: 'إدراج',
  nothing: 'ليس لدى المساعد اقتراح.',
  proposal: (number) => `الاقتراح ${number}`,
  proposed: 'اقتراح من المساعد. اقرأه قبل إرساله.',
  replace: 'استبدال نصي',
  stop: 'إيقاف',
  stopped: 'أُوقف.',
  tasks: { suggest: 'اقتراح رد', rewrite: 'إعادة الصياغة', translate: 'ترجمة', summarise: 'تلخيص' },
  title: 'المساعد',
  tone: 'النبرة',
  tones: { neutral: 'محايدة', formal: 'رسمية', friendly: 'ودية', shorter: 'أقصر', longer: 'أطول' },
};
