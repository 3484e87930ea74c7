import { languageForms } from './forms.ts';
import type { WaitingOrderTexts } from './waiting-order.en.ts';

const { plural } = languageForms('de');

/** What stands on the button over rows that wait for the hand to leave, in German. */
export const waitingOrderDe: WaitingOrderTexts = {
  fresh: (count) => plural(count, { other: '# neu in dieser Liste · Anzeigen' }),
  otherOrder: 'Die Reihenfolge ist anders · Anzeigen',
};
