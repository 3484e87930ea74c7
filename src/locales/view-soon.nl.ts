import type { ViewSoonTexts } from './view-soon.en.ts';
import { bannersNl } from './banners.nl.ts';
import { languageForms } from './forms.ts';

const { plural } = languageForms('nl');

/** What `conversation-view` says a moment later: its commands, the details, words for no conversation, in Dutch. */
export const viewSoonNl: ViewSoonTexts = {
  ...bannersNl,
  viewSoon: {
    assignToMe: 'Aan mij toewijzen',
    choose: 'Geen gesprek geselecteerd',
    chooseHint: 'Selecteer een gesprek om het te lezen en te beantwoorden.',
    closeDetails: 'Gespreksgegevens sluiten',
    details: 'Gespreksgegevens',
    newElsewhere: (count) =>
      plural(count, { one: '# nieuw bericht in een ander gesprek', other: '# nieuwe berichten in andere gesprekken' }),
    nextConversation: 'Volgend gesprek',
    previousConversation: 'Vorig gesprek',
    recipientEmpty: (name) => `Nog geen gesprek met ${name}`,
    recipientEmptyUnnamed: 'Nog geen gesprek',
    resizeDetails: 'Breedte van de gespreksgegevens',
    resizeList: 'Breedte van de gesprekslijst',
    retryFailed: 'Mislukte berichten opnieuw proberen',
    send: 'Verzenden',
    showDetails: 'Gespreksgegevens',
    start: 'Gesprek beginnen',
    startHint: 'Begin een gesprek om het eerste bericht te schrijven.',
    startNew: 'Nieuw gesprek beginnen',
  },
};
