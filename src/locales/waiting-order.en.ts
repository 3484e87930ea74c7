import { languageForms } from './forms.ts';

const { plural } = languageForms('en');

/** What stands on the button over rows that wait for the hand to leave, in English; the shape all other languages have. */
export const waitingOrderEn = {
  fresh: (count: number) => plural(count, { other: '# new in this list · Show' }),
  otherOrder: 'The order has changed · Show',
};

/** The shape of these texts. */
export type WaitingOrderTexts = typeof waitingOrderEn;
