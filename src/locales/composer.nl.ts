import type { ComposerTexts } from './composer.en.ts';

/** Names that are words like any other inside a sentence. */
const inText = (channel: string): string => (/^(Sms|E-mail)$/.test(channel) ? channel.toLowerCase() : channel);

/** What `channel-composer` says; its tools bring their own, in Dutch. */
export const composerNl: ComposerTexts = {
  composer: {
    addNote: 'Notitie toevoegen',
    addNoteTo: (name) => `Notitie toevoegen over ${name}: intern, wordt niet verzonden`,
    anyway: (channel) => `Ja, via ${inText(channel)} verzenden`,
    changes: {
      account: 'Het eigen nummer van dit gesprek is gewijzigd sinds het begin van dit bericht.',
      address: (address) => `Het nummer van de ontvanger is sinds het begin van dit bericht gewijzigd in ${address}.`,
      'customer-channel': (name, channel) =>
        `${name} heeft sinds het begin van dit bericht via ${inText(channel)} geschreven.`,
      recipient: (name) => `Dit gesprek hoort sinds het begin van dit bericht bij ${name}.`,
    },
    channel: 'Kanaal',
    closed: 'gesloten',
    closing: (channel, left) => `Het berichtenvenster van ${inText(channel)} sluit over ${left}.`,
    continueBy: (channel) => `Via ${inText(channel)} schrijven`,
    draft: 'Concept',
    invite: 'Uitnodiging via sms voorbereiden',
    keepWriting: 'Verder schrijven',
    label: 'Berichtvak',
    left: (left) => `nog ${left}`,
    locks: {
      'consent-denied': (name, channel) => `${name} wil geen berichten via ${inText(channel)}.`,
      'must-be-started-by-customer': (name, channel) => `${name} moet via ${inText(channel)} als eerste schrijven.`,
      'no-address': (name, channel) => `Van ${name} is geen adres voor ${inText(channel)} bekend.`,
      'not-available': (_name, channel) => `${inText(channel)} is niet aangesloten.`,
      'not-configured': (_name, channel) => `${inText(channel)} is niet ingesteld.`,
      'window-closed': (name, channel) =>
        `Het berichtenvenster van ${inText(channel)} is gesloten. Het gaat weer open als ${name} schrijft.`,
    },
    message: 'Bericht',
    mode: 'Soort bericht',
    modes: { note: 'Notitie', reply: 'Antwoord' },
    note: 'Interne notitie',
    noteHint: 'Alleen collega’s zien dit.',
    notePlaceholder: 'Schrijf een notitie voor collega’s',
    obstacles: {
      empty: 'Schrijf eerst een bericht.',
      emptyNote: 'Schrijf eerst een notitie.',
      loading: 'Het gesprek is nog niet geladen.',
      missing: (names) => `Niets bekend voor: ${names}. Vul in of verwijder wat gemarkeerd is.`,
      tooLong: {
        bytes: (used, limit) => `Te lang: ${used} van ${limit} bytes.`,
        characters: (used, limit) => `Te lang: ${used} van ${limit} tekens.`,
        'sms-parts': (used, limit) => `Te lang: ${used} delen, hoogstens ${limit} worden verzonden.`,
      },
    },
    offline: 'Geen verbinding. Het bericht wacht op dit apparaat en wordt later vanzelf verzonden.',
    placeholder: (name) => `Schrijf aan ${name}`,
    send: 'Verzenden',
    sendInvitation: (name, address) => `Verzenden: WhatsApp uitnodiging aan ${name}, ${address}, via sms`,
    sendTo: (name, address, channel) => `Verzenden aan ${name}, ${address}, via ${inText(channel)}`,
    storage: {
      absent: 'Niet verzonden: deze browser biedt geen opslag en de server was niet bereikbaar.',
      blocked: 'Niet verzonden: een ander tabblad blokkeert de opslag. Sluit oudere tabbladen en probeer het opnieuw.',
      corrupt: 'Niet verzonden: de opslag van deze browser is beschadigd. De tekst staat er nog.',
      denied: 'Niet verzonden: deze browser staat hier geen opslag toe. De tekst staat er nog.',
      'newer-version': 'Niet verzonden: een ander tabblad gebruikt een nieuwere versie. Laad deze pagina opnieuw.',
      'not-persisted': 'Niet verzonden: de opslag heeft het bericht niet aangenomen. De tekst staat er nog.',
      quota: 'Niet verzonden: de opslag van deze browser is vol. Maak ruimte en probeer het opnieuw.',
    },
    switchTo: (channel) => `Verder via ${inText(channel)}`,
    to: 'aan',
    unexpected: 'Niet verzonden: er ging iets onverwachts mis. De tekst staat er nog.',
    windowClosed: (channel) => `Het berichtenvenster van ${inText(channel)} is gesloten.`,
    windowOpen: (channel) => `Het berichtenvenster van ${inText(channel)} is weer open.`,
  },
};
