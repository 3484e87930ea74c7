import type { ComposerTexts } from './composer.en.ts';
import { inText } from './fr.ts';

/** What `channel-composer` says; its tools bring their own, in French. */
export const composerFr: ComposerTexts = {
  composer: {
    addNote: 'Ajouter une note',
    addNoteTo: (name) => `Ajouter une note sur ${name}\u202f: interne, elle n’est pas envoyée`,
    anyway: (channel) => `Oui, envoyer par ${inText(channel)}`,
    changes: {
      account: 'Votre numéro dans cette conversation a changé depuis que vous avez commencé.',
      address: (address) =>
        `Le numéro du destinataire a changé depuis que vous avez commencé. C’est maintenant le ${address}.`,
      'customer-channel': (name, channel) => `${name} a écrit par ${inText(channel)} depuis que vous avez commencé.`,
      recipient: (name) => `Depuis que vous avez commencé, cette conversation est rattachée à ${name}.`,
    },
    channel: 'Canal',
    closed: 'fermé',
    closing: (channel, left) => `La fenêtre de réponse de ${inText(channel)} se ferme dans ${left}.`,
    continueBy: (channel) => `Écrire par ${inText(channel)}`,
    draft: 'Brouillon',
    invite: 'Préparer l’invitation par SMS',
    keepWriting: 'Continuer à écrire',
    label: 'Zone de message',
    left: (left) => `encore ${left}`,
    locks: {
      'consent-denied': (name, channel) => `${name} ne souhaite pas de messages par ${inText(channel)}.`,
      'must-be-started-by-customer': (name, channel) => `${name} doit écrire en premier par ${inText(channel)}.`,
      'no-address': (name, channel) => `Aucune adresse ${inText(channel)} n’est connue pour ${name}.`,
      'not-available': (_name, channel) => `${channel} n’est pas connecté.`,
      'not-configured': (_name, channel) => `${channel} n’est pas configuré.`,
      'window-closed': (name, channel) =>
        `La fenêtre de réponse de ${inText(channel)} est fermée. Elle se rouvre dès que ${name} écrit.`,
    },
    message: 'Message',
    mode: 'Type de message',
    modes: { note: 'Note', reply: 'Réponse' },
    note: 'Note interne',
    noteHint: 'Seuls vos collègues la voient.',
    notePlaceholder: 'Écrire une note pour vos collègues',
    obstacles: {
      empty: 'Écrivez d’abord un message.',
      emptyNote: 'Écrivez d’abord une note.',
      loading: 'La conversation n’est pas encore chargée.',
      missing: (names) => `Rien n’est connu pour\u202f: ${names}. Complétez ou supprimez ce qui est marqué.`,
      tooLong: {
        bytes: (used, limit) => `Trop long\u202f: ${used} octets sur ${limit}.`,
        characters: (used, limit) => `Trop long\u202f: ${used} caractères sur ${limit}.`,
        'sms-parts': (used, limit) => `Trop long\u202f: ${used} parties, ${limit} au plus sont envoyées.`,
      },
    },
    offline: 'Pas de connexion. Le message attend sur cet appareil et sera envoyé automatiquement plus tard.',
    placeholder: (name) => `Écrire à ${name}`,
    send: 'Envoyer',
    sendInvitation: (name, address) => `Envoyer l’invitation WhatsApp à ${name}, ${address}, par SMS`,
    sendTo: (name, address, channel) => `Envoyer à ${name}, ${address}, par ${inText(channel)}`,
    storage: {
      absent: 'Non envoyé\u202f: ce navigateur n’offre pas de stockage et le serveur était injoignable.',
      blocked: 'Non envoyé\u202f: un autre onglet bloque le stockage. Fermez les anciens onglets et réessayez.',
      corrupt: 'Non envoyé\u202f: le stockage de ce navigateur est endommagé. Le texte est toujours là.',
      denied: 'Non envoyé\u202f: ce navigateur n’autorise pas le stockage ici. Le texte est toujours là.',
      'newer-version': 'Non envoyé\u202f: un autre onglet utilise une version plus récente. Rechargez cette page.',
      'not-persisted': 'Non envoyé\u202f: le stockage n’a pas accepté le message. Le texte est toujours là.',
      quota: 'Non envoyé\u202f: le stockage de ce navigateur est plein. Libérez de la place et réessayez.',
    },
    switchTo: (channel) => `Continuer par ${inText(channel)}`,
    to: 'à',
    unexpected: 'Non envoyé\u202f: une erreur inattendue s’est produite. Le texte est toujours là.',
    windowClosed: (channel) => `La fenêtre de réponse de ${inText(channel)} est fermée.`,
    windowOpen: (channel) => `La fenêtre de réponse de ${inText(channel)} est de nouveau ouverte.`,
  },
};
