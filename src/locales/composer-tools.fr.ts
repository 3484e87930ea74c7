import type { ComposerToolTexts } from './composer-tools.en.ts';
import { languageForms } from './forms.ts';

const { plural } = languageForms('fr');

/** The texts of the composer's tools in French. */
export const composerToolsFr: ComposerToolTexts = {
  language: 'fr',
  tools: 'Outils',
  assistant: 'Assistant',
  emoji: 'Emojis',
  preview: {
    invitation: 'Aperçu de l’invitation',
    invitationProblems: {
      'no-number': 'L’invitation n’a pas de numéro WhatsApp vers lequel mener.',
      'no-template': 'Il n’y a pas de modèle d’invitation dans cette langue, ni de modèle par défaut.',
    },
    missing: (name) => `${name}\u202f: rien n’est connu`,
    outgoing: 'Ce qui sera envoyé',
  },
  counter: {
    left: (count) => plural(count, { one: '# restant', other: '# restants' }),
    parts: (count) => plural(count, { one: '# partie', other: '# parties' }),
    usedOf: (used, limit) => `${used} sur ${limit}`,
  },
  unicode: {
    all: 'Tout remplacer',
    byHand: (character) => `Remplacez ${character} vous-même`,
    more: (count) => plural(count, { one: 'et # autre', other: 'et # autres' }),
    omit: (character) => `Supprimer ${character}`,
    title: (perPart) => plural(perPart, { other: 'Parties de # caractères à cause de\u202f:' }),
    with: (character, replacement) => `Remplacer ${character} par ${replacement}`,
  },
  quickReplies: {
    added: 'Réponse rapide ajoutée.',
    failed: 'Les réponses rapides n’ont pas pu être chargées.',
    files: (count) => plural(count, { one: '# fichier', other: '# fichiers' }),
    filesLeftOut: (names) => `Non ajouté, car aucun fichier ne peut être envoyé ici\u202f: ${names}`,
    found: (count) => plural(count, { one: '# réponse rapide', other: '# réponses rapides' }),
    hint: 'Ou saisissez ! et les premières lettres dans votre message.',
    none: 'Il n’y a pas encore de réponses rapides.',
    nothingFound: (search) => `Aucune réponse rapide avec «\u202f${search}\u202f»`,
    search: 'Rechercher une réponse rapide',
    title: 'Réponses rapides',
  },
  mentions: {
    added: (name) => `${name} est mentionné.`,
    found: (count) => plural(count, { one: '# collègue', other: '# collègues' }),
    title: 'Collègues',
  },
  quote: {
    cancel: 'Ne pas citer',
    cancelled: 'Le message n’est plus cité.',
    earlier: 'Réponse à un message précédent',
    replyTo: (name) => `Réponse à ${name}`,
  },
  review: {
    answered: (by, time) => `${by} a répondu à ${time}.`,
    archived: 'La conversation a été archivée entre-temps.',
    customerWrote: (name, count, time) =>
      plural(count, {
        one: `${name} a encore écrit un message à ${time}.`,
        other: `${name} a encore écrit # messages, le dernier à ${time}.`,
      }),
    keepWriting: 'Relire et continuer à écrire',
    noted: (by, time) => `${by} a laissé une note à ${time}.`,
    reassigned: 'La conversation a été attribuée à quelqu’un d’autre.',
    sendAnyway: 'Envoyer quand même',
    somebody: 'Quelqu’un',
    spam: 'La conversation a été marquée comme spam entre-temps.',
    unassigned: 'La conversation n’est plus attribuée à personne.',
  },
  sender: {
    closed: (name) => `${name} (modèle seulement)`,
    from: 'de',
    inactive: (name) => `${name} (désactivé)`,
    letters: 'On ne peut pas y répondre',
  },
  sendWays: {
    cancelled: 'Repris. Son texte est de nouveau dans le message.',
    failed: 'N’a pas pu être envoyé\u202f: reprenez-le pour l’envoyer autrement.',
    kept: (when) => `Sera envoyé le ${when}.`,
    later: 'Envoyer plus tard',
    leaves: (seconds) =>
      plural(seconds, { one: 'Le message part dans # seconde.', other: 'Le message part dans # secondes.' }),
    more: 'Autres façons d’envoyer',
    notLater: 'L’envoi différé n’est pas possible ici\u202f: le système en arrière-plan envoie tout de suite.',
    notArchived: {
      failed: 'Le message a été envoyé, mais la conversation n’a pas pu être archivée.',
      wrote: 'Le message a été envoyé. Le client a écrit entre-temps, la conversation n’a donc pas été archivée.',
    },
    past: 'Ce moment est passé.',
    presets: {
      'in-an-hour': 'Dans une heure',
      monday: 'Lundi matin',
      'this-evening': 'Ce soir',
      tomorrow: 'Demain matin',
    },
    schedule: 'Envoyer à ce moment',
    scheduled: (count) =>
      plural(count, { one: '# message attend son heure', other: '# messages attendent leur heure' }),
    sendAndArchive: 'Envoyer et archiver',
    takeBack: 'Reprendre',
    takeBackOf: (when) => `Reprendre le message du ${when}`,
    takenBack: 'Repris. Rien n’a été envoyé.',
    templateWaits: 'Un autre modèle attend ici sans avoir été envoyé\u202f: envoyez-le ou recommencez-le d’abord.',
    time: 'Date et heure',
    tooFar: 'C’est trop loin dans le temps.',
    tooLate: 'Trop tard\u202f: le message est parti.',
    undo: 'Annuler',
    windowClosed: 'La fenêtre de réponse sera fermée à ce moment-là.',
    zone: (zone) => `Fuseau horaire\u202f: ${zone}`,
  },
  templates: {
    choose: 'Choisir un modèle',
    draft: 'Un modèle attend ici sans avoir été envoyé',
  },
};
