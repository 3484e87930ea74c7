import type { ComposerEmojiTexts } from './composer-emoji.en.ts';
import { languageForms } from './forms.ts';

const { plural } = languageForms('de');

/** The texts of the emoji picker in German. */
export const composerEmojiDe: ComposerEmojiTexts = {
  language: 'de',
  found: (count) => plural(count, { one: '# Emoji', other: '# Emojis' }),
  groups: [
    'Smileys und Gefühle',
    'Menschen und Körper',
    'Tiere und Natur',
    'Essen und Trinken',
    'Reisen und Orte',
    'Aktivitäten',
    'Gegenstände',
    'Symbole',
    'Flaggen',
  ],
  none: (search) => `Kein Emoji mit „${search}“`,
  recent: 'Zuletzt verwendet',
  search: 'Emojis suchen',
  tone: 'Hautton',
  tones: ['Keiner', 'Hell', 'Mittelhell', 'Mittel', 'Mitteldunkel', 'Dunkel'],
};
