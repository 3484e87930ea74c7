import { languageForms } from './forms.ts';

/** What stands on the button over rows that wait for the hand to leave. */
export interface WaitingOrderMessages {
  readonly fresh: (count: number) => string;
  readonly otherOrder: string;
}

const english: WaitingOrderMessages = {
  fresh: (count) => languageForms('en').plural(count, { other: '# new in this list · Show' }),
  otherOrder: 'The order has changed · Show',
};

const dutch: WaitingOrderMessages = {
  fresh: (count) => languageForms('nl').plural(count, { other: '# nieuw in deze lijst · Tonen' }),
  otherOrder: 'De volgorde is gewijzigd · Tonen',
};

/** The texts for a language that ships, English otherwise. */
export function waitingOrderMessages(language: string): WaitingOrderMessages {
  return language === 'nl' ? dutch : english;
}
