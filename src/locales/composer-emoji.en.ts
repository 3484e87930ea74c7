import { languageForms } from './forms.ts';

const { plural } = languageForms('en');

/** The texts of the emoji picker in English; the shape all other languages have. They load with it. */
export const composerEmojiEn = {
  /** BCP 47 tag of these texts. */
  language: 'en',
  found: (count: number) => plural(count, { one: '# emoji', other: '# emoji' }),
  /** In the order of the list. */
  groups: [
    'Smileys and feelings',
    'People and body',
    'Animals and nature',
    'Food and drink',
    'Travel and places',
    'Activities',
    'Objects',
    'Symbols',
    'Flags',
  ],
  none: (search: string) => `No emoji with “${search}”`,
  recent: 'Used lately',
  search: 'Search emoji',
  tone: 'Skin tone',
  tones: ['None', 'Light', 'Medium light', 'Medium', 'Medium dark', 'Dark'],
};

/** The shape of a language: the same keys as English, the same parameters. */
export type ComposerEmojiTexts = typeof composerEmojiEn;
