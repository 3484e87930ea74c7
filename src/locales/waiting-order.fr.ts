import { languageForms } from './forms.ts';
import type { WaitingOrderTexts } from './waiting-order.en.ts';

const { plural } = languageForms('fr');

/** What stands on the button over rows that wait for the hand to leave, in French. */
export const waitingOrderFr: WaitingOrderTexts = {
  fresh: (count) =>
    plural(count, { one: '# nouvelle dans la liste · Afficher', other: '# nouvelles dans la liste · Afficher' }),
  otherOrder: 'L’ordre a changé · Afficher',
};
