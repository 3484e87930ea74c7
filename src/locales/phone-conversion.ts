import { phoneConversionEn, type PhoneConversionTexts } from './phone-conversion.en.ts';
import { Texts } from './texts.ts';

export type { PhoneConversionTexts };

/** The texts of `phone-number-conversion`. */
export const phoneConversionTexts = new Texts({
  en: phoneConversionEn,
  nl: async () => (await import('./phone-conversion.nl.ts')).phoneConversionNl,
  de: async () => (await import('./phone-conversion.de.ts')).phoneConversionDe,
  fr: async () => (await import('./phone-conversion.fr.ts')).phoneConversionFr,
  ar: async () => (await import('./phone-conversion.ar.ts')).phoneConversionAr,
});
