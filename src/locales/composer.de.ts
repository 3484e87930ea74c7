import type { ComposerTexts } from './composer.en.ts';

/** What `channel-composer` says; its tools bring their own, in German. */
export const composerDe: ComposerTexts = {
  composer: {
    addNote: 'Notiz hinzufügen',
    addNoteTo: (name) => `Notiz zu ${name} hinzufügen: intern, wird nicht gesendet`,
    anyway: (channel) => `Ja, per ${channel} senden`,
    changes: {
      account: 'Die eigene Nummer dieser Unterhaltung hat sich geändert, seit Sie begonnen haben.',
      address: (address) =>
        `Die Nummer des Empfängers hat sich geändert, seit Sie begonnen haben. Sie lautet jetzt ${address}.`,
      'customer-channel': (name, channel) => `${name} hat per ${channel} geschrieben, seit Sie begonnen haben.`,
      recipient: (name) => `Diese Unterhaltung gehört jetzt zu ${name}, anders als zu Beginn Ihrer Nachricht.`,
    },
    channel: 'Kanal',
    closed: 'geschlossen',
    closing: (channel, left) => `Das Antwortfenster von ${channel} schließt in ${left}.`,
    continueBy: (channel) => `Per ${channel} schreiben`,
    draft: 'Entwurf',
    invite: 'Einladung per SMS vorbereiten',
    keepWriting: 'Weiterschreiben',
    label: 'Nachrichtenfeld',
    left: (left) => `noch ${left}`,
    locks: {
      'consent-denied': (name, channel) => `${name} möchte keine Nachrichten per ${channel}.`,
      'must-be-started-by-customer': (name, channel) => `${name} muss per ${channel} zuerst schreiben.`,
      'no-address': (name, channel) => `Von ${name} ist keine Adresse für ${channel} bekannt.`,
      'not-available': (_name, channel) => `${channel} ist nicht verbunden.`,
      'not-configured': (_name, channel) => `${channel} ist nicht eingerichtet.`,
      'window-closed': (name, channel) =>
        `Das Antwortfenster von ${channel} ist geschlossen. Es öffnet sich wieder, wenn ${name} schreibt.`,
    },
    message: 'Nachricht',
    mode: 'Art der Nachricht',
    modes: { note: 'Notiz', reply: 'Antwort' },
    note: 'Interne Notiz',
    noteHint: 'Nur Kollegen sehen das.',
    notePlaceholder: 'Notiz für Kollegen schreiben',
    obstacles: {
      empty: 'Schreiben Sie zuerst eine Nachricht.',
      emptyNote: 'Schreiben Sie zuerst eine Notiz.',
      loading: 'Die Unterhaltung ist noch nicht geladen.',
      missing: (names) => `Nichts bekannt für: ${names}. Füllen Sie aus oder entfernen Sie, was markiert ist.`,
      tooLong: {
        bytes: (used, limit) => `Zu lang: ${used} von ${limit} Bytes.`,
        characters: (used, limit) => `Zu lang: ${used} von ${limit} Zeichen.`,
        'sms-parts': (used, limit) => `Zu lang: ${used} Teile, höchstens ${limit} werden gesendet.`,
      },
    },
    offline: 'Keine Verbindung. Die Nachricht wartet auf diesem Gerät und wird später automatisch gesendet.',
    placeholder: (name) => `An ${name} schreiben`,
    send: 'Senden',
    sendInvitation: (name, address) => `WhatsApp-Einladung an ${name}, ${address}, per SMS senden`,
    sendTo: (name, address, channel) => `An ${name}, ${address}, per ${channel} senden`,
    storage: {
      absent: 'Nicht gesendet: Dieser Browser bietet keinen Speicher, und der Server war nicht erreichbar.',
      blocked:
        'Nicht gesendet: Ein anderer Tab blockiert den Speicher. Schließen Sie ältere Tabs und versuchen Sie es erneut.',
      corrupt: 'Nicht gesendet: Der Speicher dieses Browsers ist beschädigt. Der Text ist noch da.',
      denied: 'Nicht gesendet: Dieser Browser erlaubt hier keinen Speicher. Der Text ist noch da.',
      'newer-version': 'Nicht gesendet: Ein anderer Tab verwendet eine neuere Version. Laden Sie diese Seite neu.',
      'not-persisted': 'Nicht gesendet: Der Speicher hat die Nachricht nicht angenommen. Der Text ist noch da.',
      quota: 'Nicht gesendet: Der Speicher dieses Browsers ist voll. Schaffen Sie Platz und versuchen Sie es erneut.',
    },
    switchTo: (channel) => `Weiter per ${channel}`,
    to: 'an',
    unexpected: 'Nicht gesendet: Etwas Unerwartetes ist schiefgegangen. Der Text ist noch da.',
    windowClosed: (channel) => `Das Antwortfenster von ${channel} ist geschlossen.`,
    windowOpen: (channel) => `Das Antwortfenster von ${channel} ist wieder offen.`,
  },
};
