import { apart } from './ar.ts';
import type { ComposerEmojiTexts } from './composer-emoji.en.ts';
import { languageForms } from './forms.ts';

const { plural } = languageForms('ar');

/** The texts of the emoji picker in Arabic. */
export const composerEmojiAr: ComposerEmojiTexts = {
  language: 'ar',
  found: (count) =>
    plural(count, {
      zero: 'لا رموز تعبيرية',
      one: 'رمز تعبيري واحد',
      two: 'رمزان تعبيريان',
      few: '# رموز تعبيرية',
      many: '# رمزًا تعبيريًا',
      other: '# رمز تعبيري',
    }),
  groups: [
    'الوجوه والمشاعر',
    'الأشخاص والجسم',
    'الحيوانات والطبيعة',
    'الطعام والشراب',
    'السفر والأماكن',
    'الأنشطة',
    'الأشياء',
    'الرموز',
    'الأعلام',
  ],
  none: (search) => `لا رمز تعبيري يطابق «${apart(search)}»`,
  recent: 'المستخدمة مؤخرًا',
  search: 'البحث بالإنجليزية',
  tone: 'لون البشرة',
  tones: ['بلا', 'فاتح', 'فاتح متوسط', 'متوسط', 'داكن متوسط', 'داكن'],
};
