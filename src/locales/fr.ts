import type { Messages } from './en.ts';

/** What the elements share in French. */
export const fr: Messages = {
  language: 'fr',
  direction: 'ltr',
  common: {
    cancel: 'Annuler',
    close: 'Fermer',
    deleted: 'Ce message a été supprimé.',
    loading: 'Chargement',
    markRead: 'Marquer comme lue',
    markUnread: 'Marquer comme non lue',
    openSource: 'Ouvrir la fiche',
    retry: 'Réessayer',
    unassigned: 'Non attribuée',
    unknownSender: 'Expéditeur inconnu',
    kinds: {
      audio: 'Message audio',
      choice: 'Choix',
      contacts: 'Carte de contact',
      document: 'Document',
      event: 'Événement',
      image: 'Photo',
      interactive: 'Message avec boutons',
      list: 'Liste de choix',
      location: 'Position',
      sticker: 'Autocollant',
      template: 'Message modèle',
      text: 'Message',
      unsupported: 'Message non pris en charge',
      video: 'Vidéo',
    },
    directions: { incoming: 'Entrant', outgoing: 'Sortant', note: 'Note', event: 'Événement' },
    errors: {
      aborted: 'La requête a été interrompue.',
      conflict: 'Quelqu’un d’autre a fait une modification en même temps.',
      forbidden: 'Vous n’avez pas l’autorisation nécessaire.',
      invalid: 'Le serveur n’a pas accepté la requête.',
      'key-reused': 'Le serveur a déjà un autre message sous ce numéro.',
      'not-found': 'Cela n’existe plus.',
      'rate-limited': 'Trop de requêtes. Cela reprendra dans un instant.',
      unauthenticated: 'Votre connexion a expiré.',
      unavailable: 'Le serveur est injoignable.',
      unsupported: 'Le serveur ne sait pas faire cela.',
      'window-closed': 'La fenêtre de réponse est fermée.',
    },
    states: { new: 'Nouvelle', assigned: 'Attribuée', archived: 'Archivée', spam: 'Spam' },
  },
  provider: {
    failedToStart: 'Impossible d’ouvrir les conversations.',
    reload: 'Rechargez cette page.',
  },
  channels: {
    sms: 'SMS',
    whatsapp: 'WhatsApp',
    'whatsapp-invitation': 'Invitation WhatsApp',
    viber: 'Viber',
    rcs: 'RCS',
    messenger: 'Messenger',
    instagram: 'Instagram',
    apple: 'Messages d’Apple',
    telegram: 'Telegram',
    x: 'X',
    email: 'E-mail',
  },
};

/** A channel's name as it stands inside a sentence. */
export function inText(channel: string): string {
  return /^(?:E-mail|Invitation WhatsApp)$/.test(channel)
    ? channel.charAt(0).toLowerCase() + channel.slice(1)
    : channel;
}
