import { languageForms } from './forms.ts';
import type { WaitingOrderTexts } from './waiting-order.en.ts';

const { plural } = languageForms('nl');

/** What stands on the button over rows that wait for the hand to leave, in Dutch. */
export const waitingOrderNl: WaitingOrderTexts = {
  fresh: (count) => plural(count, { other: '# nieuw in deze lijst · Tonen' }),
  otherOrder: 'De volgorde is gewijzigd · Tonen',
};
