import { languageForms } from './forms.ts';
import type { TimelineMoreTexts } from './timeline-more.en.ts';

const { plural } = languageForms('nl');

/** What a timeline says beyond texts, in Dutch. */
export const timelineMoreNl: TimelineMoreTexts = {
  language: 'nl',
  audio: {
    pause: 'Pauzeren',
    play: 'Afspelen',
    position: 'Positie',
    speed: (speed) => `Snelheid ${speed}×`,
  },
  beginning: (history, count) =>
    history === 'recipient'
      ? 'Begin van alle berichten met deze ontvanger'
      : count < 100
        ? 'Geen eerdere berichten'
        : 'Hier beginnen de laatste 100 berichten',
  details: {
    account: 'Eigen nummer',
    before: 'wat er eerder stond',
    code: 'Code van de provider',
    deleted: 'Verwijderd',
    detail: 'Provider meldt',
    edited: 'Gewijzigd',
    noText: 'Geen tekst',
    received: 'Ontvangen',
    textOf: (time) => `Tekst van ${time}`,
    title: 'Details van dit bericht',
    written: 'Geschreven',
  },
  files: {
    away: 'Het bestand kon niet worden geladen.',
    gone: 'Dit bestand is niet meer beschikbaar.',
    loading: 'Bestand wordt opgehaald',
  },
  hole: {
    failed: 'Tussenliggende berichten konden niet worden geladen',
    load: 'Laden',
    text: 'Tussenliggende berichten zijn niet geladen',
  },
  lightbox: {
    away: 'De afbeelding kon niet worden geladen.',
    close: 'Sluiten',
    deleted: 'Afbeelding gesloten: het bericht is verwijderd.',
    download: 'Downloaden',
    gone: 'Dit bestand is niet meer beschikbaar.',
    next: 'Volgende afbeelding',
    place: (number, count) => `${number} van ${count}`,
    previous: 'Vorige afbeelding',
    title: 'Afbeelding',
    zoomIn: 'Inzoomen',
    zoomOut: 'Uitzoomen',
  },
  presence: {
    customer: (count, names) => plural(count, { one: '% typt', other: '% typen' }).replace('%', () => names),
    replying: (count, names) =>
      plural(count, { one: '% schrijft een antwoord', other: '% schrijven een antwoord' }).replace('%', () => names),
    viewing: (count, names) =>
      plural(count, { one: '% kijkt ook mee', other: '% kijken ook mee' }).replace('%', () => names),
  },
  quote: {
    earlier: 'Een eerder bericht',
    lead: (name) => `Naar het bericht van ${name}`,
    leadEarlier: 'Naar het bericht waarop dit een antwoord is',
    missing: 'Dat bericht is niet gevonden.',
  },
  reactions: (emoji, names) => `${emoji} van ${names}`,
  thread: {
    lead: (name) => `Gesprek met ${name} openen`,
    leadHere: 'Dit gesprek openen',
    since: (date) => `Gesprek sinds ${date}`,
  },
  views: {
    label: 'Welke berichten',
    conversation: 'Dit gesprek',
    recipient: 'Alles met deze ontvanger',
    recent: 'Laatste 100 berichten',
  },
  tools: {
    copied: 'Gekopieerd',
    copy: 'Tekst kopiëren',
    details: 'Details',
    label: 'Dit bericht',
    markUnread: 'Vanaf hier ongelezen',
    markedUnread: 'Vanaf hier als ongelezen gemarkeerd.',
    notFound: 'Zojuist gevraagd: het bericht is daar nog niet bekend.',
    notMarkedUnread: 'Markeren als ongelezen is niet gelukt.',
    open: 'Meer voor dit bericht',
    reply: 'Beantwoorden',
    sentAgain: 'Opnieuw verzonden als nieuw bericht.',
  },
  search: {
    close: 'Zoeken sluiten',
    failed: 'Het zoeken is niet gelukt.',
    files: 'Bestanden',
    further: 'Verder terug zoeken',
    found: (count) => plural(count, { one: '# gevonden', other: '# gevonden' }),
    foundMore: (count) => `meer dan ${count} gevonden`,
    label: 'Zoeken in dit gesprek',
    next: 'Volgende',
    none: 'Niets gevonden',
    noneYet: 'Nog niets gevonden',
    noFiles: 'Geen bestanden in dit gesprek',
    place: (number, count) => `${number} van ${count}`,
    previous: 'Vorige',
    results: 'Resultaten',
    running: 'Bezig met zoeken',
    unread: (count) => `De laatste ${count} berichten zijn doorzocht.`,
  },
  failures: {
    reasons: {
      account: 'Niet verzonden: er is een probleem met het eigen account.',
      blocked: 'Niet verzonden: de ontvanger heeft deze afzender geblokkeerd.',
      expired: 'Niet op tijd afgeleverd.',
      'invalid-number': 'Niet verzonden: het nummer is niet geldig.',
      media: 'Niet verzonden: het bestand kon niet worden overgedragen.',
      'opted-out': 'Niet verzonden: de ontvanger wil deze berichten niet.',
      policy: 'Niet verzonden: het kanaal houdt berichten aan deze ontvanger voorlopig tegen.',
      'provider-down': 'Niet verzonden: de provider is niet bereikbaar.',
      'rate-limited': 'Niet verzonden: te veel berichten in korte tijd.',
      rejected: 'Niet verzonden: de provider heeft het bericht niet aangenomen.',
      template: 'Niet verzonden: er is een probleem met het goedgekeurde sjabloon.',
      unknown: 'Niet verzonden: de provider gaf geen reden.',
      unreachable: 'Niet afgeleverd: de ontvanger is niet bereikbaar. Het is 24 uur lang geprobeerd.',
      'unsupported-content': 'Niet verzonden: het kanaal ondersteunt deze inhoud niet.',
      'window-closed': 'Niet verzonden: het berichtenvenster was gesloten.',
    },
    steps: {
      'check-number': 'Controleer het nummer op de kaart van de ontvanger.',
      'tell-admin': 'Meld het aan de beheerder.',
      wait: 'Wacht even met opnieuw proberen.',
    },
  },
  openMap: 'Kaart openen',
  trouble: {
    actionFailed: 'Dat is niet gelukt.',
    check: 'Controleren',
    code: (code) => `Code ${code}`,
    confirmDiscard: 'Dit bericht weggooien? De tekst gaat verloren.',
    copied: 'Gekopieerd',
    copy: 'Kopiëren',
    discard: 'Weggooien',
    edit: 'Bewerken',
    keep: 'Bewaren',
    otherChannel: 'Ander kanaal',
    retry: 'Opnieuw proberen',
    sendAgain: 'Nogmaals verzenden',
    unknownHint: 'Er is geen antwoord gekomen. Het bericht kan verzonden zijn.',
  },
};
