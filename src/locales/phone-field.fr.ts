import type { PhoneFieldTexts } from './phone-field.en.ts';

/** What `phone-number-field` says, in French. */
export const phoneFieldFr: PhoneFieldTexts = {
  phoneField: {
    steps: {
      'digits-changed': 'chiffres écrits de 0 à 9',
      'signs-removed': 'espaces et signes retirés',
      'extension-removed': 'poste retiré',
      'trunk-zero-removed': '0 initial retiré',
      'country-added': 'indicatif de pays ajouté',
      'prefix-changed': 'préfixe modifié',
    },
    doubts: {
      'not-in-plan': 'Ce n’est pas un numéro de mobile connu. Vérifiez-le.',
      landline: 'C’est une ligne fixe\u202f: les SMS n’arriveront peut-être pas.',
      'country-unknown': 'Les numéros de ce pays ne peuvent pas être vérifiés ici.',
      extension: 'Un poste interne ne peut pas recevoir de messages.',
    },
    problems: {
      empty: 'Il n’y a pas de numéro.',
      'not-a-number': 'Ce n’est pas un numéro de téléphone.',
      'no-country': 'Le pays manque. Commencez par + et l’indicatif du pays.',
      'too-short': 'Ce numéro est trop court.',
      'too-long': 'Ce numéro est trop long.',
      several: 'Ce sont plusieurs numéros. N’en gardez qu’un.',
      'short-code': 'C’est un numéro court.',
      opaque: 'Ce n’est pas un numéro de téléphone mais un identifiant.',
    },
    field: {
      label: 'Numéro de mobile',
      saved: (number, steps) => `Enregistré comme ${number}\u202f: ${steps}.`,
      undo: 'Annuler',
      undone: 'Enregistré tel que saisi.',
      required: 'Saisissez un numéro.',
      notChecked: 'Le numéro n’a pas pu être vérifié. Il reste tel que saisi.',
      id: 'Ce n’est pas un numéro de téléphone. Il reste tel quel.',
    },
  },
};
