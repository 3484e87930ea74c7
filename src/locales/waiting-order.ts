import { Texts } from './texts.ts';
import { waitingOrderEn } from './waiting-order.en.ts';

/** The texts of the button over rows that wait for the hand to leave. */
export const waitingOrderTexts = new Texts({
  en: waitingOrderEn,
  nl: async () => (await import('./waiting-order.nl.ts')).waitingOrderNl,
  de: async () => (await import('./waiting-order.de.ts')).waitingOrderDe,
  fr: async () => (await import('./waiting-order.fr.ts')).waitingOrderFr,
  ar: async () => (await import('./waiting-order.ar.ts')).waitingOrderAr,
});
