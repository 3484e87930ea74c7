import { bannersDe } from './banners.de.ts';
import type { ViewSoonTexts } from './view-soon.en.ts';
import { languageForms } from './forms.ts';

const { plural } = languageForms('de');

/** What `conversation-view` says a moment later: its commands, the details, words for no conversation, in German. */
export const viewSoonDe: ViewSoonTexts = {
  ...bannersDe,
  viewSoon: {
    assignToMe: 'Mir zuweisen',
    choose: 'Keine Unterhaltung ausgewählt',
    chooseHint: 'Wählen Sie eine Unterhaltung, um sie zu lesen und zu beantworten.',
    closeDetails: 'Details schließen',
    details: 'Details',
    newElsewhere: (count) =>
      plural(count, {
        one: '# neue Nachricht in einer anderen Unterhaltung',
        other: '# neue Nachrichten in anderen Unterhaltungen',
      }),
    nextConversation: 'Nächste Unterhaltung',
    previousConversation: 'Vorige Unterhaltung',
    recipientEmpty: (name) => `Noch keine Unterhaltung mit ${name}`,
    recipientEmptyUnnamed: 'Noch keine Unterhaltung',
    resizeDetails: 'Breite der Details',
    resizeList: 'Breite der Unterhaltungsliste',
    retryFailed: 'Fehlgeschlagene Nachrichten erneut senden',
    send: 'Senden',
    showDetails: 'Details',
    start: 'Unterhaltung beginnen',
    startHint: 'Beginnen Sie eine, um die erste Nachricht zu schreiben.',
    startNew: 'Neue Unterhaltung beginnen',
  },
};
