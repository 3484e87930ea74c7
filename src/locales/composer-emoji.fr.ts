import type { ComposerEmojiTexts } from './composer-emoji.en.ts';
import { languageForms } from './forms.ts';

const { plural } = languageForms('fr');

/** The texts of the emoji picker in French. */
export const composerEmojiFr: ComposerEmojiTexts = {
  language: 'fr',
  found: (count) => plural(count, { one: '# emoji', other: '# emojis' }),
  groups: [
    'Smileys et émotions',
    'Personnes et corps',
    'Animaux et nature',
    'Nourriture et boissons',
    'Voyages et lieux',
    'Activités',
    'Objets',
    'Symboles',
    'Drapeaux',
  ],
  none: (search) => `Aucun emoji avec «\u202f${search}\u202f»`,
  recent: 'Utilisés récemment',
  search: 'Rechercher un emoji',
  tone: 'Couleur de peau',
  tones: ['Aucune', 'Claire', 'Plutôt claire', 'Moyenne', 'Plutôt foncée', 'Foncée'],
};
