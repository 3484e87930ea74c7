import { phoneFieldEn, type PhoneFieldTexts } from './phone-field.en.ts';
import { Texts } from './texts.ts';

export type { PhoneFieldTexts };

/** The texts of `phone-number-field`. */
export const phoneFieldTexts = new Texts({
  en: phoneFieldEn,
  nl: async () => (await import('./phone-field.nl.ts')).phoneFieldNl,
  de: async () => (await import('./phone-field.de.ts')).phoneFieldDe,
  fr: async () => (await import('./phone-field.fr.ts')).phoneFieldFr,
  ar: async () => (await import('./phone-field.ar.ts')).phoneFieldAr,
});
