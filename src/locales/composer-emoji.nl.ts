import type { ComposerEmojiTexts } from './composer-emoji.en.ts';
import { languageForms } from './forms.ts';

const { plural } = languageForms('nl');

/** The texts of the emoji picker in Dutch. */
export const composerEmojiNl: ComposerEmojiTexts = {
  language: 'nl',
  found: (count) => plural(count, { one: '# emoji gevonden', other: '# emoji’s gevonden' }),
  groups: [
    'Gezichten en gevoelens',
    'Mensen en lichaam',
    'Dieren en natuur',
    'Eten en drinken',
    'Reizen en plaatsen',
    'Activiteiten',
    'Voorwerpen',
    'Symbolen',
    'Vlaggen',
  ],
  none: (search) => `Geen emoji met ‘${search}’`,
  recent: 'Laatst gebruikt',
  search: 'Emoji zoeken',
  tone: 'Huidskleur',
  tones: ['Geen', 'Licht', 'Lichtgetint', 'Getint', 'Donkergetint', 'Donker'],
};
