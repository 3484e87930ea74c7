import type { FailureReason } from '../../../src/domain/model.ts';
import type { DemoLanguage } from '../page-options.ts';
import { ar } from './text/ar.ts';
import { de } from './text/de.ts';
import { fr } from './text/fr.ts';

/** Ways in which a message can fail that a customer's side can cause. */
export type PhoneFailure = Extract<
  FailureReason,
  | 'unreachable'
  | 'invalid-number'
  | 'opted-out'
  | 'window-closed'
  | 'unsupported-content'
  | 'policy'
  | 'provider-down'
  | 'rejected'
  | 'unknown'
>;

const en = {
  title: 'Customer’s phone',
  intro: 'Pick a number to see what its owner receives, and write back as they would.',
  number: 'Phone number',
  numberHint: 'A name, or a number in any spelling',
  suggestions: 'People who match',
  lately: 'People with a conversation lately',
  unknownNumber: 'This is no phone number.',
  uncertain: 'No numbering plan knows this number; messages may still be written from it.',
  stranger: 'Nobody’s card has this number: its messages arrive from an unknown sender.',
  shared: (names: string) => `On the cards of ${names}: nobody is guessed.`,
  ending: 'How messages end',
  endings: {
    read: 'Read (WhatsApp), delivered (SMS)',
    delivered: 'Delivered',
    failed: 'Failed',
    silence: 'Silence: nothing is reported',
  },
  reason: 'Reason',
  reasons: {
    unreachable: 'Cannot be reached',
    'invalid-number': 'Number does not exist',
    'opted-out': 'Opted out',
    'window-closed': 'Reply window closed',
    'unsupported-content': 'Content not supported',
    policy: 'Held back by policy',
    'provider-down': 'Provider has a fault',
    rejected: 'Rejected',
    unknown: 'Unknown code',
  } satisfies Record<PhoneFailure, string>,
  endingHint: 'Counts for all numbers, for messages from now on.',
  sentAt: 'Sent at',
  times: {
    now: 'Now',
    hour: '1 hour ago',
    closing: '23 h 50 min ago',
    closes: '23 h 59 min ago',
    closed: '25 hours ago',
    other: 'Another time…',
  },
  otherTime: 'Time',
  channels: 'Channel',
  sms: 'SMS',
  whatsapp: 'WhatsApp',
  unread: (count: number) => (count === 1 ? '1 new' : `${count} new`),
  messages: 'Messages',
  noneYet: 'Nothing has been sent or received here yet.',
  chooseFirst: 'Choose a number first.',
  older: 'Show older messages',
  reply: 'Reply',
  replyHints: { sms: 'Write back by SMS', whatsapp: 'Write back by WhatsApp' },
  failed: 'The message could not be handed over.',
  business: 'Warmtehuis',
  answer: 'Answer this',
  cannotShow: 'This phone cannot show the message.',
  card: 'My card',
  copied: 'Copied',
  dropQuote: 'Do not answer this message',
  extras: 'Send something else',
  picture: 'Picture',
  file: 'File',
  place: 'Place',
  react: 'React',
  change: 'Change',
  changing: 'Change:',
  dropChange: 'Do not change this message',
  saveChange: 'Save change',
  takeBack: 'Delete for everybody',
  edited: 'edited',
  you: 'This phone',
  statuses: { sent: 'not reported', delivered: 'delivered', read: 'read', failed: 'failed' },
  erp: 'ERP page',
};

/** Words of the phone page. */
export type PhoneTexts = typeof en;

const nl: PhoneTexts = {
  title: 'Telefoon van de klant',
  intro: 'Kies een nummer om te zien wat de eigenaar ontvangt, en schrijf terug zoals die dat zou doen.',
  number: 'Telefoonnummer',
  numberHint: 'Een naam, of een nummer in elke schrijfwijze',
  suggestions: 'Mensen die passen',
  lately: 'Mensen met een recent gesprek',
  unknownNumber: 'Dit is geen telefoonnummer.',
  uncertain: 'Geen nummerplan kent dit nummer; er kan wel vanaf worden geschreven.',
  stranger: 'Dit nummer staat op geen kaart: berichten komen van een onbekende afzender.',
  shared: (names) => `Staat op de kaarten van ${names}: er wordt niemand gegokt.`,
  ending: 'Hoe berichten aflopen',
  endings: {
    read: 'Gelezen (WhatsApp), afgeleverd (sms)',
    delivered: 'Afgeleverd',
    failed: 'Mislukt',
    silence: 'Stilte: er wordt niets gemeld',
  },
  reason: 'Reden',
  reasons: {
    unreachable: 'Niet bereikbaar',
    'invalid-number': 'Nummer bestaat niet',
    'opted-out': 'Afgemeld',
    'window-closed': 'Antwoordvenster gesloten',
    'unsupported-content': 'Inhoud niet ondersteund',
    policy: 'Tegengehouden door beleid',
    'provider-down': 'Storing bij de provider',
    rejected: 'Geweigerd',
    unknown: 'Onbekende code',
  },
  endingHint: 'Geldt voor alle nummers, voor berichten vanaf nu.',
  sentAt: 'Verzonden om',
  times: {
    now: 'Nu',
    hour: '1 uur geleden',
    closing: '23 u 50 min geleden',
    closes: '23 u 59 min geleden',
    closed: '25 uur geleden',
    other: 'Een ander moment…',
  },
  otherTime: 'Tijdstip',
  channels: 'Kanaal',
  sms: 'Sms',
  whatsapp: 'WhatsApp',
  unread: (count) => `${count} nieuw`,
  messages: 'Berichten',
  noneYet: 'Hier is nog niets verzonden of ontvangen.',
  chooseFirst: 'Kies eerst een nummer.',
  older: 'Oudere berichten tonen',
  reply: 'Antwoorden',
  replyHints: { sms: 'Schrijf terug per sms', whatsapp: 'Schrijf terug via WhatsApp' },
  failed: 'Het bericht kon niet worden overgedragen.',
  business: 'Warmtehuis',
  answer: 'Hierop antwoorden',
  cannotShow: 'Deze telefoon kan het bericht niet tonen.',
  card: 'Mijn kaartje',
  copied: 'Gekopieerd',
  dropQuote: 'Niet op dit bericht antwoorden',
  extras: 'Iets anders sturen',
  picture: 'Foto',
  file: 'Bestand',
  place: 'Plaats',
  react: 'Reageren met emoji',
  change: 'Wijzigen',
  changing: 'Wijzigen:',
  dropChange: 'Dit bericht niet wijzigen',
  saveChange: 'Wijziging opslaan',
  takeBack: 'Voor iedereen verwijderen',
  edited: 'bewerkt',
  you: 'Deze telefoon',
  statuses: { sent: 'niets gemeld', delivered: 'afgeleverd', read: 'gelezen', failed: 'mislukt' },
  erp: 'ERP-pagina',
};

const texts: Readonly<Record<DemoLanguage, PhoneTexts>> = { en, nl, de, fr, ar };

/** The words of a language. */
export function phoneTexts(language: DemoLanguage): PhoneTexts {
  return texts[language];
}
