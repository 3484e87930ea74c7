import { languageForms } from './forms.ts';
import type { PhoneConversionTexts } from './phone-conversion.en.ts';

const { plural } = languageForms('fr');

/** What `phone-number-conversion` says, in French. */
export const phoneConversionFr: PhoneConversionTexts = {
  phoneConversion: {
    label: 'Convertir les numéros de téléphone',
    intro: 'Montre d’abord ce qui changerait. Rien n’est écrit avant que vous convertissiez.',
    kinds: { all: 'Contacts et ressources', contact: 'Contacts', resource: 'Ressources' },
    kind: 'Destinataires',
    branch: 'Agence',
    allBranches: 'Toutes les agences',
    format: 'Écrire sous la forme',
    // A sign before digits goes to the other end where text runs from right to left, unless it is kept apart.
    formats: { e164: '\u2066+31612345678\u2069', '00': '0031612345678', digits: '31612345678' },
    kindOf: { contact: 'Contact', resource: 'Ressource' },
    check: 'Vérifier les numéros',
    checking: (count) => plural(count, { one: '# numéro lu', other: '# numéros lus' }),
    again: 'Vérifier de nouveau',
    checkFailed: 'Les numéros n’ont pas pu être lus.',
    unsupported: 'Ce système n’a pas de numéros à convertir.',
    empty: 'Aucun destinataire avec ces filtres.',
    emptyHint: 'Choisissez d’autres destinataires ou une autre agence.',
    nothingHere: 'Rien dans cette liste.',
    show: 'Afficher',
    verdicts: {
      all: 'Tous',
      changed: 'Modifiés',
      doubtful: 'Douteux',
      invalid: 'Invalides',
      unchanged: 'Inchangés',
      empty: 'Vides',
    },
    reasons: {
      'not-in-plan': 'numéro de mobile inconnu',
      landline: 'ligne fixe',
      'country-unknown': 'pays non vérifiable',
      extension: 'poste omis',
      shared: 'plusieurs fiches ont ce numéro',
      empty: 'pas de numéro',
      'not-a-number': 'pas un numéro de téléphone',
      'no-country': 'pays manquant',
      'too-short': 'trop court',
      'too-long': 'trop long',
      several: 'plusieurs numéros',
      'short-code': 'numéro court',
      opaque: 'un identifiant',
    },
    columns: {
      name: 'Destinataire',
      kind: 'Type',
      from: 'Enregistré',
      to: 'Devient',
      reason: 'Remarque',
      take: 'Inclure',
    },
    rows: 'Fiches du rapport',
    id: 'Numéro',
    verdict: 'Résultat',
    nothing: 'rien',
    take: (name) => `Inclure ${name}`,
    takeAll: 'Inclure tous les numéros douteux',
    page: (first, last, all) => `${first}–${last} sur ${all}`,
    previous: 'Précédent',
    next: 'Suivant',
    convert: (count) => plural(count, { one: 'Convertir # numéro', other: 'Convertir # numéros' }),
    nothingToConvert: 'Rien à convertir',
    converting: (done, all) => `${done} écrits sur ${all}`,
    stop: 'Arrêter',
    done: (count) => plural(count, { one: '# numéro converti.', other: '# numéros convertis.' }),
    stopped: (count) =>
      plural(count, {
        one: 'Arrêté. # numéro a été converti.',
        other: 'Arrêté. # numéros ont été convertis.',
      }),
    skipped: (count) =>
      plural(count, {
        one: '# fiche a été laissée telle quelle\u202f: quelqu’un l’a modifiée entre-temps.',
        other: '# fiches ont été laissées telles quelles\u202f: quelqu’un les a modifiées entre-temps.',
      }),
    undo: 'Annuler',
    undone: (count) =>
      plural(count, { one: '# numéro est redevenu comme avant.', other: '# numéros sont redevenus comme avant.' }),
    writeFailed: 'Tout n’a pas été écrit.',
    download: 'Télécharger en CSV',
    file: 'numeros-de-telephone',
  },
};
